import { expect } from 'vitest';
import { type Message, type Wechaty, WechatyBuilder } from 'wechaty';
import { Puppet } from 'wechaty-puppet';
import { PuppetService } from 'wechaty-puppet-service';

interface Manager {
  readonly eventStream?: { cancel(): void };
  stopStream(): void;
  destroyClient(): void;
}

/** Detaches from the gateway without ending the account's session, and keeps nothing in the home folder. */
class GatewayPuppet extends PuppetService {
  protected override hookPayloadStore(): void {}

  /** An attempt that failed is over at once; otherwise its stop waits 5 s for the start that it belongs to. */
  override async onStart(): Promise<void> {
    try {
      await super.onStart();
    } catch (error) {
      await this.onStop();
      this.state.inactive(true);
      throw error;
    }
  }

  override async onStop(): Promise<void> {
    for (const clean of this._cleanupCallbackList.splice(0)) clean();
    const manager = this._grpcManager as unknown as Manager | undefined;
    Reflect.set(this, '_grpcManager', undefined);
    manager?.eventStream?.cancel();
    manager?.stopStream();
    manager?.destroyClient();
  }

  /** Called without waiting when somebody comes or goes: a rejection, as on a dead line, would be nobody's. */
  override async dirtyPayload(...what: Parameters<PuppetService['dirtyPayload']>): Promise<void> {
    try {
      await super.dirtyPayload(...what);
    } catch (error) {
      this.emit('error', error);
    }
  }

  /** The service's own one asks the gateway to log out as well when it hears of a logout. */
  override async logout(reason?: string): Promise<void> {
    await Puppet.prototype.logout.call(this, reason);
  }
}

/** A client in production's form, which reads messages in the order in which they come. */
export class Client {
  readonly messages: Message[] = [];
  /** `login …`, `logout …`, `scan …`, `error …` and the like, in order. */
  readonly events: string[] = [];
  readonly bot: Wechaty;
  readonly puppet: PuppetService;
  private chain = Promise.resolve();

  constructor({ token, endpoint }: { readonly token: string; readonly endpoint: string }) {
    this.puppet = new GatewayPuppet({ token, endpoint, tls: { disable: true }, timeoutSeconds: 3_600 });
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
    await expect.poll(() => this.messages.length, { interval: 5, timeout: 3_000 }).toBeGreaterThanOrEqual(count);
    return this.messages[count - 1] as Message;
  }

  async noticed(event: RegExp): Promise<void> {
    await expect.poll(() => this.events, { interval: 5 }).toContainEqual(expect.stringMatching(event));
  }

  private async read(id: string): Promise<void> {
    const message = await this.bot.Message.find({ id });
    if (message !== undefined) this.messages.push(message);
  }
}
