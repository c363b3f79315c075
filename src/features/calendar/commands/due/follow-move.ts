import { put } from '../../../../core/collection.ts';
import type { DecisionContext } from '../../../../core/command.ts';
import { type Outcome, remember } from '../../../../core/outcome.ts';
import { dateOf } from '../../../../core/time.ts';
import { type Activity, movedAlong } from '../../../activities/index.ts';
import { occurrences, rules } from '../../records.ts';
import { noticesMoved } from '../../rules/notices.ts';

/**
 * The day of an activity was moved by hand: what is still to be announced goes with it, and comes
 * back with it.
 */
export function followMove(activity: Activity, context: DecisionContext): Outcome {
  const { records, now } = context;
  const occurrence = records.get(occurrences, activity.occurrence ?? '');
  const rule = occurrence && records.get(rules, occurrence.rule);
  if (occurrence === undefined || rule === undefined)
    return remember(movedAlong(activity, undefined, context));
  const day = dateOf(activity.start, rule.zone);
  const { notices, passed } = noticesMoved(occurrence, rule, day, activity.start, now);
  const signupFrom = notices.find((one) => one.opens === 'signup')?.planned;
  return remember(
    movedAlong(activity, { signupFrom }, context),
    put(occurrences, { ...occurrence, day, notices, passed }),
  );
}
