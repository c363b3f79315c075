import { name, rest } from '../../../../core/arguments.ts';
import { type CommandContext, command } from '../../../../core/command.ts';
import { edit } from '../../../../core/edits.ts';
import { fold } from '../../../../core/line.ts';
import {
  nothing,
  type Outcome,
  refuse,
  say,
  together,
  updateCard,
} from '../../../../core/outcome.ts';
import { mayActAs } from '../../../../core/roles.ts';
import type { Text } from '../../../../core/text.ts';
import { timeOf } from '../../../../core/time.ts';
import { unitCalled } from '../../../../identity/alliance/index.ts';
import { peopleCalled } from '../../../../identity/people/index.ts';
import { type Activity, attendance, headcounts, signups } from '../../records.ts';
import { activitiesHere, isUnderway } from '../../rules/activities-here.ts';
import {
  mentionsCheckin,
  readArrival,
  type SaidArrival,
  saysOneself,
  soundsLikeTalk,
  wordTried,
} from '../../rules/arrival-words.ts';
import { wasThere } from '../../rules/attendance-table.ts';
import {
  arrival,
  CONFIRM_WITHIN,
  isItsWord,
  MANY,
  wordShown,
  wordsOf,
} from '../../rules/checkin.ts';
import { attendanceCard } from '../../rules/names.ts';
import { checkinTexts } from '../../texts/checkin.ts';
import { unitName } from '../../views/attendance.ts';
import { activityNumber, whichCheckin } from '../which-activity.ts';
import { takeBackArrivals } from './take-back-arrivals.ts';

/** More than this many without a unit is a unit's head-count whose unit was forgotten. */
const MOST_COMPANIONS = 9;

export const checkin = command({
  name: 'checkin',
  zhName: '签到',
  aliases: ['到场'],
  minRole: 'guest',
  scope: 'anywhere',
  summary: { zh: '到了现场签到，也可替单位报人数', en: 'check in, or give your unit’s head-count' },
  daily: true,
  examples: ['签到 槐花', '恒威 签到 槐花 5人', '/签到 E7 槐花'],
  args: {
    activity: activityNumber.optional(),
    unit: name({ zh: '单位', en: 'unit' }).optional(),
    said: rest({ zh: '口令、人数', en: 'word, count' }).optional(),
  },
  shortForms: ['签到 {activity} {said}', '{unit!} 签到 {said!}'],
  deepLink: 'everybody',
  parseWhole: ({ typed, folded }) => (mentionsCheckin(folded) ? { said: typed } : undefined),
  run: ({ activity, unit, said }, context) => {
    const whole = unit !== undefined && said !== undefined;
    return arrive(activity, whole ? `${unit} 签到 ${said}` : (unit ?? said), context);
  },
  undo: takeBackArrivals,
});

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
  const open = activitiesHere(context, isUnderway(context));
  const read = readArrival(
    fold(said ?? ''),
    open.flatMap((one) => wordsOf(one, context.now)),
    {
      isUnit: (name) => unitCalled(context.records, name) !== undefined,
      self: fold(context.person.name),
    },
  );
  const tried = read.word ?? wordTried(read);
  const how = {
    isOpen: open.length > 0,
    isShort: context.trigger === 'short',
    bare: said === undefined,
    oneself: saysOneself(fold(said ?? '')),
  };
  if (context.trigger !== 'command' && !isCertain(read, how)) return undefined;
  const which = whichCheckin(number ?? read.number, tried, context);
  if ('answer' in which) return which.answer;
  const { activity } = which;
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

interface How {
  readonly isOpen: boolean;
  readonly isShort: boolean;
  /** 签到 and nothing else. */
  readonly bare: boolean;
  readonly oneself: boolean;
}

/** Whether it cannot be talk, by whether check-in is open and what was said beside the word. */
function isCertain(
  { word, clear, unit, heads, before, behind, glued }: SaidArrival,
  { isOpen, isShort, bare, oneself }: How,
): boolean {
  if (word !== undefined)
    return before.length <= 1 && !glued && !soundsLikeTalk(before) && !soundsLikeTalk(behind);
  if (!clear || (unit !== undefined && heads === undefined)) return false;
  // What is loosely said is answered only where somebody can be meant to check in.
  if (before.length === 0 && behind.length === 0) {
    if (unit !== undefined) return isOpen || isShort;
    return isOpen ? isShort || oneself : isShort && bare;
  }
  return isShort && wordTried({ before, behind }) !== undefined;
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

/** Whoever says it again without a number comes with as many as before. */
function checkIn(activity: Activity, count: number | undefined, context: CommandContext): Outcome {
  const before = context.records.get(attendance, `${activity.id}/${context.person.id}`);
  const heads = count ?? before?.heads ?? 1;
  if (before !== undefined && wasThere(before) && before.heads === heads)
    return say(
      checkinTexts.already(activity.number, context.person.name, timeOf(before.at, context.zone)),
    );
  return together(
    presentOf(activity, context.person.id, heads, context),
    updateCard(attendanceCard(activity), `person:${context.person.id}`),
  );
}

export function presentOf(
  activity: Activity,
  person: string,
  heads: number,
  context: CommandContext,
): Outcome {
  const id = `${activity.id}/${person}`;
  const before = context.records.get(attendance, id);
  const signup = context.records.get(signups, id);
  const there = before !== undefined && wasThere(before);
  return edit(attendance, before, {
    id,
    activity: activity.id,
    person,
    state: there ? before.state : arrival(activity, signup, context.now),
    heads,
    at: before?.at ?? context.now,
    by: context.person.id,
    message: context.message,
    ...(before?.corrected ? { corrected: before.corrected } : {}),
  });
}

function checkInUnit(
  activity: Activity,
  called: string,
  heads: number,
  word: string | undefined,
  context: CommandContext,
): Outcome {
  const unit = unitCalled(context.records, called);
  if (unit === undefined) return refuse(checkinTexts.noSuchUnit(called));
  const { person, now } = context;
  if (person.unit !== unit.id && !mayActAs(person.role, 'convenor'))
    return refuse(checkinTexts.notYourUnit(unit.short[0] ?? unit.name));
  const id = `${activity.id}/${unit.id}`;
  const before = context.records.get(headcounts, id);
  const count = {
    id,
    activity: activity.id,
    unit: unit.id,
    by: person.id,
    at: now,
    message: context.message,
  };
  const asked = before?.asked;
  const confirmed = asked?.count === heads && now - asked.at <= CONFIRM_WITHIN;
  if (heads > MANY && !confirmed) {
    const words = [called, '签到', word, `${heads}人`]
      .filter((part) => part !== undefined)
      .join(' ');
    return together(
      edit(headcounts, before, {
        ...count,
        count: before?.count ?? 0,
        asked: { count: heads, at: now },
      }),
      say(checkinTexts.reallySoMany(unit.short[0] ?? unit.name, heads, words), words),
    );
  }
  const own = person.unit === unit.id;
  const there = context.records.get(attendance, `${activity.id}/${person.id}`);
  const isThere = there !== undefined && wasThere(there);
  return together(
    edit(headcounts, before, { ...count, count: heads }),
    own && !isThere && heads > 0 ? presentOf(activity, person.id, 1, context) : nothing,
    updateCard(attendanceCard(activity), `unit:${unit.id}`),
  );
}
