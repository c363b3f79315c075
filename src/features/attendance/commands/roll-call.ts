import { type Activity, activitiesHere, activityNumber } from '../../activities/index.ts';
import { type Unit, unitCalled } from '../../../identity/alliance/index.ts';
import { rest } from '../../../core/arguments.ts';
import { command, type CommandContext } from '../../../core/command.ts';
import { edit } from '../../../core/edits.ts';
import { fold } from '../../../core/line.ts';
import { nothing, type Outcome, refuse, say, together, updateCard } from '../../../core/outcome.ts';
import { mayActAs } from '../../../core/roles.ts';
import type { Person } from '../../../identity/people/index.ts';
import { attendance, headcounts, wasThere } from '../../presence/index.ts';
import { attendanceCard, MANY, wordsOf } from '../rules/checkin.ts';
import { checkinTexts } from '../texts/checkin.ts';
import { candidates } from './candidates.ts';
import { arrive, presentOf } from './checkin.ts';
import { takeBackRoll } from './take-back.ts';
import { isUnderway, whichCheckin } from './which.ts';

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
  run: ({ activity: number, who }, spoken) => {
    const isLiaison = mayActAs(spoken.person.role, 'liaison');
    if (!isLiaison || isOwnArrival(number, who, spoken)) return arrive(number, `到 ${who ?? ''}`, spoken);
    const called = who?.split(/[\s、，,;；]+/).filter(Boolean) ?? [];
    if (called.length > MOST) return refuse(checkinTexts.tooManyNames(MOST));
    const which = whichCheckin(number, undefined, spoken);
    if ('answer' in which) return which.answer;
    if (called.length === 0) return refuse(checkinTexts.whomToCall(which.activity.number));
    return callRoll(which.activity, called, spoken);
  },
  undo: takeBackRoll,
});

/** A liaison's own check-in: with the word on the board, or nothing where none is asked for. */
function isOwnArrival(number: number | undefined, who: string | undefined, spoken: CommandContext): boolean {
  const open = activitiesHere(spoken, isUnderway(spoken)).filter(
    (one) => number === undefined || one.number === number,
  );
  if (who === undefined) return open.length !== 1 || open[0]?.passcode === undefined;
  const words = open.flatMap((one) => wordsOf(one, spoken.now));
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
function callRoll(activity: Activity, words: readonly string[], spoken: CommandContext): Outcome | undefined {
  const called = withCounts(words).map((word) => meant(activity, word, spoken));
  // 到 E1 集合 is no roll.
  if (spoken.trigger !== 'command' && called.every((one) => 'unknown' in one)) return undefined;
  const people = called.flatMap((one) => ('person' in one ? [one.person] : []));
  const counts = called.flatMap((one) => ('unit' in one ? [one] : []));
  const unknown = called.flatMap((one) => ('unknown' in one ? [one] : []));
  const changes = [
    ...people.map((person) => arrivalOf(activity, person, spoken)),
    ...counts.map(({ unit, count }) => {
      const { now: at, message, person, records } = spoken;
      const id = `${activity.id}/${unit.id}`;
      const said = { id, activity: activity.id, unit: unit.id, count, by: person.id, at, message };
      return edit(headcounts, records.get(headcounts, id), said);
    }),
  ];
  const touched = [...people.map(({ id }) => `person:${id}`), ...counts.map(({ unit }) => `unit:${unit.id}`)];
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
    if (/^\d{1,3}[人位名个]?$/.test(fold(word)) && joined.length > 0) joined.push(`${joined.pop()}${word}`);
    else joined.push(word);
  }
  return joined;
}

function meant(activity: Activity, word: string, spoken: CommandContext): Called {
  const [, name = word, number] = /^(.+?)(\d{1,3})[人位名个]?$/u.exec(fold(word)) ?? [];
  const unit = number === undefined ? undefined : unitCalled(spoken.records, name);
  const count = Number(number);
  if (unit !== undefined && count > 0 && count <= MANY) return { unit, count };
  const found = candidates(activity, word, spoken);
  const [person] = found;
  return person !== undefined && found.length === 1 ? { person } : { unknown: word, several: found.length > 1 };
}

function arrivalOf(activity: Activity, person: Person, spoken: CommandContext): Outcome {
  const before = spoken.records.get(attendance, `${activity.id}/${person.id}`);
  return before !== undefined && wasThere(before) ? nothing : presentOf(activity, person.id, 1, spoken);
}
