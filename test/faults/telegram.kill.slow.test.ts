import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { jsonStore } from '../../adapters/store-json/index.ts';
import { temporaryFolder } from '../support/conversation.ts';
import { at, putInPlace } from '../support/telegram.ts';
import { type Room, TelegramServer } from '../support/telegram-server/index.ts';
import type { User } from '../support/telegram-server/world.ts';
import { until } from '../support/until.ts';

interface Scene {
  readonly server: TelegramServer;
  readonly group: Room;
  readonly user: (name: string) => User;
}

/** What happens on the day, each at its moment. */
const day: readonly (readonly [when: string, happens: (scene: Scene) => void])[] = [
  ['2026-11-22 18:00', () => {}],
  [
    '2026-11-22 18:05',
    ({ server, group, user }) => server.press(user('张伟'), server.last(group), '报名 E1'),
  ],
  [
    '2026-11-22 18:06',
    ({ server, group, user }) => {
      server.say(user('李娟'), '+1 王五', group);
      server.say(user('李雪梅'), '/signup@lianluo_bot', group);
    },
  ],
  ['2026-11-25 07:30', () => {}],
  ['2026-11-25 08:10', ({ server, user }) => server.say(user('周敏'), '/口令 槐花')],
  [
    '2026-11-25 08:50',
    ({ server, group, user }) => {
      server.say(user('张伟'), '签到 槐花', group);
      server.say(user('陈刚'), '恒威 签到 槐花 5人', group);
    },
  ],
  ['2026-11-25 11:30', () => {}],
  ['2026-11-25 12:00', ({ server, user }) => server.say(user('李雪梅'), '/补签 李雪梅 一直在现场')],
  [
    '2026-11-25 12:30',
    ({ server, group, user }) =>
      server.say(user('何丽丽'), '小结 E1 清理楼道6处，惠及38人次', group),
  ],
];

/**
 * Plays the day with the bot in a process of its own, which is killed after each step or lives
 * through all of them.
 */
async function play(killed: boolean) {
  let now = at('2026-11-22 17:00');
  const server = await TelegramServer.start({ now: () => now, hearsAll: true });
  onTestFinished(() => server.stop());
  const folder = `${temporaryFolder()}/store`;
  const group = server.group('联盟群');
  const people = new Map<string, User>();
  await putInPlace(folder, server, group, people, now);
  const scene: Scene = { server, group, user: (name) => people.get(name) ?? server.person(name) };
  let bot = await start(folder, server, now);
  const passTo = async (moment: number) => {
    now = moment;
    await bot.say(moment);
  };
  for (const [when, happens] of day) {
    await passTo(at(when));
    happens(scene);
    do {
      await until(() => server.queue.waiting.length === 0, 'all is received');
      await passTo(now + 5_000);
    } while (server.queue.waiting.length > 0);
    if (!killed) continue;
    bot.child.kill('SIGKILL');
    await once(bot.child, 'exit');
    bot = await start(folder, server, now);
  }
  bot.child.stdin?.end();
  await once(bot.child, 'exit');
  expect(server.problems).toEqual([]);
  const log = readFileSync(`${folder}.log`, 'utf8');
  return {
    shown: group.shown(server.bot),
    records: await recordsIn(folder),
    log,
    token: server.token,
  };
}

async function start(folder: string, { root, token }: TelegramServer, now: number) {
  const args = ['test/faults/telegram.child.ts', folder, root, token, String(now)];
  const child: ChildProcess = spawn(process.execPath, args, {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  if (child.stdout === null) throw new Error('no output');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  await lines.next();
  const say = async (moment: number) => {
    child.stdin?.write(`${moment}\n`);
    expect((await lines.next()).value).toBe(String(moment));
  };
  return { child, say };
}

/** Everything that the alliance remembers, to the minute; ids are given out by chance. */
async function recordsIn(folder: string): Promise<readonly string[]> {
  const store = await jsonStore({ folder, log: silentLog });
  const content = await store.load('tianxing');
  await store.close();
  const records = [...content].flatMap(([name, those]) =>
    those.map((one) => `${name} ${JSON.stringify(one)}`),
  );
  const minute = (ms: string) => String(Math.floor(Number(ms) / 60_000));
  // Ids, the names of messages and the first check-in word are by chance.
  return records
    .map((text) => text.replace(/\b\d{13}\b/g, minute))
    .map((text) => text.replace(/\b0[a-z0-9]{11}\b/g, '*'))
    .map((text) => text.replace(/(?<="message":"|"id":")[\w-]{22}(?=")/g, '*'))
    .map((text) => text.replace(/(?<="id":")[a-z0-9]{12}(?=")/g, '*'))
    .map((text) => text.replace(/(?<="was":\{"passcode":")[^"]+/g, '*'))
    .sort();
}

test('killed between any two steps of a service day: the store and what the group saw are the same', {
  timeout: 60_000,
}, async () => {
  const [whole, torn] = await Promise.all([play(false), play(true)]);
  expect(whole.shown.join('\n')).toContain('E1 小结记下了');
  expect(torn.shown).toEqual(whole.shown);
  expect(torn.records).toEqual(whole.records);
  expect(whole.records.length).toBeGreaterThan(20);
  // Neither the token nor what people wrote is in the log.
  for (const { log, token } of [whole, torn]) {
    expect(log).toContain('telegram: connected');
    for (const secret of [
      token,
      token.split(':')[1] ?? '',
      '槐花',
      '王五',
      '清理楼道',
      '一直在现场',
      '服务日',
    ])
      expect(log).not.toContain(secret);
  }
});
