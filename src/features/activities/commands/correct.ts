import { headcount, name, oneOf, ownWords, rest } from '../../../core/arguments.ts';
import { type CommandContext, command, type LastChange } from '../../../core/command.ts';
import { allBack, edit, editsOf, sayBack } from '../../../core/edits.ts';
import { type Ignored, ignore } from '../../../core/ignored.ts';
import { fold } from '../../../core/line.ts';
import { shortened } from '../../../core/names.ts';
import {
  type Outcome,
  refuse,
  remember,
  say,
  together,
  updateCardQuietly,
} from '../../../core/outcome.ts';
import { type Unit, unitCalled, units } from '../../../identity/alliance/index.ts';
import { nameOf, type Person, personCalled } from '../../../identity/people/index.ts';
import { isCertainName } from '../../../understanding/person-names.ts';
import {
  type Activity,
  type AttendanceState,
  activities,
  attendance,
  headcounts,
  signups,
} from '../records/index.ts';
import { underwayFirst } from '../rules/activities-here.ts';
import { arrival } from '../rules/checkin.ts';
import { activityIn, attendanceCard } from '../rules/identifiers.ts';
import { awaitsRecord, hasBegun } from '../rules/states.ts';
import { candidates } from '../rules/who-is-who.ts';
import { correctWording } from '../texts/arrival-wording.ts';
import { attendanceTexts, type TableRow } from '../texts/attendance.ts';
import { checkinTexts } from '../texts/checkin.ts';
import { unitName } from '../views/attendance.ts';
import { activityNumber, whichActivity } from './shared/which-activity.ts';

const states = { 到场: 'present', 迟到: 'late', 请假: 'leave', 缺席: 'absent' } as const;
const words = Object.keys(states) as [keyof typeof states, ...(keyof typeof states)[]];

export const correct = command({
  name: 'correct',
  zhName: '补签',
  aliases: ['更正'],
  minRole: 'liaison',
  scope: 'anywhere',
  inRows: true,
  summary: { zh: '补签或更正，写明原因', en: 'correct attendance, with the reason' },
  daily: true,
  examples: [
    '补签 E7 张伟 手机没电',
    '补签 E7 李娟 缺席 没来也没请假',
    '补签 E7 恒威 8人 后来又来了',
  ],
  args: {
    activity: activityNumber.optional(),
    who: name({ zh: '姓名', en: 'name' }),
    heads: headcount({ zh: '人数', en: 'count' }).optional(),
    state: oneOf({ zh: '到场/迟到/请假/缺席', en: 'state' }, words).optional(),
    why: rest({ zh: '原因', en: 'reason' }).optional(),
    counted: ownWords<{ readonly unit: string; readonly count: number }>(),
  },
  shortForms: [
    '补签 {activity} {who} {heads} {state} {why}',
    '补签 {who} {activity} {heads} {state} {why}',
  ],
  wording: correctWording,
  run: (said, context) => {
    const { activity: number, who, why, counted } = said;
    if (number === undefined && isNumber(who)) return refuse(attendanceTexts.whomCorrect(who));
    const fits = number === undefined ? underwayFirst(context, number, awaitsRecord) : hasBegun;
    const which = whichActivity(context, number, fits, {
      none: () => refuse(attendanceTexts.nothingHeld),
      unfit: (activity) => refuse(attendanceTexts.correctLater(activity.number)),
      example: (one) => ['补签', `E${one}`, who, why].filter(Boolean).join(' '),
    });
    if ('answer' in which) return which.answer;
    if (counted !== undefined) return recount(which.activity, counted, context);
    return correctNamed(which.activity, said, context);
  },
  undo: takeBack,
});

/** 补签 E1: whom, is missing. */
function isNumber(who: string | undefined): who is string {
  return who !== undefined && /^e\d+$/i.test(fold(who));
}

interface Correction {
  readonly who: string;
  readonly heads: number | undefined;
  readonly state: keyof typeof states | undefined;
  readonly why: string | undefined;
}

/** The entry of whoever is called so; who was there and is on no list is put down. */
function correctNamed(
  activity: Activity,
  { who, heads, state, why }: Correction,
  context: CommandContext,
): Outcome | Ignored {
  const { number } = activity;
  const called = candidates(activity, who, context);
  if (called.length > 1) return refuse(attendanceTexts.severalCalled(who));
  const unit = called.length === 0 ? unitCalled(context.records, who) : undefined;
  const isNobody = called.length === 0 && unit === undefined;
  // 补签 E1 的同志来找我 is said to others.
  if (isNobody && why === undefined && context.trigger === 'short') return ignore('unclear-who');
  if (isNobody && !isCertainName(who)) return refuse(attendanceTexts.nobodyCalled(number, who));
  if (unit !== undefined && (heads === undefined || why === undefined))
    return refuse(attendanceTexts.countCorrect(number, who));
  if (why === undefined)
    return refuse(
      attendanceTexts.whyCorrect(['补签', `E${number}`, who, state].filter(Boolean).join(' ')),
    );
  const reason = {
    by: context.person.id,
    at: context.now,
    why: shortened(why, 100),
    message: context.message,
  };
  if (unit !== undefined) return correctCount(activity, unit, heads ?? 0, reason, context);
  const { person, remember: made } =
    called[0] === undefined
      ? personCalled(context.records, who, context.newId)
      : { person: called[0], remember: [] };
  const wanted = { state: state && states[state], heads };
  return together(remember(...made), correctTo(activity, person, wanted, reason, context));
}

/** A unit's number that was said wrong, in one's own words. */
function recount(
  activity: Activity,
  { unit: id, count }: { readonly unit: string; readonly count: number },
  context: CommandContext,
): Outcome {
  const unit = context.records.get(units, id);
  if (unit === undefined) return refuse(attendanceTexts.countCorrect(activity.number, id));
  const { person, now: at, message } = context;
  return correctCount(activity, unit, count, { by: person.id, at, why: '更正', message }, context);
}

interface Reason {
  readonly by: string;
  readonly at: number;
  readonly why: string;
  readonly message: string;
}

function correctTo(
  activity: Activity,
  person: Person,
  wanted: { readonly state: AttendanceState | undefined; readonly heads: number | undefined },
  reason: Reason,
  { records }: CommandContext,
): Outcome {
  const id = `${activity.id}/${person.id}`;
  const before = records.get(attendance, id);
  const signup = records.get(signups, id);
  const present = arrival(activity, signup, activity.start);
  const state = wanted.state === undefined || wanted.state === 'present' ? present : wanted.state;
  const { by, at, message } = reason;
  const from = before?.corrected?.from ?? before?.state;
  const corrected = { ...(from ? { from } : {}), ...reason };
  const entry = before ?? {
    id,
    activity: activity.id,
    person: person.id,
    heads: signup?.party ?? 1,
    at,
    by,
    message,
  };
  const heads = Math.max(1, wanted.heads ?? entry.heads);
  return together(
    edit(attendance, before, { ...entry, heads, state, corrected }),
    say(attendanceTexts.corrected(activity.number, person.name, stateText(state))),
  );
}

/** A unit's head-count in all, as it should have been said while check-in was open. */
function correctCount(
  activity: Activity,
  unit: Unit,
  count: number,
  reason: Reason,
  { records }: CommandContext,
): Outcome {
  const id = `${activity.id}/${unit.id}`;
  const before = records.get(headcounts, id);
  const { by, at, message } = reason;
  const corrected = { from: before?.corrected?.from ?? before?.count ?? 0, ...reason };
  const entry = before ?? { id, activity: activity.id, unit: unit.id, by, at, message };
  return together(
    edit(headcounts, before, { ...entry, count, corrected }),
    say(
      attendanceTexts.corrected(
        activity.number,
        unitName(records, unit.id),
        attendanceTexts.people(count),
      ),
    ),
  );
}

/** What the entry said before counts again; who was not heard of is unknown again. */
function takeBack(change: LastChange, { records }: CommandContext): Outcome {
  const [person] = editsOf(attendance, change, records);
  const [unit] = editsOf(headcounts, change, records);
  const edited = [person, unit].filter((one) => one !== undefined);
  const activity = records.get(activities, activityIn(edited[0]?.id ?? ''));
  if (activity === undefined) throw new Error('an activity does not go away');
  const back = allBack(edited);
  if (back === undefined) return refuse(checkinTexts.changedSince(activity.number));
  const now =
    unit === undefined
      ? attendanceTexts.standsAs(
          activity.number,
          nameOf(records, person?.now?.person ?? ''),
          stateText(person?.before?.state),
        )
      : attendanceTexts.standsAs(
          activity.number,
          unitName(records, unit.now?.unit ?? ''),
          attendanceTexts.people(unit.before?.count ?? 0),
        );
  return together(back, updateCardQuietly(attendanceCard(activity)), sayBack(now));
}

function stateText(state: AttendanceState | undefined) {
  const row: TableRow = state === 'walked_in' ? 'walkedIn' : (state ?? 'unknown');
  return attendanceTexts.state(row);
}
