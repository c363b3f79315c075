import { put } from '../../../../core/collection.ts';
import type { DecisionContext } from '../../../../core/command.ts';
import { broadcast, type Outcome, remember, tell, together } from '../../../../core/outcome.ts';
import { lines } from '../../../../core/text.ts';
import { addDays, dateOf, MINUTE, momentOf } from '../../../../core/time.ts';
import { convenorsOf } from '../../../../identity/people/index.ts';
import { type Activity, activities, minutes } from '../../records.ts';
import { tableFor } from '../../rules/attendance-table.ts';
import { groupsOfActivity, organisersOf } from '../../rules/audience.ts';
import { FORMER_COUNTS, TABLE_WITHIN, wordShown } from '../../rules/checkin.ts';
import { completenessOf, isComplete } from '../../rules/minutes.ts';
import { newPasscode } from '../../rules/new-activity.ts';
import { transition } from '../../rules/transitions.ts';
import { checkinTexts } from '../../texts/checkin.ts';
import { checkinSettingTexts } from '../../texts/checkin-setting.ts';
import { minutesTexts } from '../../texts/minutes.ts';
import { headline } from '../../views/activity.ts';
import { tableText } from '../../views/attendance.ts';

/** When the record is asked for on the day after. */
const ASKED_AT = '09:00';

export function openCheckin(activity: Activity, context: DecisionContext): Outcome {
  const { passcode } = activity;
  const head = headline(activity, context);
  const organisers = passcode === undefined ? [] : toldOf(activity, context);
  return together(
    remember(put(activities, transition(activity, 'begin', context.now))),
    broadcast({
      // Opened again at another time, the groups are told again.
      id: `checkin:${activity.id}:${activity.opens}`,
      groups: groupsOfActivity(activity, context.records),
      text: checkinTexts.opened(head, passcode && wordShown(activity)),
      choices: passcode === undefined ? [`签到 E${activity.number}`] : [],
      planned: activity.opens,
      deadline: activity.closes,
      atAnyHour: true,
    }),
    ...organisers.map((person) =>
      tell(person, checkinSettingTexts.wordForBoard(head, passcode ?? ''), { urgent: true }),
    ),
  );
}

/**
 * Who runs it; where no word in private reaches them, the convenors, so that somebody has the word
 * for the board.
 */
function toldOf(activity: Activity, { records, reaches }: DecisionContext): readonly string[] {
  const reached = organisersOf(activity, records).filter(reaches);
  return reached.length > 0 ? reached : convenorsOf(records).map(({ id }) => id);
}

/** A new word, and nobody but who writes it up is told. After a downtime it changes once. */
export function changeWord(
  activity: Activity,
  { records, now, randomBelow }: DecisionContext,
): Outcome {
  const { rotation, rotatesAt: _, passcode, ...still } = activity;
  if (rotation === undefined || passcode === undefined)
    return remember(put(activities, { ...still, passcode }));
  const word = newPasscode(records, randomBelow);
  const changed: Activity = {
    ...still,
    rotation,
    passcode: word,
    rotatesAt: now + rotation.minutes * MINUTE,
    former: { word: passcode, until: now + FORMER_COUNTS },
  };
  const text = checkinSettingTexts.wordNow(activity.number, word, rotation.minutes);
  return together(
    remember(put(activities, changed)),
    tell(rotation.person, text, { urgent: true }),
  );
}

/** The day after, and only who ran it. */
export function askForRecord(activity: Activity, context: DecisionContext): Outcome {
  const { asksRecord: _, ...asked } = activity;
  const text = minutesTexts.recordMissing(headline(activity, context), activity.number);
  return together(
    remember(put(activities, asked)),
    ...toldOf(activity, context).map((person) => tell(person, text)),
  );
}

/** Whose record is complete already (written on the way) needs nothing more. */
export function closeCheckin(activity: Activity, context: DecisionContext): Outcome {
  const { records } = context;
  const complete = isComplete(
    completenessOf(activity, tableFor(activity, records).total, records.get(minutes, activity.id)),
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
