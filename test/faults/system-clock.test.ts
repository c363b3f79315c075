import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { systemClock } from '../../adapters/clock-system/index.ts';

/* The machine's clock is moved; its timers, which run by the monotonic clock, are not. */

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const DAY = 24 * HOUR;
const START = Date.parse('2026-11-25T08:00:07Z');

let ticks = 0;
let stop = () => {};

beforeEach(() => {
  vi.useFakeTimers({ now: START, toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] });
  ticks = 0;
  stop = systemClock().everyTick(() => {
    ticks += 1;
  });
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

/** So much time passes, ms. @returns how often it ticked. */
async function ticksIn(ms: number): Promise<number> {
  const before = ticks;
  await vi.advanceTimersByTimeAsync(ms);
  return ticks - before;
}

test('it ticks at each half minute of the wall clock', async () => {
  expect(await ticksIn(22 * SECOND)).toBe(0);
  expect(await ticksIn(SECOND)).toBe(1);
  expect(await ticksIn(29 * SECOND)).toBe(0);
  expect(await ticksIn(SECOND)).toBe(1);
  expect(await ticksIn(10 * 60 * SECOND)).toBe(20);
});

test.each([
  ['a few seconds', 3 * SECOND],
  ['two hours', 2 * HOUR],
  ['a day', DAY],
  ['a year', 365 * DAY],
])('set back by %s it goes on ticking', async (_, back) => {
  await ticksIn(60 * SECOND);
  vi.setSystemTime(Date.now() - back);
  expect(await ticksIn(31 * SECOND)).toBeGreaterThanOrEqual(1);
  expect(await ticksIn(5 * 60 * SECOND)).toBeGreaterThanOrEqual(10);
});

test('a short step back across a tick costs none of the ticks behind it', async () => {
  await ticksIn(20 * SECOND);
  vi.setSystemTime(Date.now() - DAY);
  await ticksIn(8 * SECOND);
  vi.setSystemTime(Date.now() + DAY);
  expect(await ticksIn(155 * SECOND)).toBeGreaterThanOrEqual(5);
});

test.each([
  ['a month', 30 * DAY],
  ['ten years', 3_650 * DAY],
])('set ahead by %s it ticks at once or soon, and walks through nothing', async (_, ahead) => {
  await ticksIn(20 * SECOND);
  vi.setSystemTime(Date.now() + ahead);
  let looked = 0;
  const now = vi.spyOn(Intl.DateTimeFormat.prototype, 'formatToParts');
  expect(await ticksIn(31 * SECOND)).toBeGreaterThanOrEqual(1);
  looked = now.mock.calls.length;
  now.mockRestore();
  expect(looked).toBeLessThan(1_000);
  expect(await ticksIn(5 * 60 * SECOND)).toBeGreaterThanOrEqual(10);
});

test('a tick that comes late, because the process was busy, is made', async () => {
  await ticksIn(22 * SECOND);
  // The timer runs out while nothing else has its turn.
  vi.setSystemTime(Date.now() + 2_500);
  expect(await ticksIn(SECOND)).toBe(1);
  vi.setSystemTime(Date.now() + 20 * SECOND);
  expect(await ticksIn(30 * SECOND)).toBeGreaterThanOrEqual(1);
});

test('called off it ticks no more', async () => {
  stop();
  expect(await ticksIn(DAY)).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});

test('a call that fails does not end the ticks', async () => {
  const failing = systemClock().everyTick(() => {
    throw new Error('not foreseen');
  });
  await expect(vi.advanceTimersByTimeAsync(30 * SECOND)).rejects.toThrow('not foreseen');
  await expect(vi.advanceTimersByTimeAsync(30 * SECOND)).rejects.toThrow('not foreseen');
  failing();
});
