import { expect, test } from 'vitest';
import { SimulatedClock } from '../../adapters/clock-simulated/index.ts';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { Telegram } from '../../adapters/telegram/index.ts';
import { Pace } from '../../adapters/telegram/pace.ts';
import { TelegramServer } from '../support/telegram-server/index.ts';

/** Moves the clock from timer to timer until nothing waits any more. */
async function runDown(clock: SimulatedClock, settled: () => boolean): Promise<void> {
  for (;;) {
    while (!settled()) await new Promise((resolve) => setImmediate(resolve));
    const next = clock.nextTimer();
    if (next === undefined) return;
    clock.moveTo(next);
    await Promise.resolve();
  }
}

test('500 groups are reached at 90 % of the documented rate at least, without one 429', async () => {
  const clock = new SimulatedClock(0);
  const rates = { perSecond: 30, perGroupMinute: 20, elapsed: () => clock.elapsed() };
  const server = await TelegramServer.start({ rates, hearsAll: true });
  const rooms = Array.from({ length: 500 }, (_, index) => server.group(`群${index}`));
  const settings = { token: server.token, root: server.root };
  const chat = new Telegram({ settings, clock, log: silentLog });
  await chat.start(
    async () => {},
    async () => {},
  );
  let begun = 0;
  let done = 0;
  const sent = rooms.map(async (room) => {
    const to = {
      platform: 'telegram',
      account: '1',
      kind: 'group',
      chat: String(room.chat.id),
    } as const;
    await chat.acquireSlot(to, false);
    begun += 1;
    await chat.send({ to, text: '明天上午九点服务日', choices: ['报名 E1'], silent: false });
    done += 1;
  });
  await new Promise((resolve) => setImmediate(resolve));
  await runDown(clock, () => begun === done);
  await Promise.all(sent);
  expect(server.flood).toMatchObject({ refused: 0, ignored: 0 });
  expect(500 / (clock.elapsed() / 1_000)).toBeGreaterThanOrEqual(0.9 * 30);
  expect(server.problems).toEqual([]);
  await chat.stop();
  await server.stop();
});

async function order(
  asks: (pace: Pace, note: (name: string) => () => void) => void,
): Promise<readonly string[]> {
  const clock = new SimulatedClock(0);
  const pace = new Pace(clock);
  const went: string[] = [];
  asks(pace, (name) => () => void went.push(name));
  for (let next: number | undefined = 0; next !== undefined; next = clock.nextTimer()) {
    clock.moveTo(next);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return went;
}

test('an answer goes before a broadcast that waits', async () => {
  const went = await order((pace, note) => {
    for (const name of ['1', '2', '3', '4'])
      void pace.acquireSlot(name, true, false).then(note(name));
    void pace.acquireSlot('9', true, true).then(note('answer'));
  });
  expect(went.indexOf('answer')).toBeLessThan(3);
});

test('a chat that is held lets the others pass, and loses its place to nobody of its own', async () => {
  const went = await order((pace, note) => {
    pace.throttle('a', 5_000);
    void pace.acquireSlot('a', true, true).then(note('a1'));
    void pace.acquireSlot('a', true, true).then(note('a2'));
    void pace.acquireSlot('b', true, false).then(note('b'));
  });
  expect(went).toEqual(['b', 'a1', 'a2']);
});

test('a group gets 20 a minute', async () => {
  const clock = new SimulatedClock(0);
  const pace = new Pace(clock);
  const times: number[] = [];
  for (let index = 0; index < 45; index++)
    void pace.acquireSlot('a', true, true).then(() => times.push(clock.elapsed()));
  for (let next: number | undefined = 0; next !== undefined; next = clock.nextTimer()) {
    clock.moveTo(next);
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(times).toHaveLength(45);
  for (const [index, at] of times.entries())
    expect(at - (times[index - 20] ?? -60_000)).toBeGreaterThanOrEqual(60_000);
});

test('a busy card leaves a group five a minute for answers', async () => {
  const clock = new SimulatedClock(0);
  const pace = new Pace(clock);
  const went: string[] = [];
  for (let edits = 0; edits < 30; edits++)
    void pace.acquireSlot('a', true, false).then(() => went.push('card'));
  for (
    let next = clock.nextTimer() ?? 0;
    next < 20_000;
    next = clock.nextTimer() ?? Number.POSITIVE_INFINITY
  ) {
    clock.moveTo(next);
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(went).toHaveLength(15);
  for (let answers = 0; answers < 6; answers++)
    void pace.acquireSlot('a', true, true).then(() => went.push('answer'));
  for (
    let next = clock.nextTimer() ?? 0;
    next < 30_000;
    next = clock.nextTimer() ?? Number.POSITIVE_INFINITY
  ) {
    clock.moveTo(next);
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(went.slice(15)).toEqual(['answer', 'answer', 'answer', 'answer', 'answer']);
});
