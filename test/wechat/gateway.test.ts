import { FileBox } from 'file-box';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Message, type Wechaty, WechatyBuilder } from 'wechaty';
import { PuppetService } from 'wechaty-puppet-service';
import { quoted, WechatGateway } from '../support/wechat-gateway/index.ts';

/** Detaches from the gateway without stopping the account, and keeps nothing in the home folder. */
class GatewayPuppet extends PuppetService {
  protected override hookPayloadStore(): void {}

  override async onStop(): Promise<void> {
    for (const clean of this._cleanupCallbackList.splice(0)) clean();
    const manager = this._grpcManager as unknown as Manager | undefined;
    Reflect.set(this, '_grpcManager', undefined);
    manager?.eventStream?.cancel();
    manager?.stopStream();
    manager?.destroyClient();
  }
}

interface Manager {
  readonly eventStream?: { cancel(): void };
  stopStream(): void;
  destroyClient(): void;
}

/** A plain client, which reads messages in the order in which they come. */
class Client {
  readonly messages: Message[] = [];
  readonly events: string[] = [];
  readonly bot: Wechaty;
  private chain = Promise.resolve();

  constructor({ token, endpoint }: WechatGateway) {
    const puppet = new GatewayPuppet({ token, endpoint, tls: { disable: true }, timeoutSeconds: 3_600 });
    this.bot = WechatyBuilder.build({ puppet });
    this.bot.on('error', (error) => void this.events.push(`error ${error.message}`));
    puppet.on('message', ({ messageId: id }) => {
      this.chain = this.chain.then(async () => {
        const message = await this.bot.Message.find({ id });
        if (message !== undefined && !message.self()) this.messages.push(message);
      });
    });
    puppet.on('login', ({ contactId }) => void this.events.push(`login ${contactId}`));
    puppet.on('logout', ({ data }) => void this.events.push(`logout ${data}`));
    puppet.on('scan', ({ qrcode, status }) => void this.events.push(`scan ${status} ${qrcode}`));
  }

  async start(): Promise<void> {
    await this.bot.start();
    await expect.poll(() => this.events.some((event) => event.startsWith('login')), { interval: 5 }).toBe(true);
  }

  async stop(): Promise<void> {
    await this.bot.stop();
  }

  /** The nth message that was read, counted from 1. */
  async message(count: number): Promise<Message> {
    await expect.poll(() => this.messages.length, { interval: 5, timeout: 3_000 }).toBeGreaterThanOrEqual(count);
    return this.messages[count - 1] as Message;
  }
}

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let gateway: WechatGateway;
let client: Client;

beforeEach(async () => {
  gateway = await WechatGateway.start();
  client = new Client(gateway);
});

afterEach(async () => {
  await client.stop();
  await gateway.stop();
});

test('a burst from ten people is read in order, with texts, mentions and times', async () => {
  const people = Array.from({ length: 10 }, (_, index) => gateway.person(`居民${index}`));
  const room = gateway.room('槐花里', people);
  room.nicknames.set(gateway.bot, '联络员');
  await client.start();
  const texts = Array.from({ length: 30 }, (_, index) => `${room.at(gateway.bot)}${index}`);
  const at = Date.now() - 300_000;
  for (const [index, text] of texts.entries())
    gateway.say(people[index % 10] ?? gateway.bot, text, room, { mentions: [gateway.bot], at });
  const last = await client.message(30);
  expect(client.messages.map((message) => message.text())).toEqual(texts);
  expect(last.text()).toBe('@联络员\u200529');
  expect((await last.mentionList()).map(({ id }) => id)).toEqual([gateway.bot.id]);
  expect(last.age()).toBeGreaterThanOrEqual(300);
  expect(last.age()).toBeLessThan(310);
});

test('what the bot says is kept, with mentions, in a room and in private', async () => {
  const hong = gateway.person('小红');
  const room = gateway.room('槐花里', [hong]);
  await client.start();
  gateway.say(hong, quoted('阿明', '@小联 报名', '我也要'), room);
  const message = await client.message(1);
  expect(message.text()).toBe('「阿明：@小联 报名」\n- - - - - - - - - - - - - - -\n我也要');
  const sent = await message.room()?.say('已报名', message.talker());
  expect((sent as Message).id).toMatch(/^7/);
  await message.talker().say('私下说');
  expect(await gateway.next(room)).toEqual({ text: '@小红 已报名', mentions: [hong.id] });
  expect(await gateway.next(hong, /私/)).toEqual({ text: '私下说', mentions: [] });
  await expect(gateway.next(room, '再说', 20)).rejects.toThrow('小红: 私下说');
});

test('images and files cross both ways', async () => {
  const hong = gateway.person('小红');
  const large = Buffer.alloc(300_000, 7);
  await client.start();
  gateway.image(hong, { name: 'a.png', bytes: PNG });
  gateway.image(hong, { name: 'b.jpg', bytes: large });
  const message = await client.message(1);
  expect(await (await message.toFileBox()).toBuffer()).toEqual(PNG);
  expect(await (await (await client.message(2)).toFileBox()).toBuffer()).toEqual(large);
  await message.say(FileBox.fromBase64(PNG.toString('base64'), '码.png'));
  await message.say(FileBox.fromBuffer(large, '名单.xlsx'));
  expect(await gateway.nextFile(hong)).toEqual({ name: '码.png', bytes: PNG });
  expect(await gateway.nextFile(hong)).toEqual({ name: '名单.xlsx', bytes: large });
});

test('a cut line is an error at once, a line that is down refuses, and nobody stopped the account', async () => {
  await client.start();
  expect(gateway.attached).toBe(1);
  gateway.line.cut();
  await expect.poll(() => client.events.at(-1)).toMatch(/^error (14 UNAVAILABLE|1 CANCELLED)/);
  await expect.poll(() => gateway.attached).toBe(0);
  await client.stop();
  await gateway.line.down();
  await gateway.line.up();
  client = new Client(gateway);
  await client.start();
  expect(gateway.attached).toBe(1);
  await client.stop();
  await expect.poll(() => gateway.attached).toBe(0);
  expect(gateway.asked).toEqual({ stop: 0, logout: 0 });
});
