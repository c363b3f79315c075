import type { Bot } from './bot.ts';
import { DAY, dateOf, endOfDay } from './core/time.ts';
import { readWholeWhen } from './core/when/index.ts';

/* Time that is moved ahead: in the example, in plays and in tests. */

/** A clock that can be moved on. */
export interface MovableClock {
  now(): number;
  moveTo(moment: number): void;
  /** When the next timer runs out, where timers move with the clock. */
  nextTimer?(): number | undefined;
}

/** The pace of looking again at what is due but cannot be done yet, ms. */
const LOOK_AGAIN = 30_000;

/** Lets time pass until a moment; what is due on the way happens in its order. */
export async function letTimePass(app: Bot, clock: MovableClock, until: number): Promise<void> {
  const begun = clock.now();
  for (;;) {
    const now = clock.now();
    const due = app.nextDue() ?? Number.POSITIVE_INFINITY;
    const timer = clock.nextTimer?.() ?? Number.POSITIVE_INFINITY;
    const next = Math.min(due <= now ? now + LOOK_AGAIN : due, timer);
    if (next > until) break;
    clock.moveTo(next);
    await app.tick();
    await app.idle();
  }
  clock.moveTo(until);
  await app.tick();
  await app.idle();
  if (until - begun < DAY) return;
  // What the operator's schedule does each day.
  app.sweep();
  await app.idle();
}

/**
 * Reads a moment to come in words; a day or a time that is over already is the next one: on the
 * 25th at noon `25日 8:12` is in the next month. @returns the moment, ms, or why it cannot be.
 */
export function momentAhead(when: string, now: number, zone: string): number | string {
  const today = readWholeWhen(when, { now, zone });
  const isOver = !today.ok || today.start < now;
  const comesAgain = isOver && /^\s*\d{1,2}([日号点:：])/.test(when);
  const read = comesAgain
    ? readWholeWhen(when, { now: endOfDay(dateOf(now, zone), zone), zone })
    : today;
  if (read.ok && read.start >= now) return read.start;
  return read.ok || read.reason === 'past'
    ? '时间只能往后拨'
    : '时间没看懂，例：【25日 8:12】【明天上午9点】';
}
