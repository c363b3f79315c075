import {
  type Activity,
  activitiesHere,
  activityNumber,
  headline,
  isAhead,
  signups,
  stateName,
  whichActivity,
} from '../../activities/index.ts';
import { unitCalled } from '../../alliance/index.ts';
import { headcount, name, spokenWord } from '../../core/arguments.ts';
import { command, type Spoken } from '../../core/command.ts';
import { edit } from '../../core/edits.ts';
import { nothing, type Outcome, refuse, say, together, touch } from '../../core/outcome.ts';
import { mayActAs } from '../../core/roles.ts';
import { timeOf } from '../../core/time.ts';
import { attendance, headcounts } from '../records.ts';
import { arrival, attendanceCard, CONFIRM_WITHIN, isItsWord, MANY } from '../rules/checkin.ts';
import { wasThere } from '../rules/table.ts';
import { texts } from '../texts.ts';
import { takeBackArrivals } from './take-back.ts';

/** More than this many without a unit is a unit's head-count whose unit was forgotten. */
const MOST_COMPANIONS = 9;

export const checkin = command({
  latin: 'checkin',
  zh: '签到',
  also: ['到场'],
  who: 'guest',
  where: 'anywhere',
  summary: { zh: '到了现场签到，也可替单位报人数', en: 'check in, or give your unit’s head-count' },
  daily: true,
  examples: ['签到 槐花', '恒威 签到 槐花 5人', '/签到 E7 槐花'],
  args: {
    activity: activityNumber.optional(),
    unit: name({ zh: '单位', en: 'unit' }).optional(),
    word: spokenWord({ zh: '口令', en: 'word' }).optional(),
    heads: headcount({ zh: '人数', en: 'count' }).optional(),
  },
  short: ['签到 {activity} {word} {heads}', '{unit!} 签到 {activity} {word!} {heads}'],
  forgiving: true,
  linkable: 'everybody',
  run: (said, spoken) => {
    // `/签到 槐花` has its word where a unit may stand.
    const swapped =
      said.word === undefined && said.unit !== undefined && unitCalled(spoken.records, said.unit) === undefined;
    const { activity: number, unit, heads } = swapped ? { ...said, unit: undefined } : said;
    const word = swapped ? said.unit : said.word;
    if (spoken.manner === 'guess' && !isSomeWord(word, spoken)) return undefined;
    const which = whichCheckin(number, word, spoken);
    if ('answer' in which) return which.answer;
    const { activity } = which;
    const refusal = checkWord(activity, word, spoken.now);
    if (refusal !== undefined) return refusal;
    if (unit !== undefined) return checkInUnit(activity, unit, heads, word, spoken);
    if (heads !== undefined && heads > MOST_COMPANIONS) return refuse(texts.noUnit);
    return checkIn(activity, Math.max(1, heads ?? 1), spoken);
  },
  undo: takeBackArrivals,
});

/** Somebody is here, with the word or, where none is asked for, without. */
export function checkInWith(number: number | undefined, word: string | undefined, spoken: Spoken): Outcome {
  const which = whichCheckin(number, word, spoken);
  if ('answer' in which) return which.answer;
  return checkWord(which.activity, word, spoken.now) ?? checkIn(which.activity, 1, spoken);
}

function isSomeWord(word: string | undefined, spoken: Spoken): boolean {
  return (
    word !== undefined && activitiesHere(spoken, isUnderway).some((activity) => isItsWord(activity, word, spoken.now))
  );
}

function isUnderway(activity: Activity): boolean {
  return activity.state === 'underway';
}

/** The activity whose word was said, else the only one that is open for check-in. */
export function whichCheckin(number: number | undefined, word: string | undefined, spoken: Spoken) {
  const named = activitiesHere(spoken, isUnderway).filter((activity) => isItsWord(activity, word, spoken.now));
  const [only] = named;
  if (number === undefined && only !== undefined && named.length === 1) return { activity: only };
  return whichActivity(spoken, number, isUnderway, {
    none: () => {
      const [next] = activitiesHere(spoken, isAhead);
      return refuse(texts.noneOpen(next && headline(next, spoken)), '日程');
    },
    unfit: (activity) => {
      const opens = isAhead(activity) ? timeOf(activity.opens, spoken.zone) : undefined;
      return refuse(texts.notOpen(activity.number, stateName[activity.state], opens));
    },
    example: (one) => ['签到', `E${one}`, word].filter((part) => part !== undefined).join(' '),
  });
}

function checkWord(activity: Activity, word: string | undefined, now: number): Outcome | undefined {
  if (activity.passcode === undefined || isItsWord(activity, word, now)) return undefined;
  return refuse(word === undefined ? texts.needWord(activity.number) : texts.wrongWord(activity.number));
}

function checkIn(activity: Activity, heads: number, spoken: Spoken): Outcome {
  const before = spoken.records.get(attendance, `${activity.id}/${spoken.person.id}`);
  if (before !== undefined && wasThere(before) && before.heads === heads)
    return say(texts.already(activity.number, spoken.person.name, timeOf(before.at, spoken.zone)));
  return together(
    presentOf(activity, spoken.person.id, heads, spoken),
    touch(attendanceCard(activity), `person:${spoken.person.id}`),
  );
}

export function presentOf(activity: Activity, person: string, heads: number, spoken: Spoken): Outcome {
  const id = `${activity.id}/${person}`;
  const before = spoken.records.get(attendance, id);
  const signup = spoken.records.get(signups, id);
  const there = before !== undefined && wasThere(before);
  return edit(attendance, before, {
    id,
    activity: activity.id,
    person,
    state: there ? before.state : arrival(activity, signup, spoken.now),
    heads,
    at: before?.at ?? spoken.now,
    by: spoken.person.id,
    message: spoken.message,
    ...(before?.corrected ? { corrected: before.corrected } : {}),
  });
}

function checkInUnit(
  activity: Activity,
  called: string,
  heads: number | undefined,
  word: string | undefined,
  spoken: Spoken,
): Outcome {
  const unit = unitCalled(spoken.records, called);
  if (unit === undefined) return refuse(texts.noSuchUnit(called));
  const { person, now } = spoken;
  if (person.unit !== unit.id && !mayActAs(person.role, 'convenor'))
    return refuse(texts.notYourUnit(unit.short[0] ?? unit.name));
  if (heads === undefined) return checkIn(activity, 1, spoken);
  const id = `${activity.id}/${unit.id}`;
  const before = spoken.records.get(headcounts, id);
  const count = { id, activity: activity.id, unit: unit.id, by: person.id, at: now, message: spoken.message };
  const asked = before?.asked;
  const confirmed = asked?.count === heads && now - asked.at <= CONFIRM_WITHIN;
  if (heads > MANY && !confirmed) {
    const words = [called, '签到', word, `${heads}人`].filter((part) => part !== undefined).join(' ');
    return together(
      edit(headcounts, before, { ...count, count: before?.count ?? 0, asked: { count: heads, at: now } }),
      say(texts.reallySoMany(unit.short[0] ?? unit.name, heads, words), words),
    );
  }
  const own = person.unit === unit.id;
  const there = spoken.records.get(attendance, `${activity.id}/${person.id}`);
  const isThere = there !== undefined && wasThere(there);
  return together(
    edit(headcounts, before, { ...count, count: heads }),
    own && !isThere ? presentOf(activity, person.id, 1, spoken) : nothing,
    touch(attendanceCard(activity), `unit:${unit.id}`),
  );
}
