import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../../adapters/clock-system/index.ts';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { NamedChat } from '../../adapters/terminal/chat.ts';
import { Wechat } from '../../adapters/wechat/index.ts';
import { understood } from '../../adapters/wechat/settings.ts';
import { put } from '../../src/core/collection.ts';
import { accountKey, accounts } from '../../src/identity/people/index.ts';
import type { Outgoing } from '../../src/ports/chat.ts';
import { temporaryFolder } from '../support/conversation.ts';
import { until } from '../support/until.ts';
import { overheard, WechatStage, wechatOn } from '../support/wechat.ts';
import { GatewayProcess } from '../support/wechat-gateway/process.ts';

/** Another platform of the same bot, on which the convenor can be reached. */
function telegram() {
  const told: string[] = [];
  const show = (outgoing: Outgoing) => void told.push(outgoing.text);
  const traits = {
    edits: true,
    redelivers: true,
    opensPrivate: true,
    cardPause: { quiet: 0, longest: 0 },
  };
  return { told, chat: new NamedChat({ platform: 'telegram', traits, session: 's', show }) };
}

/** The convenor has an account there too. */
async function convenorOn(stage: WechatStage): Promise<void> {
  const place = { platform: 'telegram', account: 'telegram' };
  const account = {
    id: accountKey(place, '周敏'),
    person: 'zhou-min',
    ...place,
    user: '周敏',
    met: true,
  };
  await stage.change(() => [put(accounts, account)]);
}

test('a line that is cut is noticed in a moment and comes back by itself; the session behind it is left alone', async () => {
  const stage = await WechatStage.open();
  stage.gateway.line.cut();
  await until(() => stage.chat.connection().state === 'down', 'noticed');
  await stage.online();
  await stage.say('张伟', '日程');
  expect(stage.said.at(-1)).toContain('服务日');
  expect(stage.chat.connection()).toMatchObject({
    state: 'up',
    missed: { from: expect.any(Number), to: expect.any(Number) },
  });
  expect(stage.gateway.account.asked).toEqual({ stop: 0, logout: 0 });
  expect(stage.gateway.attached).toBe(1);
});

test('a gateway that is away at the start is waited for, and what waits to be sent goes when it is there', async () => {
  const stage = await WechatStage.open({ away: true });
  await stage.passTo('2026-11-22 18:00');
  expect(stage.said).toEqual([]);
  await stage.gateway.line.up();
  await stage.online();
  await stage.settle(60);
  expect(stage.said).toMatchObject([expect.stringContaining('【还有 3 天】E1 服务日')]);
});

test('what is past its time when the line is back is not sent', async () => {
  const stage = await WechatStage.open({ away: true });
  await stage.passTo('2026-11-22 18:00');
  await stage.passTo('2026-11-22 21:00');
  await stage.gateway.line.up();
  await stage.online();
  await stage.settle(60);
  expect(stage.said).toEqual([]);
});

test('what changed on a card hours ago is not told any more', async () => {
  const stage = await WechatStage.open();
  await stage.passTo('2026-11-22 18:00');
  await stage.say('李娟', '+1');
  await stage.settle(60);
  const before = stage.said.length;
  await stage.say('张伟', '+1');
  await stage.gateway.line.down();
  await until(() => stage.chat.connection().state === 'down', 'noticed');
  await stage.passTo('2026-11-22 20:00');
  await stage.gateway.line.up();
  await stage.online();
  await stage.settle(60);
  expect(stage.said.slice(before)).toEqual([]);
  await stage.say('王五', '+1');
  await stage.settle(60);
  expect(stage.said.slice(before)).toEqual(['E1 报名 王五。共 3/30 人']);
});

test('a gateway that falls silent is left for a new connection', async () => {
  const stage = await WechatStage.open();
  await until(() => stage.gateway.line.connections > 0, 'connected');
  // It is known to answer once it has.
  await new Promise((resolve) => setTimeout(resolve, 400));
  stage.gateway.line.freeze();
  await until(() => stage.chat.connection().state === 'down', 'noticed');
  expect(stage.chat.connection().why?.code).toBe('silent');
  stage.gateway.line.thaw();
  await stage.online();
  await stage.say('张伟', '日程');
  expect(stage.said.at(-1)).toContain('服务日');
});

test('a gateway that was silent for long has nobody attached that is not there any more', async () => {
  const stage = await WechatStage.open();
  await new Promise((resolve) => setTimeout(resolve, 400));
  stage.gateway.line.freeze();
  await until(() => stage.chat.connection().why?.code === 'silent', 'noticed');
  await until(() => stage.chat.connection().why?.code === 'taken', 'tried in vain');
  await new Promise((resolve) => setTimeout(resolve, 1_700));
  stage.gateway.line.thaw();
  await stage.online();
  await stage.say('张伟', '日程');
  expect(stage.said.at(-1)).toContain('服务日');
  expect(stage.gateway.attached).toBe(1);
});

test('the gateway is stopped and started anew', async () => {
  const stage = await WechatStage.open();
  await stage.gateway.restart();
  await until(() => stage.chat.connection().missed !== undefined, 'noticed');
  await stage.online();
  await stage.say('张伟', '日程');
  expect(stage.said.at(-1)).toContain('服务日');
});

/** The adapter before a gateway that is a process, and what it hears. */
async function beforeProcess() {
  const gateway = await GatewayProcess.start({ 联盟群: ['张伟'] });
  const adapter = wechatOn(gateway, Date.now, temporaryFolder());
  const { chat, heard } = overheard(adapter);
  onTestFinished(async () => {
    await adapter.stop();
    await gateway.stop();
  });
  await chat.start(
    async () => {},
    async () => {},
  );
  await reached(adapter, 'up');
  return { gateway, adapter, heard };
}

async function reached(adapter: Wechat, state: string) {
  await until(() => adapter.connection().state === state, state, 60_000);
  return adapter.connection();
}

test('a gateway process is killed with -9 and started again', async () => {
  const { gateway, adapter, heard } = await beforeProcess();
  await gateway.kill();
  await reached(adapter, 'down');
  await gateway.start();
  await reached(adapter, 'up');
  gateway.say('张伟', '在吗', '联盟群');
  await until(() => heard.length > 0, 'heard');
  expect(heard).toMatchObject([{ text: '在吗', title: '联盟群', sender: { name: '张伟' } }]);
});

test('a gateway process that is stopped right after a login is noticed, and so after the next', async () => {
  const { gateway, adapter, heard } = await beforeProcess();
  for (const login of [1, 2]) {
    gateway.freeze();
    expect((await reached(adapter, 'down')).why?.code, `after login ${login}`).toBe('silent');
    gateway.thaw();
    await reached(adapter, 'up');
  }
  gateway.say('张伟', '在吗', '联盟群');
  await until(() => heard.length > 0, 'heard');
});

test('who comes second to a gateway is told that it is taken, and takes nothing from the first', async () => {
  const stage = await WechatStage.open();
  const second = wechatOn(stage.gateway, Date.now, stage.folder);
  onTestFinished(() => second.stop());
  await second.start(
    async () => {},
    async () => {},
  );
  await until(() => second.connection().why?.code === 'taken', 'taken');
  await stage.say('张伟', '日程');
  expect(stage.said.at(-1)).toContain('服务日');
});

test('kicked on the phone: a code to scan again and again, then back; the convenor hears of it elsewhere', async () => {
  const other = telegram();
  const printed: string[] = [];
  const stage = await WechatStage.open({
    beside: [other.chat],
    print: (text, secret) => printed.push(text, secret),
  });
  await convenorOn(stage);
  await stage.gateway.account.kick('在手机上退出');
  await until(() => stage.chat.connection().state === 'login', 'noticed');
  stage.gateway.account.scan('https://login.weixin.qq.com/l/first');
  stage.gateway.account.scan('https://login.weixin.qq.com/l/second');
  const code = join(stage.folder, 'login.png');
  await until(() => printed.length === 4 && existsSync(code), 'shown');
  expect(statSync(code).mode & 0o777).toBe(0o600);
  expect(printed[2]).toContain('用当机器人的那部手机扫一扫');
  expect(printed[2]).not.toContain('█');
  expect(printed[3]).toContain('█');
  await stage.settle(1);
  expect(other.told).toEqual([
    expect.stringContaining('微信断了，11月22日（周日）17:00 起：手机上退出了登录。'),
  ]);
  await stage.passTo('2026-11-22 17:05');
  stage.gateway.account.login();
  await stage.online();
  await stage.settle(1);
  expect(existsSync(code)).toBe(false);
  expect(other.told[1]).toContain('微信连上了。11月22日（周日）17:00–17:05 群里说的我没收到');
  await stage.say('周敏', '/状态');
  expect(stage.said.at(-1)).toContain('微信在 11月22日（周日）17:00–17:05 没连着，那时说的没收到');
});

test('a short break is told to nobody, a longer one to the convenor elsewhere', async () => {
  const other = telegram();
  const stage = await WechatStage.open({ beside: [other.chat] });
  await convenorOn(stage);
  stage.gateway.line.cut();
  await until(() => stage.chat.connection().missed !== undefined, 'noticed');
  await stage.online();
  await stage.settle(1);
  expect(other.told).toEqual([]);
  await stage.gateway.line.down();
  await until(
    () => stage.noticed.some((one) => one.kind === 'connection' && one.status.state === 'down'),
    'told',
  );
  await stage.settle(1);
  expect(other.told).toEqual([expect.stringContaining('连不上网关')]);
  await stage.gateway.line.up();
});

test('what was said while the process was away is named when it is back', async () => {
  const stage = await WechatStage.open();
  await stage.app.stop();
  stage.clock.moveTo(stage.clock.now() + 600_000);
  await stage.start();
  expect(stage.chat.connection().missed).toEqual({
    from: stage.clock.now() - 600_000,
    to: stage.clock.now(),
  });
});

test('history that arrives with a login is counted and not acted on', async () => {
  const stage = await WechatStage.open();
  const old = { at: stage.clock.now() - 600_000 };
  for (const text of ['+1', '日程']) stage.gateway.say(stage.user('张伟'), text, stage.room, old);
  await stage.say('李娟', '名单');
  expect(stage.heard).toHaveLength(1);
  expect(stage.chat.connection().tooOld).toBe(2);
});

test('nothing is kept in the home folder or the working folder, and what is kept is nobody else’s', async () => {
  const before = [homedir(), process.cwd()].map((folder) => readdirSync(folder));
  const stage = await WechatStage.open();
  await stage.say('张伟', '日程');
  await stage.app.stop();
  expect([homedir(), process.cwd()].map((folder) => readdirSync(folder))).toEqual(before);
  const files = readdirSync(stage.folder);
  expect(files).toEqual(['line.json']);
  expect(statSync(join(stage.folder, 'line.json')).mode & 0o777).toBe(0o600);
  expect(JSON.parse(readFileSync(join(stage.folder, 'line.json'), 'utf8'))).toEqual({
    up: stage.clock.now(),
    sent: [expect.any(Number)],
  });
  await stage.start();
});

/** The adapter with a puppet in this process. */
function withPuppet(puppet: string, folder: string): Wechat {
  const settings = understood.parse({ WECHATY_PUPPET: puppet });
  return new Wechat({ settings, folder, clock: systemClock(), log: silentLog, print: () => {} });
}

test('a puppet that is installed runs by its name; what it keeps is in the folder, and nobody else’s', async () => {
  const folder = temporaryFolder();
  const chat = withPuppet('wechaty-puppet-mock', join(folder, 'wechat'));
  const before = readdirSync(process.cwd());
  await chat.start(
    async () => {},
    async () => {},
  );
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(chat.connection()).toMatchObject({ state: 'down' });
  await chat.stop();
  expect(readdirSync(process.cwd())).toEqual(before);
  expect(readdirSync(join(folder, 'wechat'))).toEqual(['session.memory-card.json']);
  expect(statSync(join(folder, 'wechat', 'session.memory-card.json')).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, 'wechat')).mode & 0o777).toBe(0o700);
});

test('a puppet that is not installed is named', async () => {
  const chat = withPuppet('wechaty-puppet-nowhere', temporaryFolder());
  const starting = chat.start(
    async () => {},
    async () => {},
  );
  await expect(starting).rejects.toThrow(
    'wechaty-puppet-nowhere is not installed. npm install wechaty-puppet-nowhere',
  );
});
