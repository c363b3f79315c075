import { expect, test } from 'vitest';
import { SimulatedClock } from '../../adapters/clock-simulated/index.ts';
import { Pace } from '../../adapters/wechat/pace.ts';
import type { PaceSettings } from '../../adapters/wechat/settings.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const usual: PaceSettings = { perMinute: 20, perDay: 500, gap: 1_500, groupGap: 3_000 };

/** A pace on a clock of its own, and when each message went. */
function paced(settings: PaceSettings, random = () => 0) {
  const clock = new SimulatedClock(0);
  const held: unknown[] = [];
  const pace: Pace = new Pace(clock, settings, () => held.push(pace.throttled?.why), random);
  const went: { readonly what: string; readonly at: number }[] = [];
  const sends = (what: string, urgent = false, chat = what) => {
    void pace.acquireSlot(chat, urgent).then((again) => {
      if (again === 0) went.push({ what, at: clock.elapsed() });
      else clock.after(again, () => sends(what, urgent, chat));
    });
  };
  const pass = async (ms: number) => {
    const until = clock.now() + ms;
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      const next = clock.nextTimer() ?? Number.POSITIVE_INFINITY;
      if (next > until) break;
      clock.moveTo(next);
    }
    clock.moveTo(until);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { pace, went, sends, pass, held };
}

test('between two messages there is a gap that is never quite the same, and at most twenty go in a minute', async () => {
  let drawn = 0;
  const { went, sends, pass } = paced(usual, () => [0, 0.3, 0.9, 0.5][drawn++ % 4] ?? 0);
  for (let index = 0; index < 60; index++) sends(`m${index}`, true, 'room');
  await pass(4 * MINUTE);
  expect(went).toHaveLength(60);
  const gaps = went.slice(1).map(({ at }, index) => at - (went[index]?.at ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1_500);
  expect(new Set(gaps).size).toBeGreaterThan(2);
  for (const { at } of went)
    expect(went.filter((one) => one.at >= at && one.at < at + MINUTE).length).toBeLessThanOrEqual(
      20,
    );
});

test('an answer goes before what nobody waits for; broadcasts to other groups take longer', async () => {
  const { went, sends, pass } = paced(usual);
  for (const room of ['A', 'B', 'C']) sends(room);
  sends('答', true, 'A');
  await pass(MINUTE);
  expect(went).toEqual([
    { what: 'A', at: 0 },
    { what: '答', at: 1_500 },
    { what: 'B', at: 4_500 },
    { what: 'C', at: 7_500 },
  ]);
});

test('of the day’s messages some are kept for answers; when all are used up it is told, and a day later it goes on', async () => {
  const { pace, went, sends, pass, held } = paced({
    ...usual,
    perDay: 10,
    perMinute: 100,
    gap: 0,
    groupGap: 0,
  });
  for (let index = 0; index < 9; index++) sends(`通知${index}`);
  await pass(MINUTE);
  expect(went).toHaveLength(8);
  expect(held).toEqual(['reserve']);
  for (let index = 0; index < 3; index++) sends(`答${index}`, true);
  await pass(MINUTE);
  expect(went.map(({ what }) => what).slice(8)).toEqual(['答0', '答1']);
  expect(pace.throttled?.why).toBe('budget');
  await pass(DAY + 2 * MINUTE);
  expect(
    went
      .map(({ what }) => what)
      .slice(10)
      .sort(),
  ).toEqual(['答2', '通知8']);
  expect(held).toEqual(['reserve', undefined]);
});

test('what was sent before a restart counts until it is a day old; what a moved clock makes of it does not', async () => {
  const settings = { ...usual, perDay: 4, perMinute: 100, gap: 0, groupGap: 0 };
  const before = paced(settings);
  for (let index = 0; index < 3; index++) before.sends(`答${index}`, true);
  await before.pass(60 * MINUTE);
  const { pace, went, sends, pass } = paced(settings);
  pace.countBefore([2 * DAY, ...before.pace.sentAgo, -MINUTE]);
  for (let index = 3; index < 6; index++) sends(`答${index}`, true);
  await pass(MINUTE);
  expect(went.map(({ what }) => what)).toEqual(['答3']);
  await pass(DAY - 30 * MINUTE);
  expect(went).toHaveLength(3);
});

test('told that it is too much, it pauses for longer each time, and begins anew when it went well for a while', async () => {
  const { pace, went, sends, pass } = paced(usual);
  expect([pace.tooMuch(), pace.tooMuch(), pace.tooMuch()]).toEqual([
    MINUTE,
    2 * MINUTE,
    4 * MINUTE,
  ]);
  sends('等', true);
  await pass(3 * MINUTE);
  expect(went).toEqual([]);
  await pass(3 * MINUTE);
  expect(went).toHaveLength(1);
  await pass(60 * MINUTE);
  expect(pace.tooMuch()).toBe(MINUTE);
  for (let times = 0; times < 10; times++) pace.tooMuch();
  expect(pace.tooMuch()).toBe(60 * MINUTE);
});
