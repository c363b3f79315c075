import { put } from '../../../../core/collection.ts';
import type { DecisionContext } from '../../../../core/command.ts';
import { type Outcome, remember, tell, together } from '../../../../core/outcome.ts';
import { type Activity, activities } from '../../records/index.ts';
import { organisersReached } from '../../rules/audience.ts';
import { minutesTexts } from '../../texts/minutes.ts';
import { headline } from '../../views/activity.ts';

/** The day after, and only who ran it. */
export function askForRecord(activity: Activity, context: DecisionContext): Outcome {
  const { asksRecord: _, ...asked } = activity;
  const text = minutesTexts.recordMissing(headline(activity, context), activity.number);
  return together(
    remember(put(activities, asked)),
    ...organisersReached(activity, context).map((person) => tell(person, text)),
  );
}
