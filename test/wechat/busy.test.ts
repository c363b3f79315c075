import { expect, test } from 'vitest';
import { SimulatedClock } from '../../adapters/clock-simulated/index.ts';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { Pace } from '../../adapters/wechat/pace.ts';
import type { PaceSettings } from '../../adapters/wechat/settings.ts';
import { KeyedQueue } from '../../src/runtime/outbox/keyed-queue.ts';

const usual: PaceSettings = { perMinute: 20, perDay: 500, gap: 1_500, groupGap: 3_000 };

/** Rooms with queues of their own and one account that writes; when each message went, s. */
function account(settings: PaceSettings) {
  const clock = new SimulatedClock(0);
  const pace = new Pace(
    clock,
    settings,
    () => {},
    () => 0,
  );
  const queue = new KeyedQueue(clock, silentLog);
  const went = new Map<string, number>();
  const write = (room: string, key: string, urgent: boolean) =>
    queue.add(room, {
      key,
      lowPriority: !urgent,
      at: clock.now(),
      run: async (letPass) => {
        const later = await letPass(pace.acquireSlot(room, urgent));
        const blocks = urgent ? 'all' : 'lowPriority';
        if (later > 0) return { again: clock.now() + later, blocks };
        went.set(key, clock.now() / 1_000);
        return 'done';
      },
    });
  const pass = async (ms: number) => {
    const until = clock.now() + ms;
    for (;;) {
      for (let turns = 0; turns < 5; turns++) await new Promise((resolve) => setImmediate(resolve));
      const next = clock.nextTimer() ?? Number.POSITIVE_INFINITY;
      if (next > until) break;
      clock.moveTo(next);
    }
    clock.moveTo(until);
  };
  return { write, pass, went, clock };
}

test('in the middle of a broadcast to sixty groups, who asks in the last of them is answered at once', async () => {
  const { write, pass, went } = account(usual);
  for (let room = 0; room < 60; room++) write(`room ${room}`, `broadcast ${room}`, false);
  await pass(5_000);
  write('room 59', 'answer', true);
  await pass(600_000);
  expect(went.get('answer')).toBeLessThan(10);
  expect(went.get('broadcast 59')).toBeGreaterThan(170);
  expect(went.size).toBe(61);
});

test('when what is kept for answers is all that is left of the day, answers go and the rest waits', async () => {
  const { write, pass, went } = account({ perMinute: 100, perDay: 10, gap: 0, groupGap: 0 });
  for (let message = 0; message < 9; message++) write('room', `news ${message}`, false);
  await pass(60_000);
  expect(went.size).toBe(8);
  write('room', 'answer', true);
  await pass(60_000);
  expect(went.get('answer')).toBeLessThan(61);
  await pass(24 * 3_600_000);
  expect(went.has('news 8')).toBe(true);
});

test('on a quiet day what is said keeps its order', async () => {
  const { write, pass, went } = account({ ...usual, gap: 0, groupGap: 0 });
  for (const key of ['card', 'answer', 'another card', 'another answer'])
    write('room', key, key.includes('answer'));
  await pass(1_000);
  expect([...went.keys()]).toEqual(['card', 'answer', 'another card', 'another answer']);
});
