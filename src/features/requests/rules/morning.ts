import type { DecisionContext } from '../../../core/command.ts';
import { addDays, dateOf, momentOf } from '../../../core/time.ts';
import type { Digest } from '../records/index.ts';

/** When the morning digest comes unless the convenor says otherwise. */
const TIME = '08:30';

/** The next such time of day after a moment, ms. */
export function nextMorning(time: string, now: number, zone: string): number {
  const today = dateOf(now, zone);
  const moment = momentOf(today, time, zone);
  return moment > now ? moment : momentOf(addDays(today, 1), time, zone);
}

/** A digest that a clock ahead has put off comes the next morning. */
export function digestBy(digest: Digest, now: number, zone: string): Digest {
  const { next, from } = digest;
  if (next === undefined) return digest;
  return {
    ...digest,
    next: Math.min(next, nextMorning(digest.time, now, zone)),
    from: Math.min(from, now),
  };
}

/** The digest from the first request on. */
export function firstDigest({ now, zone }: Pick<DecisionContext, 'now' | 'zone'>): Digest {
  return { id: 'morning', time: TIME, next: nextMorning(TIME, now, zone), from: now };
}
