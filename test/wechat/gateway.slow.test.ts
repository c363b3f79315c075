import { setTimeout as delay } from 'node:timers/promises';
import { FileBox } from 'file-box';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { types } from 'wechaty-puppet';
import { PuppetService } from 'wechaty-puppet-service';
import { PNG } from '../support/wechat.ts';
import { quoted, WechatGateway } from '../support/wechat-gateway/index.ts';
import { GatewayProcess } from '../support/wechat-gateway/process.ts';
import { Client } from './client.ts';

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

async function another(): Promise<void> {
  await client.stop();
  client = await new Client(gateway).start();
}

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
  expect(await last.room()?.alias(client.bot.currentUser)).toBe('联络员');
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
  await message.talker().say('私下说');
  expect(await gateway.next(room)).toEqual({ text: '@小红 已报名', mentions: [hong.id] });
  expect(await gateway.next(hong, /私/)).toEqual({ text: '私下说', mentions: [] });
  await expect(gateway.next(room, '再说', 20)).rejects.toThrow('小红: 私下说');
  await client.message(3);
  expect(client.messages.map((one) => [one.id === sent?.id, one.self()])).toEqual([
    [false, false],
    [true, true],
    [false, true],
  ]);
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

test('other kinds of messages, repeated ones, and those from the phone of the account', async () => {
  const hong = gateway.person('小红');
  const room = gateway.room('槐花里', [hong]);
  const kinds = ['GroupNote', 'RedEnvelope', 'Transfer', 'MiniProgram', 'Recalled', 'Url'] as const;
  await client.start();
  for (const type of kinds)
    gateway.say(hong, `一个 ${type}`, room, { type, url: 'https://example.org/a' });
  gateway.repeat(gateway.say(hong, '说一次', room, { id: '42' }));
  gateway.say(gateway.bot, '手机上说', hong);
  const own = await client.message(9);
  const read = client.messages.map((message) => [message.type(), message.text()]);
  expect(read.slice(0, 6)).toEqual(kinds.map((type) => [types.Message[type], `一个 ${type}`]));
  expect((await client.messages[5]?.toUrlLink())?.url()).toBe('https://example.org/a');
  expect(client.messages.slice(6, 8).map(({ id }) => id)).toEqual(['42', '42']);
  expect([own.text(), own.self(), own.listener()?.id]).toEqual(['手机上说', true, hong.id]);
});

test('who comes and goes, new names, and the bot removed', async () => {
  const [hong, ming] = [gateway.person('小红'), gateway.person('阿明', { friend: false })];
  const room = gateway.room('槐花里', [hong]);
  await client.start();
  const seen = await client.bot.Room.find({ id: room.id });
  gateway.join(room, ming, hong);
  await client.noticed(/^join wxid/);
  await expect.poll(async () => (await seen?.memberAll())?.length).toBe(3);
  expect((await client.bot.Contact.find({ id: ming.id }))?.friend()).toBe(false);
  gateway.retitle(room, '槐花里二号', hong);
  await expect.poll(() => seen?.topic()).toBe('槐花里二号');
  gateway.rename(hong, '大红');
  await expect
    .poll(async () => (await client.bot.Contact.find({ id: hong.id }))?.name())
    .toBe('大红');
  gateway.leave(room, gateway.bot, hong);
  await client.noticed(/^leave wxid_bot/);
  await expect(seen?.say('还在吗')).rejects.toThrow('你已不在群聊');
});

test('sends are refused, and carried out without an answer', async () => {
  const [hong, stranger] = [gateway.person('小红'), gateway.person('生人', { friend: false })];
  await client.start();
  const friend = await client.bot.Contact.find({ id: hong.id });
  gateway.refuse('操作过于频繁');
  await expect(friend?.say('一')).rejects.toThrow('2 UNKNOWN: Error: 操作过于频繁');
  gateway.accept();
  await expect((await client.bot.Contact.find({ id: stranger.id }))?.say('一')).rejects.toThrow(
    '朋友验证',
  );
  gateway.loseNext();
  await expect(friend?.say('二')).rejects.toThrow('14 UNAVAILABLE');
  expect(gateway.said(hong)).toEqual([{ text: '二', mentions: [] }]);
});

test('a line that is cut is an error at once, then sends pass again and nothing else does', async () => {
  const hong = gateway.person('小红');
  await client.start();
  expect(gateway.attached).toBe(1);
  gateway.line.cut();
  await client.noticed(/^error 14 UNAVAILABLE/);
  await expect.poll(() => gateway.attached).toBe(0);
  await (await client.bot.Contact.find({ id: hong.id }))?.say('还能说');
  gateway.say(hong, '听不见');
  await gateway.next(hong, '还能说');
  expect(client.messages).toEqual([]);
  expect(client.puppet.isLoggedIn).toBe(true);
  await another();
  gateway.say(hong, '听得见');
  expect((await client.message(1)).text()).toBe('听得见');
  await client.stop();
  await expect.poll(() => gateway.attached).toBe(0);
  expect(gateway.account.asked).toEqual({ stop: 0, logout: 0 });
});

test('a line that is down refuses until it is up', async () => {
  await gateway.line.down();
  await client.bot.start();
  expect(client.events.join()).toContain('ECONNREFUSED');
  expect(client.puppet.state.inactive()).toBe(true);
  await gateway.line.up();
  await another();
});

test('a frozen line is silent, and nothing is lost when it thaws', async () => {
  const hong = gateway.person('小红');
  await client.start();
  gateway.account.beat();
  client.puppet.ding('一');
  await client.noticed(/^heartbeat alive/);
  await client.noticed(/^dong 一/);
  gateway.line.freeze();
  const before = client.events.length;
  client.puppet.ding('二');
  gateway.say(hong, '在吗');
  await delay(100);
  expect(client.events.slice(before)).toEqual([]);
  gateway.line.thaw();
  await client.noticed(/^dong 二/);
  expect((await client.message(1)).text()).toBe('在吗');
});

test('a gateway that is restarted has the same account, rooms and address; a second client gets nothing', async () => {
  const hong = gateway.person('小红');
  const room = gateway.room('槐花里', [hong]);
  await client.start();
  await gateway.restart();
  await client.noticed(/^error 14 UNAVAILABLE/);
  await another();
  const second = new Client(gateway);
  await second.bot.start();
  gateway.say(hong, '回来了', room);
  expect(await (await client.message(1)).room()?.topic()).toBe('槐花里');
  await delay(20);
  expect([second.puppet.state.active(), second.events, gateway.attached]).toEqual([true, [], 1]);
  await second.stop();
});

test('kicked, scanned and logged in again, with new ids; a plain client stops the account', async () => {
  const hong = gateway.person('小红');
  const room = gateway.room('槐花里', [hong]);
  await client.start();
  await gateway.account.kick('phone');
  gateway.account.scan('https://example.org/login');
  await client.noticed(/^logout phone/);
  await client.noticed(/^scan 2 https/);
  gateway.account.login();
  await gateway.account.relogin({ newIds: true });
  await client.noticed(/^login @/);
  gateway.say(hong, '还是我', room);
  const message = await client.message(1);
  expect(message.talker().id).toMatch(/^@\w{32}$/);
  expect(message.room()?.id).toMatch(/^@@\w{32}$/);
  expect([message.talker().name(), await message.room()?.topic()]).toEqual(['小红', '槐花里']);
  await client.stop();
  expect(gateway.account.asked).toEqual({ stop: 0, logout: 0 });
  const plain = new (class extends PuppetService {
    protected override hookPayloadStore(): void {}
  })({ token: gateway.token, endpoint: gateway.endpoint, tls: { disable: true } });
  await plain.start();
  await plain.stop();
  expect(gateway.account.asked).toEqual({ stop: 1, logout: 0 });
});

test('a gateway process is killed and comes back at its address', async () => {
  const process = await GatewayProcess.start({ 槐花里: ['小红', '阿明'] });
  onTestFinished(() => process.stop());
  const first = await new Client(process).start();
  process.say('小红', '+1', '槐花里');
  await (await first.message(1)).say('已报名');
  await expect.poll(() => process.said).toEqual(['槐花里: 已报名']);
  await process.kill();
  await first.noticed(/^error 14 UNAVAILABLE/);
  await first.stop();
  await process.start();
  const second = await new Client(process).start();
  process.say('阿明', '我也来');
  await (await second.message(1)).say('好');
  await expect.poll(() => process.said).toEqual(['槐花里: 已报名', '阿明: 好']);
  await second.stop();
});
