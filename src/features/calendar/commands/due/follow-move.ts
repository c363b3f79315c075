import { put, type Records } from '../../../../core/collection.ts';
import type { DecisionContext } from '../../../../core/command.ts';
import { type Outcome, remember } from '../../../../core/outcome.ts';
import { dateOf } from '../../../../core/time.ts';
import { type Activity, activities, isToCome, signups } from '../../../activities/index.ts';
import { occurrences, rules } from '../../records.ts';
import { noticesMoved } from '../../rules/notices.ts';

/**
 * The day of an activity was moved by hand: what is still to be announced goes with it, and comes
 * back with it.
 */
export function followMove(activity: Activity, { records, now }: DecisionContext): Outcome {
  const { moved: _, ...still } = activity;
  const occurrence = records.get(occurrences, activity.occurrence ?? '');
  const rule = occurrence && records.get(rules, occurrence.rule);
  if (occurrence === undefined || rule === undefined) return remember(put(activities, still));
  const day = dateOf(activity.start, rule.zone);
  const { notices, passed } = noticesMoved(occurrence, rule, day, activity.start, now);
  const signupFrom = notices.find((one) => one.opens === 'signup')?.planned;
  const state = isToCome(activity) ? signupState(activity, signupFrom, records) : activity.state;
  return remember(
    put(activities, { ...still, state, signupFrom }),
    put(occurrences, { ...occurrence, day, notices, passed }),
  );
}

/**
 * Sign-up that would have begun between the old day and the new one begins now. Where it lies ahead
 * again and nobody has signed up, it waits.
 */
function signupState(
  { id }: Activity,
  from: number | undefined,
  records: Records,
): 'planned' | 'open' {
  return from !== undefined && records.where(signups, id).length === 0 ? 'planned' : 'open';
}
