import { randomInt, scryptSync } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { schedule } from 'node-cron';
import type { Clock, Random } from '../../src/ports/clock.ts';

/** The machine's clock, shifted by `offset` ms where a demonstration has moved ahead. */
export function systemClock(offset = () => 0): Clock {
  return {
    now: () => Date.now() + offset(),
    elapsed: () => performance.now(),
    after: (ms, call) => {
      const timer = setTimeout(call, ms);
      return () => clearTimeout(timer);
    },
    everyTick: (call) => {
      // A tick that comes late is as good as one in time: what is due is found by looking at the
      // wall clock.
      const task = schedule('*/30 * * * * *', call, { suppressMissedWarning: true });
      return () => void task.destroy();
    },
  };
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

export const systemRandom: Random = {
  newId: () => Array.from({ length: 12 }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
  below: (below) => randomInt(below),
  fingerprint: (text) => scryptSync(text, 'lianluo', 18, { N: 4096 }).toString('base64url'),
};
