import { put } from '../../../../core/collection.ts';
import type { DecisionContext } from '../../../../core/command.ts';
import { broadcast, type Outcome, remember, tell, together } from '../../../../core/outcome.ts';
import { lines, type Text } from '../../../../core/text.ts';
import { addDays, dateOf, momentOf } from '../../../../core/time.ts';
import { type Activity, activities, minutes } from '../../records/index.ts';
import { turnoutAt } from '../../rules/attendance-table.ts';
import { groupsOfActivity, organisersReached, readsNames } from '../../rules/audience.ts';
import { TABLE_WITHIN } from '../../rules/checkin.ts';
import { completenessOf, isComplete } from '../../rules/minutes.ts';
import { transition } from '../../rules/transitions.ts';
import { minutesTexts } from '../../texts/minutes.ts';
import { tableText, turnoutText } from '../../views/attendance.ts';

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
    tellTurnout(activity, complete ? undefined : minutesTexts.askRecord(activity.number), context),
  );
}

/**
 * The liaisons read who was there and are asked for the record: in their group, else whoever runs
 * it in private. The other groups read how many came.
 */
function tellTurnout(
  activity: Activity,
  wish: Text | undefined,
  context: DecisionContext,
): Outcome {
  const { records, reaches } = context;
  const told = groupsOfActivity(activity, records);
  const ofLiaisons = told.filter((group) => readsNames(group, records));
  const others = told.filter((group) => !ofLiaisons.includes(group));
  const table = lines(tableText(activity, records), wish);
  const run = ofLiaisons.length > 0 ? [] : organisersReached(activity, context).filter(reaches);
  // Where nobody is reached, somebody has to be asked after all.
  const asked = ofLiaisons.length === 0 && run.length === 0 ? wish : undefined;
  const post = (groups: readonly string[], text: Text) =>
    broadcast({
      id: `table:${activity.id}`,
      groups,
      text,
      choices: [],
      planned: activity.closes,
      deadline: activity.closes + TABLE_WITHIN,
      atAnyHour: true,
    });
  return together(
    post(ofLiaisons, table),
    post(others, lines(turnoutText(activity, records), asked)),
    ...run.map((person) => tell(person, table)),
  );
}
