import { rest } from '../../../core/arguments.ts';
import { type CommandContext, command } from '../../../core/command.ts';
import { edit } from '../../../core/edits.ts';
import { type Ignored, ignore } from '../../../core/ignored.ts';
import { fold } from '../../../core/line.ts';
import { nothing, type Outcome, refuse, say, together, updateCard } from '../../../core/outcome.ts';
import { mayActAs } from '../../../core/roles.ts';
import { type Unit, unitCalled } from '../../../identity/alliance/index.ts';
import { isCertainName } from '../../../understanding/person-names.ts';
import { type Activity, headcounts } from '../records/index.ts';
import { activitiesHere, isUnderway } from '../rules/activities-here.ts';
import { MANY, wordsOf } from '../rules/checkin.ts';
import { activityNumbered, attendanceCard } from '../rules/identifiers.ts';
import { isOver } from '../rules/states.ts';
import { candidates } from '../rules/who-is-who.ts';
import { checkinTexts } from '../texts/checkin.ts';
import { arrive } from './shared/arrive.ts';
import { arrivalOf } from './shared/arrive-together.ts';
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
  inRows: true,
  summary: { zh: '联络员点名；自己到了也可以发', en: 'a liaison calls the roll; others check in' },
  daily: true,
  examples: ['/到 槐花', '/到 E7 张伟 李娟 恒威5'],
  args: {
    activity: activityNumber.optional(),
    who: rest({ zh: '姓名或单位人数', en: 'names, units with counts' }).optional(),
  },
  shortForms: ['到 {activity!} {who!}', '到 {who!}', '点名 {activity} {who!}'],
  run: ({ activity: number, who }, context) => {
    const isLiaison = mayActAs(context.person.role, 'liaison');
    if (!isLiaison || isOwnArrival(number, who, context))
      return arrive(number, `到 ${who ?? ''}`, context);
    const called = namesIn(who ?? '').filter((word) => !isWordOf(number, word, context));
    if (called.length > MOST) return refuse(checkinTexts.tooManyNames(MOST));
    const entered = number === undefined ? undefined : activityNumbered(context.records, number);
    if (entered?.late !== undefined && isOver(entered))
      return called.length === 0
        ? refuse(checkinTexts.whomToCall(entered.number))
        : callRoll(entered, called, { ...context, now: entered.start });
    const which = whichCheckin(number, undefined, context);
    if ('answer' in which) return which.answer;
    if (called.length === 0) return refuse(checkinTexts.whomToCall(which.activity.number));
    return callRoll(which.activity, called, context);
  },
  undo: takeBackRoll,
});

/** Words that stand around names on a roll. */
const AROUND = /(?:都|已经?|也){0,3}[到来][了齐场]{0,3}[。.!！~]{0,5}$/;

function namesIn(who: string): readonly string[] {
  return who
    .split(/[\s、，,;；。]+/)
    .map((name) => name.replace(AROUND, ''))
    .filter(Boolean);
}

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
  // 到 槐花 王大妈: who is named is called; without names the word is their own.
  const said = namesIn(who);
  const names = said.filter((word) => !isWordOf(number, word, context));
  const isOthers = names.some((name) => isCertainName(name) && name !== context.person.name);
  return said.length > names.length && !isOthers;
}

/** The word on the board of an activity that may be meant. */
function isWordOf(number: number | undefined, said: string, context: CommandContext): boolean {
  return activitiesHere(context, isUnderway(context), context.now)
    .filter((one) => number === undefined || one.number === number)
    .some((one) => wordsOf(one, context.now).includes(fold(said)));
}

type Called =
  | { readonly name: string }
  | { readonly unit: Unit; readonly count: number }
  | { readonly unknown: string; readonly several: boolean };

/**
 * Who was called is there, also who is on no list. Words that nobody is called by are told back,
 * all others count.
 */
function callRoll(
  activity: Activity,
  words: readonly string[],
  context: CommandContext,
): Outcome | Ignored {
  const called = withCounts(words).map((word) => meant(activity, word, context));
  const unknown = called.flatMap((one) => ('unknown' in one ? [one] : []));
  // 到 E1 集合 is no roll, and 到 家了 is none.
  const isTalk = context.trigger !== 'command' && unknown.length > 0;
  if (isTalk && (unknown.length === called.length || unknown.some(({ several }) => !several)))
    return ignore('unclear-who');
  const names = called.flatMap((one) => ('name' in one ? [one.name] : []));
  const counts = called.flatMap((one) => ('unit' in one ? [one] : []));
  const { now: at, message, person, records } = context;
  const counted = counts.map(({ unit, count }) => {
    const id = `${activity.id}/${unit.id}`;
    const said = { id, activity: activity.id, unit: unit.id, count, by: person.id, at, message };
    return edit(headcounts, records.get(headcounts, id), said);
  });
  return together(
    ...names.map((name) => arrivalOf(activity, name, context)),
    ...counted,
    ...counts.map(({ unit }) => updateCard(attendanceCard(activity), `unit:${unit.id}`)),
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
  if (found.length > 1) return { unknown: word, several: true };
  return found.length === 1 || isCertainName(word)
    ? { name: word }
    : { unknown: word, several: false };
}
