import { expect, test } from 'vitest';
import { SimulatedClock } from '../../adapters/clock-simulated/index.ts';
import { ConnectionTracker } from '../../adapters/telegram/connection.ts';
import { troubles } from '../../adapters/telegram/texts.ts';
import { NamedChat } from '../../adapters/terminal/chat.ts';
import { put } from '../../src/core/collection.ts';
import { accountKey, accounts } from '../../src/identity/people/index.ts';
import type { ConnectionStatus } from '../../src/ports/chat.ts';
import { type StageOptions, TelegramStage } from '../support/telegram.ts';
import type { Fault, TelegramServer } from '../support/telegram-server/index.ts';
import type { Params } from '../support/telegram-server/specification.ts';
import { Refusal } from '../support/telegram-server/world.ts';
import { until } from '../support/until.ts';

const PLACE = { platform: 'wechat', account: 'wechat' };

/** A minute of the adapter is 0.3 s. */
const FASTER = 200;

/** The bot on Telegram and, where the convenor can be reached too, on another platform. */
async function open(options: Pick<StageOptions, 'adapterClock'> = {}) {
  const told: string[] = [];
  const traits = {
    edits: false,
    redelivers: false,
    opensPrivate: true,
    cardPause: { quiet: 0, longest: 0 },
  };
  const other = new NamedChat({
    platform: 'wechat',
    traits,
    session: 's',
    show: ({ text }) => void told.push(text),
  });
  const stage = await TelegramStage.open({
    hearsAll: true,
    faster: FASTER,
    beside: () => other,
    ...options,
  });
  const account = {
    id: accountKey(PLACE, '周敏'),
    person: 'zhou-min',
    ...PLACE,
    user: '周敏',
    met: true,
  };
  await stage.app.change('tianxing', () => [put(accounts, account)]);
  return { stage, told, server: stage.server };
}

/** Every poll goes wrong until it is told to stop. */
function always(server: TelegramServer, fault: Fault, fails = (_: Params) => true): () => void {
  let isOver = false;
  const next = () =>
    server.next('getUpdates', fault, (params) => {
      const isOne = !isOver && fails(params);
      if (isOne) next();
      return isOne;
    });
  next();
  // The poll that waits now has to end first.
  server.queue.end();
  return () => {
    isOver = true;
  };
}

test.each([
  ['unreachable', 'gateway', '连不上它的服务器', '请看看网络'],
  [
    'taken',
    new Refusal(409, 'Conflict: terminated by other getUpdates request'),
    '另一个程序在用',
    '停掉另一个程序',
  ],
  ['refused', new Refusal(401, 'Unauthorized'), '令牌不管用了', '@BotFather'],
] as const)(
  '%s for a minute: the convenor hears of it elsewhere, and when it is over',
  async (why, fault, says, mend) => {
    const { stage, told, server } = await open();
    expect(stage.chat.connection()).toMatchObject({ state: 'up' });
    const end = always(server, fault);
    await until(() => stage.chat.connection().state === 'down', 'noticed');
    expect(stage.chat.connection().why?.code).toBe(why);
    expect(told).toEqual([]);
    await until(() => told.length > 0, 'told');
    expect(told).toEqual([expect.stringMatching(/^Telegram 断了，11月22日（周日）17:00 起：/)]);
    for (const part of [says, mend, '一天内连上了我再处理', '/状态'])
      expect(told[0]).toContain(part);
    server.say(stage.user('张伟'), '名单', stage.group);
    end();
    await until(() => stage.chat.connection().state === 'up', 'back');
    await stage.settle();
    expect(stage.shown().at(-1)).toContain('现在没有在报名的活动');
    await until(() => told.length > 1, 'told that it is over');
    expect(told.slice(1)).toEqual(['Telegram 好了，可以照常用。看情况请发「/状态」']);
  },
);

test('another process polls with the same token: told once, though every other poll succeeds', async () => {
  const { stage, told, server } = await open();
  const conflict = new Refusal(409, 'Conflict: terminated by other getUpdates request');
  const end = always(server, conflict, ({ timeout }) => timeout !== 0);
  const polls = () => server.requests.filter(({ method }) => method === 'getUpdates').length;
  await until(() => told.length > 0, 'told');
  expect(told[0]).toContain('另一个程序在用同一个令牌');
  const before = polls();
  await until(() => polls() > before + 6, 'it goes on');
  expect(told).toHaveLength(1);
  end();
  await until(() => told.length > 1, 'told that it is over');
  expect(told[1]).toContain('好了');
  expect(stage.chat.connection().state).toBe('up');
});

test('a short break is told to nobody', async () => {
  const adapterClock = new SimulatedClock(0);
  const { stage, told, server } = await open({ adapterClock });
  const end = always(server, 'gateway');
  await until(() => stage.chat.connection().state === 'down', 'noticed');
  end();
  adapterClock.moveTo(1_000);
  await until(() => stage.chat.connection().state === 'up', 'back');
  adapterClock.moveTo(71_000);
  await stage.settle();
  expect(told).toEqual([]);
  expect(stage.chat.connection()).not.toHaveProperty('missed');
});

test('a break of more than a day: what Telegram did not keep is named', async () => {
  const { stage, told, server } = await open();
  const end = always(server, 'gateway');
  await until(() => told.length === 1, 'told');
  stage.clock.moveTo(stage.clock.now() + 40 * 3_600_000);
  end();
  await until(() => stage.chat.connection().state === 'up', 'back');
  await until(
    () => told.some((text) => text.startsWith('Telegram 连上了')),
    'told of what was missed',
  );
  expect(told.at(-1)).toContain('11月22日（周日）17:00–次日9:00 群里说的我没收到');
});

test('before Telegram has said who the bot is, nothing is begun there', async () => {
  const { stage } = await open();
  await stage.app.stop();
  stage.server.next('getMe', 'gateway');
  await stage.start();
  const to = {
    platform: 'telegram',
    account: '1',
    kind: 'group',
    chat: String(stage.group.chat.id),
  } as const;
  expect(stage.chat.connection()).toMatchObject({ state: 'down', why: { code: 'unreachable' } });
  expect(await stage.chat.acquireSlot(to, true)).toBeGreaterThan(0);
  await until(() => stage.chat.connection().state === 'up', 'connected');
  expect(await stage.chat.acquireSlot(to, true)).toBe(0);
});

test('trouble that comes and goes is one trouble, from its beginning until it stays away', async () => {
  const clock = new SimulatedClock(0);
  const told: ConnectionStatus[] = [];
  const tracker = new ConnectionTracker({ clock, tell: (one) => void told.push(one) });
  const at = (seconds: number) => clock.moveTo(seconds * 1_000);
  tracker.works();
  tracker.fails('unreachable');
  at(1);
  tracker.works();
  at(61);
  expect(told).toEqual([]);
  at(100);
  tracker.fails('taken');
  at(120);
  tracker.works();
  at(150);
  tracker.fails('taken');
  at(155);
  tracker.works();
  at(160);
  expect(told).toEqual([{ state: 'down', since: 100_000, why: troubles.taken }]);
  expect(tracker.status.state).toBe('up');
  at(220);
  expect(told.slice(1)).toEqual([{ state: 'up', since: 155_000 }]);
  at(400);
  expect(told).toHaveLength(2);
});
