import { rest } from '../../../core/arguments.ts';
import { type CommandContext, command } from '../../../core/command.ts';
import { edit } from '../../../core/edits.ts';
import { type Ignored, ignore } from '../../../core/ignored.ts';
import { fold } from '../../../core/line.ts';
import { nothing, type Outcome, refuse, say, together, updateCard } from '../../../core/outcome.ts';
import { mayActAs } from '../../../core/roles.ts';
import { type Unit, unitCalled } from '../../../identity/alliance/index.ts';
import type { Person } from '../../../identity/people/index.ts';
import { type Activity, attendance, headcounts } from '../records.ts';
import { activitiesHere, isUnderway } from '../rules/activities-here.ts';
import { wasThere } from '../rules/attendance-table.ts';
import { MANY, wordsOf } from '../rules/checkin.ts';
import { attendanceCard } from '../rules/identifiers.ts';
import { candidates } from '../rules/who-is-who.ts';
import { checkinTexts } from '../texts/checkin.ts';
import { arrive } from './shared/arrive.ts';
import { presentOf } from './shared/note-arrival.ts';
import { takeBackRoll } from './shared/take-back-arrivals.ts';
import { activityNumber, whichCheckin } from './shared/which-activity.ts';

/** The most that one message calls. */
const MOST = 60;

export const rollCall = command({
  name: 'rollcall',
  zhName: '到',
  aliases: ['点名'],
  minRole: 'guest',
  scope: 'anywhere',
  summary: { zh: '联络员点名；自己到了也可以发', en: 'a liaison calls the roll; others check in' },
  daily: true,
  examples: ['/到 槐花', '/到 E7 张伟 李娟 恒威5'],
  args: {
    activity: activityNumber.optional(),
    who: rest({ zh: '姓名或单位人数', en: 'names, units with counts' }).optional(),
  },
  shortForms: ['到 {activity!} {who!}'],
  run: ({ activity: number, who }, context) => {
    const isLiaison = mayActAs(context.person.role, 'liaison');
    if (!isLiaison || isOwnArrival(number, who, context))
      return arrive(number, `到 ${who ?? ''}`, context);
    const called = who?.split(/[\s、，,;；]+/).filter(Boolean) ?? [];
    if (called.length > MOST) return refuse(checkinTexts.tooManyNames(MOST));
    const which = whichCheckin(number, undefined, context);
    if ('answer' in which) return which.answer;
    if (called.length === 0) return refuse(checkinTexts.whomToCall(which.activity.number));
    return callRoll(which.activity, called, context);
  },
  undo: takeBackRoll,
});

/** A liaison's own check-in: with the word on the board, or nothing where none is asked for. */
function isOwnArrival(
  number: number | undefined,
  who: string | undefined,
  context: CommandContext,
): boolean {
  const open = activitiesHere(context, isUnderway(context), context.now).filter(
    (one) => number === undefined || one.number === number,
  );
  if (who === undefined) return open.length !== 1 || open[0]?.passcode === undefined;
  const words = open.flatMap((one) => wordsOf(one, context.now));
  return words.some((word) =>
    fold(who)
      .split(/[\s、，,;；]+/)
      .includes(word),
  );
}

type Called =
  | { readonly person: Person }
  | { readonly unit: Unit; readonly count: number }
  | { readonly unknown: string; readonly several: boolean };

/** Who was called is there. Names that nobody has are told back, all others count. */
function callRoll(
  activity: Activity,
  words: readonly string[],
  context: CommandContext,
): Outcome | Ignored {
  const called = withCounts(words).map((word) => meant(activity, word, context));
  // 到 E1 集合 is no roll.
  if (context.trigger !== 'command' && called.every((one) => 'unknown' in one))
    return ignore('unclear-who');
  const people = called.flatMap((one) => ('person' in one ? [one.person] : []));
  const counts = called.flatMap((one) => ('unit' in one ? [one] : []));
  const unknown = called.flatMap((one) => ('unknown' in one ? [one] : []));
  const changes = [
    ...people.map((person) => arrivalOf(activity, person, context)),
    ...counts.map(({ unit, count }) => {
      const { now: at, message, person, records } = context;
      const id = `${activity.id}/${unit.id}`;
      const said = { id, activity: activity.id, unit: unit.id, count, by: person.id, at, message };
      return edit(headcounts, records.get(headcounts, id), said);
    }),
  ];
  const touched = [
    ...people.map(({ id }) => `person:${id}`),
    ...counts.map(({ unit }) => `unit:${unit.id}`),
  ];
  return together(
    ...changes,
    ...touched.map((change) => updateCard(attendanceCard(activity), change)),
    unknown.length === 0 ? nothing : say(checkinTexts.notOnRoll(activity.number, unknown)),
  );
}

/** `恒威 5人` is one. */
function withCounts(words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const word of words) {
    if (/^\d{1,3}[人位名个]?$/.test(fold(word)) && joined.length > 0)
      joined.push(`${joined.pop()}${word}`);
    else joined.push(word);
  }
  return joined;
}

function meant(activity: Activity, word: string, context: CommandContext): Called {
  const [, name = word, number] = /^(.+?)(\d{1,3})[人位名个]?$/u.exec(fold(word)) ?? [];
  const unit = number === undefined ? undefined : unitCalled(context.records, name);
  const count = Number(number);
  if (unit !== undefined && count > 0 && count <= MANY) return { unit, count };
  const found = candidates(activity, word, context);
  const [person] = found;
  return person !== undefined && found.length === 1
    ? { person }
    : { unknown: word, several: found.length > 1 };
}

function arrivalOf(activity: Activity, person: Person, context: CommandContext): Outcome {
  const before = context.records.get(attendance, `${activity.id}/${person.id}`);
  return before !== undefined && wasThere(before)
    ? nothing
    : presentOf(activity, person.id, 1, context);
}
