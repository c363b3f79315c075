import type { CommandContext } from '../../../../core/command.ts';
import { fold } from '../../../../core/line.ts';
import { type Outcome, refuse } from '../../../../core/outcome.ts';
import type { Text } from '../../../../core/text.ts';
import { unitCalled } from '../../../../identity/alliance/index.ts';
import { peopleCalled } from '../../../../identity/people/index.ts';
import type { Activity } from '../../records/index.ts';
import { activitiesHere, isUnderway } from '../../rules/activities-here.ts';
import {
  isCertainArrival,
  readArrival,
  type SaidArrival,
  saysOneself,
  wordTried,
} from '../../rules/arrival-words.ts';
import { isItsWord, wordMeant, wordShown, wordsOf } from '../../rules/checkin.ts';
import { checkinTexts } from '../../texts/checkin.ts';
import { unitName } from '../../views/attendance.ts';
import { checkIn, checkInUnit } from './note-arrival.ts';
import { whichCheckin } from './which-activity.ts';

/** More than this many without a unit is a unit's head-count whose unit was forgotten. */
export const MOST_COMPANIONS = 9;

/**
 * Somebody is here, alone, with others or for a unit. The word on the board is enough anywhere in a
 * message that checks in and does not ask or tell; without it only what can be nothing else is
 * answered.
 */
export function arrive(
  number: number | undefined,
  said: string | undefined,
  context: CommandContext,
): Outcome | undefined {
  const open = activitiesHere(context, isUnderway(context), context.now);
  const read = readArrival(
    fold(said ?? ''),
    open.flatMap((one) => wordsOf(one, context.now)),
    {
      isUnit: (name) => unitCalled(context.records, name) !== undefined,
      self: fold(context.person.name),
    },
  );
  const spelt = read.word ?? wordTried(read);
  const tried =
    spelt && (open.flatMap((one) => wordMeant(one, spelt, context.now) ?? [])[0] ?? spelt);
  const how = {
    isOpen: open.length > 0,
    isShort: context.trigger === 'short',
    bare: said === undefined,
    oneself: saysOneself(fold(said ?? '')),
  };
  if (context.trigger !== 'command' && !isCertainArrival(read, how)) return undefined;
  const which = whichCheckin(number ?? read.number, tried, context);
  if ('answer' in which) return which.answer;
  return takeIn(which.activity, read, tried, context);
}

/** Whoever is meant, by what was said beside the word: the speaker, or a unit and how many. */
function takeIn(
  activity: Activity,
  read: SaidArrival,
  tried: string | undefined,
  context: CommandContext,
): Outcome | undefined {
  const { unit, heads, before } = read;
  const own = unit ?? before[0];
  if (activity.passcode !== undefined && !isItsWord(activity, tried, context.now))
    return refuse(needsWord(activity, tried, read));
  if (heads !== undefined && own !== undefined)
    return checkInUnit(activity, own, heads, read.word, context);
  if (own !== undefined && unit === undefined && context.trigger !== 'command')
    return peopleCalled(context.records, own).length > 0
      ? refuse(checkinTexts.onlyOneself(activity.number, own))
      : undefined;
  if (heads !== undefined && heads > MOST_COMPANIONS)
    return refuse(checkinTexts.noUnit(ownUnit(context), wordShown(activity, read.word), heads));
  return checkIn(activity, heads === undefined ? undefined : Math.max(1, heads), context);
}

function needsWord(
  activity: Activity,
  tried: string | undefined,
  { unit, heads }: SaidArrival,
): Text {
  const words = [unit, '签到', wordShown(activity), heads && `${heads}人`]
    .filter(Boolean)
    .join(' ');
  return tried === undefined
    ? checkinTexts.needWord(activity.number, words)
    : checkinTexts.wrongWord(words);
}

function ownUnit({ person, records }: CommandContext): string {
  return (person.unit && unitName(records, person.unit)) || '恒威';
}
