import type { CommandContext } from '../../../../core/command.ts';
import { edit } from '../../../../core/edits.ts';
import {
  nothing,
  type Outcome,
  refuse,
  remember,
  say,
  together,
  updateCard,
} from '../../../../core/outcome.ts';
import { mayActAs } from '../../../../core/roles.ts';
import type { Said } from '../../../../core/wording.ts';
import { type Unit, units } from '../../../../identity/alliance/index.ts';
import { personCalled } from '../../../../identity/people/index.ts';
import { type Activity, attendance, headcounts } from '../../records/index.ts';
import { wasThere } from '../../rules/attendance-table.ts';
import { isItsWord, MANY, wordShown } from '../../rules/checkin.ts';
import { attendanceCard } from '../../rules/identifiers.ts';
import { candidates } from '../../rules/who-is-who.ts';
import { checkinTexts } from '../../texts/checkin.ts';
import { unitName } from '../../views/attendance.ts';
import { MOST_COMPANIONS } from './arrive.ts';
import { checkIn, checkInUnit, presentOf } from './note-arrival.ts';
import { whichCheckin } from './which-activity.ts';

/** Who is there, as somebody said it in their own words. */
export type Arrival = Pick<
  Said,
  'people' | 'kin' | 'me' | 'brings' | 'proxy' | 'count' | 'more' | 'unit' | 'word'
>;

/**
 * Takes in who is there: the names that were said; the speaker where they speak of themselves; a
 * unit with its number. Whoever calls the roll needs no word.
 */
export function arriveTogether(
  number: number | undefined,
  said: Arrival,
  context: CommandContext,
): Outcome {
  const which = whichCheckin(number, said.word, context);
  if ('answer' in which) return which.answer;
  const { activity } = which;
  const { records, person, now } = context;
  const unit = said.unit === undefined ? undefined : records.get(units, said.unit);
  const isCounted = unit !== undefined && said.count !== undefined;
  const callsRoll = mayActAs(person.role, 'liaison') && (isCounted || said.people.length > 0);
  const knowsWord = activity.passcode === undefined || isItsWord(activity, said.word, now);
  if (!knowsWord && !callsRoll) return refuse(needsWord(activity, said, unit));
  if (unit !== undefined && said.count !== undefined)
    return countUnit(activity, unit, said.count, said.word, context);
  return said.people.length > 0
    ? takeInNamed(activity, said, context)
    : takeInSpeaker(activity, said, context);
}

/** Of their own unit whoever belongs to it says the number; a liaison of any, calling the roll. */
function countUnit(
  activity: Activity,
  unit: Unit,
  count: number,
  word: string | undefined,
  context: CommandContext,
): Outcome {
  const { person, records, now: at, message } = context;
  const called = unit.short[0] ?? unit.name;
  const callsRoll = person.unit !== unit.id && mayActAs(person.role, 'liaison');
  if (!callsRoll || count > MANY) return checkInUnit(activity, called, count, word, context);
  const id = `${activity.id}/${unit.id}`;
  const said = { id, activity: activity.id, unit: unit.id, count, by: person.id, at, message };
  return together(
    edit(headcounts, records.get(headcounts, id), said),
    updateCard(attendanceCard(activity), `unit:${unit.id}`),
  );
}

function takeInSpeaker(activity: Activity, said: Arrival, context: CommandContext): Outcome {
  const { count, more, kin, brings, word } = said;
  const counted = count === undefined ? undefined : count + (brings && kin === 0 ? 1 : 0);
  const along = Math.max(kin, more ?? 0);
  const heads = along > 0 ? Math.max(counted ?? 0, along + 1) : counted;
  if (heads !== undefined && heads > MOST_COMPANIONS)
    return refuse(checkinTexts.noUnit(ownUnit(context), wordShown(activity, word), heads));
  return checkIn(activity, heads, context);
}

/** Those who are named, each once; with the speaker where they came along. */
function takeInNamed(activity: Activity, said: Arrival, context: CommandContext): Outcome {
  const isAlong = said.me && !said.proxy;
  const isWithSpeaker =
    isAlong || said.brings || said.kin > 0 || said.count === said.people.length + 1;
  const named = said.people.map((name) => arrivalOf(activity, name, context));
  const more = said.count === undefined ? 0 : said.count - said.people.length;
  const heads = Math.max(1 + said.kin, more);
  return together(
    ...named,
    isWithSpeaker ? checkIn(activity, heads > 1 ? heads : undefined, context) : nothing,
  );
}

/** Somebody by name: of those who signed up, else whoever is called so. Nobody counts twice. */
export function arrivalOf(activity: Activity, name: string, context: CommandContext): Outcome {
  const called = candidates(activity, name, context);
  if (called.length > 1)
    return say(checkinTexts.notOnRoll(activity.number, [{ unknown: name, several: true }]));
  const { person, remember: made } =
    called[0] === undefined
      ? personCalled(context.records, name, context.newId)
      : { person: called[0], remember: [] };
  const before = context.records.get(attendance, `${activity.id}/${person.id}`);
  return together(
    remember(...made),
    before !== undefined && wasThere(before) ? nothing : presentOf(activity, person.id, 1, context),
    updateCard(attendanceCard(activity), `person:${person.id}`),
  );
}

function needsWord(activity: Activity, said: Arrival, unit: Unit | undefined) {
  const words = [
    unit?.short[0] ?? unit?.name,
    '签到',
    wordShown(activity),
    said.count && unit && `${said.count}人`,
  ]
    .filter(Boolean)
    .join(' ');
  return said.word === undefined
    ? checkinTexts.needWord(activity.number, words)
    : checkinTexts.wrongWord(words);
}

function ownUnit({ person, records }: CommandContext): string {
  return (person.unit && unitName(records, person.unit)) || '恒威';
}
