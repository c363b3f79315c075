import { put, type Remember } from '../../../core/collection.ts';
import { soundsLike } from '../../../core/sounds.ts';
import { HOUR, MINUTE } from '../../../core/time.ts';
import { type Activity, type AttendanceState, activities, type Signup } from '../records/index.ts';
import { allows, transition } from './transitions.ts';

/** After the start by more than this is late. */
const GRACE = 10 * MINUTE;

/** A unit's head-count above this is asked for again. */
export const MANY = 50;

/** How long a number that was asked again may be confirmed. */
export const CONFIRM_WITHIN = 10 * MINUTE;

/** The attendance table may still be sent this long after check-in has closed. */
export const TABLE_WITHIN = 2 * HOUR;

/** Who reads the board just before the word changes has so long to type it, ms. */
export const FORMER_COUNTS = MINUTE;

/**
 * The words that check in now: the one on the board, and the one that was there until a moment ago.
 */
export function wordsOf({ passcode, former }: Activity, now: number): readonly string[] {
  return [passcode, former !== undefined && now <= former.until ? former.word : undefined].flatMap(
    (one) => one ?? [],
  );
}

/** A word for examples: the one that was rightly said, else never the one on the board. */
export function wordShown({ passcode }: Activity, said?: string): string {
  return said ?? (passcode === '春风' ? '小雪' : '春风');
}

/** The word on the board that somebody means, however a keyboard or voice input spells it. */
export function wordMeant(activity: Activity, said: string, now: number): string | undefined {
  return wordsOf(activity, now).find((word) => word === said || soundsLike(word, said));
}

/** Whether a word is the one on the board, or was until a moment ago. */
export function isItsWord(activity: Activity, word: string | undefined, now: number): boolean {
  return word !== undefined && wordsOf(activity, now).includes(word);
}

/** What checking in at a moment means for somebody. */
export function arrival(
  activity: Activity,
  signup: Signup | undefined,
  at: number,
): AttendanceState {
  if (signup?.state !== 'in') return 'walked_in';
  return at > activity.start + GRACE ? 'late' : 'present';
}

/** What a clock that stood ahead has opened or closed before its time is as the time is now. */
export function checkinByClock(activity: Activity, now: number): readonly Remember[] {
  if (!allows('correctClock', activity)) return [];
  const { asksRecord: _, ...still } = activity;
  const next = transition(activity, 'correctClock', now, still);
  return next.state === activity.state ? [] : [put(activities, next)];
}
