import { systemClock } from '../../adapters/clock-system/index.ts';
import type { Clock } from '../../src/ports/clock.ts';

/**
 * A clock whose timers run out so many times faster, and which counts that much more time; its wall
 * clock is `now`.
 */
export function fasterClock(times: number, now: () => number = Date.now): Clock {
  const system = systemClock();
  return {
    ...system,
    now,
    elapsed: () => system.elapsed() * times,
    after: (ms, call) => system.after(ms / times, call),
  };
}
