import { put } from '../../../../core/collection.ts';
import type { DecisionContext } from '../../../../core/command.ts';
import { broadcast, type Outcome, remember, together } from '../../../../core/outcome.ts';
import { lines } from '../../../../core/text.ts';
import { addDays, dateOf, momentOf } from '../../../../core/time.ts';
import { type Activity, activities, minutes } from '../../records/index.ts';
import { turnoutAt } from '../../rules/attendance-table.ts';
import { groupsOfActivity } from '../../rules/audience.ts';
import { TABLE_WITHIN } from '../../rules/checkin.ts';
import { completenessOf, isComplete } from '../../rules/minutes.ts';
import { transition } from '../../rules/transitions.ts';
import { minutesTexts } from '../../texts/minutes.ts';
import { tableText } from '../../views/attendance.ts';

/** When the record is asked for on the day after. */
const ASKED_AT = '09:00';

/** Whose record is complete already (written on the way) needs nothing more. */
export function closeCheckin(activity: Activity, context: DecisionContext): Outcome {
  const { records } = context;
  const complete = isComplete(
    completenessOf(
      activity,
      turnoutAt(activity.id, records).total,
      records.get(minutes, activity.id),
    ),
  );
  const dayAfter = addDays(dateOf(activity.closes, context.zone), 1);
  const asksRecord = momentOf(dayAfter, ASKED_AT, context.zone);
  const held = transition(activity, 'end', context.now, { ...activity, asksRecord });
  return together(
    remember(put(activities, complete ? transition(held, 'complete', context.now) : held)),
    broadcast({
      id: `table:${activity.id}`,
      groups: groupsOfActivity(activity, records),
      text: lines(
        tableText(activity, records),
        !complete && minutesTexts.askRecord(activity.number),
      ),
      choices: [],
      planned: activity.closes,
      deadline: activity.closes + TABLE_WITHIN,
      atAnyHour: true,
    }),
  );
}
