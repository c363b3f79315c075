import { expect } from 'vitest';
import { type Message, type Wechaty, WechatyBuilder } from 'wechaty';
import type { Puppet } from 'wechaty-puppet';
import { gateway as puppetBehind } from '../../adapters/wechat/gateway.ts';

/** A client in production's form, which reads messages in the order in which they come. */
export class Client {
  readonly messages: Message[] = [];
  /** `login …`, `logout …`, `scan …`, `error …` and the like, in order. */
  readonly events: string[] = [];
  readonly bot: Wechaty;
  readonly puppet: Puppet;
  private chain = Promise.resolve();

  constructor({ token, endpoint }: { readonly token: string; readonly endpoint: string }) {
    this.puppet = puppetBehind({ token, endpoint, insecure: true });
    this.bot = WechatyBuilder.build({ puppet: this.puppet });
    const note = (event: string) => void this.events.push(event);
    // The first line; what follows is the gateway's stack.
    this.bot.on('error', ({ message }) => note(`error ${message.split('\n')[0]}`));
    this.puppet.on('message', ({ messageId }) => {
      this.chain = this.chain.then(() => this.read(messageId));
    });
    this.puppet.on('login', ({ contactId }) => note(`login ${contactId}`));
    this.puppet.on('logout', ({ data }) => note(`logout ${data}`));
    this.puppet.on('scan', ({ qrcode, status }) => note(`scan ${status} ${qrcode}`));
    this.puppet.on('dong', ({ data }) => note(`dong ${data}`));
    this.puppet.on('heartbeat', ({ data }) => note(`heartbeat ${data}`));
    this.puppet.on('room-join', ({ inviteeIdList }) => note(`join ${inviteeIdList}`));
    this.puppet.on('room-leave', ({ removeeIdList }) => note(`leave ${removeeIdList}`));
    this.puppet.on('room-topic', ({ newTopic }) => note(`topic ${newTopic}`));
  }

  async start(): Promise<this> {
    await this.bot.start();
    await this.noticed(/^login/);
    return this;
  }

  async stop(): Promise<void> {
    await this.bot.stop();
  }

  /** The nth message that was read, counted from 1. */
  async message(count: number): Promise<Message> {
    await expect.poll(() => this.messages.length).toBeGreaterThanOrEqual(count);
    return this.messages[count - 1] as Message;
  }

  async noticed(event: RegExp): Promise<void> {
    await expect.poll(() => this.events).toContainEqual(expect.stringMatching(event));
  }

  private async read(id: string): Promise<void> {
    const message = await this.bot.Message.find({ id });
    if (message !== undefined) this.messages.push(message);
  }
}
