import { type Activity, activities, groupsOfActivity, headline, inState, organisersOf } from '../activities/index.ts';
import { alarm, capability } from '../core/capability.ts';
import type { Situation } from '../core/command.ts';
import { broadcast, type Outcome, remember, tell, together } from '../core/outcome.ts';
import { commands } from './commands.ts';
import { attendance, headcounts, minutes } from './records.ts';
import { completenessOf, isComplete, TABLE_WITHIN } from './rules.ts';
import { texts } from './texts.ts';
import { arrivalsText, tableFor, tableText } from './views.ts';

export const attendanceCapability = capability({
  name: 'attendance',
  collections: [attendance, headcounts, minutes],
  commands,
  alarms: [
    alarm({
      name: 'check-in opens',
      of: activities,
      at: (activity) => (activity.state === 'planned' || activity.state === 'open' ? activity.opens : undefined),
      run: openCheckin,
    }),
    alarm({
      name: 'check-in closes',
      of: activities,
      at: (activity) => (activity.state === 'underway' ? activity.closes : undefined),
      run: closeCheckin,
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
});

function openCheckin(activity: Activity, situation: Situation): Outcome {
  const { passcode } = activity;
  const head = headline(activity, situation);
  const organisers = passcode === undefined ? [] : organisersOf(activity, situation.records);
  return together(
    remember(inState(activity, 'underway')),
    broadcast({
      id: `checkin:${activity.id}`,
      groups: groupsOfActivity(activity, situation.records),
      text: texts.opened(head, passcode !== undefined),
      choices: passcode === undefined ? [`签到 E${activity.number}`] : [],
      planned: activity.opens,
      deadline: activity.closes,
      atAnyHour: true,
    }),
    ...organisers.map((person) => tell(person, texts.wordForBoard(head, passcode ?? ''), { urgent: true })),
  );
}

/** Whose record is complete already (written on the way) needs nothing more. */
function closeCheckin(activity: Activity, situation: Situation): Outcome {
  const { records } = situation;
  const complete = isComplete(
    completenessOf(activity, tableFor(activity, records).total, records.get(minutes, activity.id)),
  );
  return together(
    remember(inState(activity, complete ? 'archived' : 'held')),
    broadcast({
      id: `table:${activity.id}`,
      groups: groupsOfActivity(activity, records),
      text: tableText(activity, records),
      choices: [],
      planned: activity.closes,
      deadline: activity.closes + TABLE_WITHIN,
      atAnyHour: true,
    }),
  );
}
