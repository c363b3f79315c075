import { randomInt, scryptSync } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { createTask } from 'node-cron';
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
    everyTick: (call) => onEachSlot('*/30 * * * * *', call),
    turn: () => setImmediate(),
  };
}

/** No timer runs longer than this, whatever the wall clock says, ms. */
const LONGEST = 30_000;

/**
 * Calls at each moment of a cron expression, and at least every half minute: what is due is found
 * by looking at the wall clock, so a call too many or a late one is as good. node-cron says when
 * the next moment is; its own timers would sleep until the wall clock comes there, for a day after
 * a step back, and walk through everything that a step forward passes over. Timers of the system
 * run by the monotonic clock.
 */
function onEachSlot(expression: string, call: () => void): () => void {
  const slots = createTask(expression, call);
  let timer: NodeJS.Timeout;
  const arm = () => {
    const [slot] = slots.getNextRuns(1);
    const ahead = (slot?.getTime() ?? Number.POSITIVE_INFINITY) - Date.now();
    timer = setTimeout(tick, Math.min(LONGEST, Math.max(1, ahead)));
  };
  const tick = () => {
    // First, so that nothing that the call does ends the ticks.
    arm();
    call();
  };
  arm();
  return () => {
    clearTimeout(timer);
    void slots.destroy();
  };
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

export const systemRandom: Random = {
  newId: () => Array.from({ length: 12 }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
  below: (below) => randomInt(below),
  fingerprint: (text) => scryptSync(text, 'lianluo', 18, { N: 4096 }).toString('base64url'),
};
