import {
  type Activity,
  activities,
  activityIn,
  activityNumber,
  signups,
  whichActivity,
} from '../../activities/index.ts';
import { name, oneOf, rest } from '../../core/arguments.ts';
import { type Change, command, type Spoken } from '../../core/command.ts';
import { allBack, edit, editsOf, sayBack } from '../../core/edits.ts';
import { shortened } from '../../core/names.ts';
import { type Outcome, refresh, refuse, say, together } from '../../core/outcome.ts';
import { nameOf, type Person } from '../../people/index.ts';
import { type AttendanceState, attendance } from '../records.ts';
import { arrival, attendanceCard } from '../rules.ts';
import { type TableRow, texts } from '../texts.ts';
import { candidates } from './candidates.ts';

const states = { 到场: 'present', 迟到: 'late', 请假: 'leave', 缺席: 'absent' } as const;
const words = Object.keys(states) as [keyof typeof states, ...(keyof typeof states)[]];

export const correct = command({
  latin: 'correct',
  zh: '补签',
  also: ['更正'],
  who: 'liaison',
  where: 'anywhere',
  summary: { zh: '补签或更正，写明原因', en: 'correct attendance, with the reason' },
  daily: true,
  examples: ['补签 E7 张伟 手机没电', '补签 E7 李娟 缺席 没来也没请假'],
  args: {
    activity: activityNumber,
    who: name({ zh: '姓名', en: 'name' }),
    state: oneOf({ zh: '到场/迟到/请假/缺席', en: 'state' }, words).optional(),
    why: rest({ zh: '原因', en: 'reason' }),
  },
  short: ['补签 {activity} {who} {state} {why}'],
  run: ({ activity: number, who, state, why }, spoken) => {
    const which = whichActivity(spoken, number, hasBegun, {
      none: () => refuse(texts.nothingHeld),
      unfit: (activity) => refuse(texts.correctLater(activity.number)),
      example: (one) => `补签 E${one} ${who} ${why}`,
    });
    if ('answer' in which) return which.answer;
    const called = candidates(which.activity, who, spoken);
    const [person] = called;
    if (person === undefined) return refuse(texts.nobodyCalled(who));
    if (called.length > 1) return refuse(texts.severalCalled(who));
    return correctTo(which.activity, person, state && states[state], why, spoken);
  },
  undo: takeBack,
});

function hasBegun({ state }: Activity): boolean {
  return state === 'underway' || state === 'held' || state === 'archived';
}

function correctTo(
  activity: Activity,
  person: Person,
  wanted: AttendanceState | undefined,
  why: string,
  spoken: Spoken,
): Outcome {
  const id = `${activity.id}/${person.id}`;
  const before = spoken.records.get(attendance, id);
  const signup = spoken.records.get(signups, id);
  const present = arrival(activity, signup, activity.start);
  const state = wanted === undefined || wanted === 'present' ? present : wanted;
  const { now: at, message } = spoken;
  const by = spoken.person.id;
  const from = before?.corrected?.from ?? before?.state;
  const corrected = { ...(from ? { from } : {}), by, at, why: shortened(why, 100), message };
  const entry = before ?? { id, activity: activity.id, person: person.id, heads: signup?.party ?? 1, at, by, message };
  return together(
    edit(attendance, before, { ...entry, state, corrected }),
    say(texts.corrected(activity.number, person.name, texts.state(rowOf(state)))),
  );
}

/** What the entry said before counts again; who was not heard of is unknown again. */
function takeBack(change: Change, { records }: Spoken): Outcome {
  const edited = editsOf(attendance, change, records);
  const [corrected] = edited;
  const activity = corrected && records.get(activities, activityIn(corrected.id));
  if (activity === undefined) throw new Error('an activity does not go away');
  const back = allBack(edited);
  if (back === undefined) return refuse(texts.changedSince(activity.number));
  const name = nameOf(records, corrected?.now?.person ?? '');
  const state = texts.state(rowOf(corrected?.before?.state));
  return together(back, refresh(attendanceCard(activity)), sayBack(texts.standsAs(activity.number, name, state)));
}

function rowOf(state: AttendanceState | undefined): TableRow {
  return state === 'walked_in' ? 'walkedIn' : (state ?? 'unknown');
}
