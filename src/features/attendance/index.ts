import { put, type Remember, remove } from '../../core/collection.ts';
import type { DecisionContext } from '../../core/command.ts';
import { dueRule, feature } from '../../core/feature.ts';
import { broadcast, type Outcome, remember, tell, together } from '../../core/outcome.ts';
import { lines } from '../../core/text.ts';
import { addDays, dateOf, MINUTE, momentOf } from '../../core/time.ts';
import { convenorsOf } from '../../identity/people/index.ts';
import {
  type Activity,
  activities,
  groupsOfActivity,
  headline,
  inState,
  minutes,
  newPasscode,
  organisersOf,
} from '../activities/index.ts';
import { type Attendance, attendance, headcounts } from '../presence/index.ts';
import { commands } from './commands/index.ts';
import { FORMER_COUNTS, TABLE_WITHIN, wordShown } from './rules/checkin.ts';
import { completenessOf, isComplete } from './rules/record.ts';
import { oneEntry } from './rules/table.ts';
import { checkinTexts } from './texts/checkin.ts';
import { recordTexts } from './texts/record.ts';
import { settingTexts } from './texts/setting.ts';
import { arrivalsText, tableFor, tableText } from './views.ts';

/** When the record is asked for on the day after. */
const ASKED_AT = '09:00';

export const attendanceFeature = feature({
  name: 'attendance',
  commands,
  dueRules: [
    dueRule({
      name: 'check-in opens',
      collection: activities,
      at: (activity) =>
        activity.state === 'planned' || activity.state === 'open' ? activity.opens : undefined,
      fire: openCheckin,
    }),
    dueRule({
      name: 'check-in closes',
      collection: activities,
      at: (activity) => (activity.state === 'underway' ? activity.closes : undefined),
      fire: closeCheckin,
    }),
    dueRule({
      name: 'the check-in word changes',
      collection: activities,
      at: (activity) => (activity.state === 'underway' ? activity.rotatesAt : undefined),
      fire: changeWord,
    }),
    dueRule({
      name: 'a record is missing',
      collection: activities,
      at: (activity) => (activity.state === 'held' ? activity.asksRecord : undefined),
      fire: askForRecord,
    }),
  ],
  cards: [
    {
      name: 'attendance',
      view: (id, changes, { records }) => {
        const activity = records.get(activities, id);
        return activity && { text: arrivalsText(activity, changes, records), choices: [] };
      },
    },
  ],
  merge,
  onClockCorrected: ({ records, now }) =>
    records.all(activities).flatMap((activity) => stillAhead(activity, now)),
});

/** Check-in that a clock ahead has opened or closed before its time. */
function stillAhead(activity: Activity, now: number): readonly Remember[] {
  const { asksRecord: _, ...still } = activity;
  if ((activity.state !== 'underway' && activity.state !== 'held') || now >= activity.closes)
    return [];
  if (now >= activity.opens) return activity.state === 'held' ? [inState(still, 'underway')] : [];
  return [inState(still, (activity.signupFrom ?? now) > now ? 'planned' : 'open')];
}

function openCheckin(activity: Activity, context: DecisionContext): Outcome {
  const { passcode } = activity;
  const head = headline(activity, context);
  const organisers = passcode === undefined ? [] : toldOf(activity, context);
  return together(
    remember(inState(activity, 'underway')),
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
      tell(person, settingTexts.wordForBoard(head, passcode ?? ''), { urgent: true }),
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
function changeWord(activity: Activity, { records, now, randomBelow }: DecisionContext): Outcome {
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
  const text = settingTexts.wordNow(activity.number, word, rotation.minutes);
  return together(
    remember(put(activities, changed)),
    tell(rotation.person, text, { urgent: true }),
  );
}

/** The day after, and only who ran it. */
function askForRecord(activity: Activity, context: DecisionContext): Outcome {
  const { asksRecord: _, ...asked } = activity;
  const text = recordTexts.recordMissing(headline(activity, context), activity.number);
  return together(
    remember(put(activities, asked)),
    ...toldOf(activity, context).map((person) => tell(person, text)),
  );
}

/** Whose record is complete already (written on the way) needs nothing more. */
function closeCheckin(activity: Activity, context: DecisionContext): Outcome {
  const { records } = context;
  const complete = isComplete(
    completenessOf(activity, tableFor(activity, records).total, records.get(minutes, activity.id)),
  );
  const dayAfter = addDays(dateOf(activity.closes, context.zone), 1);
  const asksRecord = momentOf(dayAfter, ASKED_AT, context.zone);
  return together(
    remember(inState({ ...activity, asksRecord }, complete ? 'archived' : 'held')),
    broadcast({
      id: `table:${activity.id}`,
      groups: groupsOfActivity(activity, records),
      text: lines(
        tableText(activity, records),
        !complete && recordTexts.askRecord(activity.number),
      ),
      choices: [],
      planned: activity.closes,
      deadline: activity.closes + TABLE_WITHIN,
      atAnyHour: true,
    }),
  );
}

/**
 * Two entries of one person for an activity become one; what they recorded for others stays
 * recorded by them.
 */
function merge(from: string, to: string, { records }: DecisionContext): Outcome {
  const who = (person: string) => (person === from ? to : person);
  const theirs = (entry: Attendance): Attendance => ({
    ...entry,
    person: who(entry.person),
    by: who(entry.by),
    corrected: entry.corrected && { ...entry.corrected, by: who(entry.corrected.by) },
  });
  const isNamed = (entry: Attendance) => entry.by === from || entry.corrected?.by === from;
  const entries = records.all(attendance);
  const own = entries.filter((entry) => entry.person === from);
  const both = new Set(own.map((entry) => `${entry.activity}/${to}`));
  return remember(
    ...entries
      .filter((entry) => entry.person !== from && isNamed(entry) && !both.has(entry.id))
      .map((entry) => put(attendance, theirs(entry))),
    ...own.flatMap((gone) => {
      const id = `${gone.activity}/${to}`;
      const kept = records.get(attendance, id);
      const one = theirs(kept === undefined ? { ...gone, id } : oneEntry(kept, gone));
      return [remove(attendance, gone.id), put(attendance, one)];
    }),
    ...records
      .all(headcounts)
      .flatMap((one) => (one.by === from ? [put(headcounts, { ...one, by: to })] : [])),
  );
}
