import { numberSource, readNumber } from '../../core/numerals.ts';
import type { Subject } from '../../core/wording.ts';
import type { Spotter } from '../wording/clauses.ts';
import { days } from '../wording/days.ts';
import type { WordingSituation } from '../wording/situation.ts';
import { hours } from '../wording/spotters.ts';
import type { SlotName } from './pattern.ts';

/** What stands at a place of a message for a slot. */
export interface Filled {
  readonly end: number;
  /** Of an activity: those that it may be; undefined where it is named by a number alone. */
  readonly among?: readonly Subject[];
  /** As it is put into the words. */
  readonly value: string;
}

export type SlotReader = (
  name: SlotName,
  folded: string,
  typed: string,
  at: number,
) => readonly Filled[];

const SEPARATOR = /[,，。;；\n!！?？]/;
const REQUEST =
  /(?:#\s?|第)?(\d{1,6})(?![\d:.点月日年楼栋幢])(?:号|条|件)?|([一二两三四五六七八九十])(?=[号条件\s,，。]|$)(?:号|条|件)?/y;
const NUMERALS = '一二三四五六七八九十';
const NAME = /[\p{Script=Han}·]{2,4}|[a-z]+(?: [a-z]+)?/uy;
const ACTIVITY = /e\s?(\d{1,6})(?!\d)(?:号)?/y;
const COUNT = new RegExp(numberSource(3), 'y');
/** Begins like a time that no spotter knows. */
const TIME =
  /大?大后天|下个?(?:周|星期|礼拜|月)|本周|这周|周末|月[初中底末]|\d{1,2}月|明年|半(?:个)?(?:小时|钟头)|[一二两三四五六七八九十\d]{1,3}个?(?:小时|钟头|分钟|天|周|星期)/y;
/** A month, a quarter or a year of the calendar. */
const PERIOD =
  /(?:20\d\d年|今年|去年|前年)?第?(?:(?:1[0-2]|0?[1-9]|[一二三四五六七八九十]{1,2})月份?|[一二三四1-4]季度)|(?:这个?|本|当|上个?|上一个)(?:月|季度)|(?:20\d\d|今|去|前|这一?|本|全)年/y;
const GENERIC = /(?:这|那|本|上)(?:次|个|场|回)?(?:的)?活动|活动/y;
/** The longest text that a slot takes up to a comma, characters. */
const LONGEST = 30;

/** Reads slots as things stand. */
export function slotReader(situation: WordingSituation): SlotReader {
  const day = days(situation);
  const startsTime = (folded: string, at: number) =>
    stickyMatch(TIME, folded, at) !== undefined ||
    day(folded, at) !== undefined ||
    hours(folded, at) !== undefined;
  return (name, folded, typed, at) => {
    switch (name) {
      case 'rest':
        return restAt(folded, typed, at);
      case 'when':
        return startsTime(folded, at) ? restAt(folded, typed, at) : [];
      case 'period':
        return spanAt(PERIOD, folded, at);
      case 'tail':
        return SEPARATOR.test(folded[at - 1] ?? '') ? restAt(folded, typed, at) : [];
      case 'text':
        return textAt(folded, typed, at);
      case 'place':
        return startsTime(folded, at) ? [] : textAt(folded, typed, at);
      case 'count':
        return countAt(folded, at);
      case 'request':
        return requestAt(folded, at);
      case 'unit':
        return unitsAt(situation, folded, typed, at);
      case 'option':
        return optionAt(situation, folded, at);
      case 'who':
        return whoAt(folded, typed, at);
      case 'activity':
        return activityAt(situation, day, folded, at);
    }
  };
}

function restAt(folded: string, typed: string, at: number): readonly Filled[] {
  const value = typed
    .slice(at)
    .replace(/^[\s,，、。.:：;；]+/, '')
    .trimEnd();
  return value === '' ? [] : [{ end: folded.length, value }];
}

function spanAt(pattern: RegExp, folded: string, at: number): readonly Filled[] {
  const found = /\d/.test(folded[at - 1] ?? '') ? undefined : stickyMatch(pattern, folded, at);
  return found === undefined ? [] : [{ end: at + found[0].length, value: found[0] }];
}

function countAt(folded: string, at: number): readonly Filled[] {
  const found = /\d/.test(folded[at - 1] ?? '') ? undefined : stickyMatch(COUNT, folded, at);
  if (found === undefined) return [];
  return [{ end: at + found[0].length, value: String(readNumber(found[0])) }];
}

function textAt(folded: string, typed: string, at: number): readonly Filled[] {
  const length = folded.slice(at).search(SEPARATOR);
  const end = length < 0 ? folded.length : at + length;
  return end > at && end - at <= LONGEST ? [{ end, value: typed.slice(at, end).trim() }] : [];
}

function requestAt(folded: string, at: number): readonly Filled[] {
  if (/\d/.test(folded[at - 1] ?? '')) return [];
  const found = stickyMatch(REQUEST, folded, at);
  if (found === undefined) return [];
  const numeral = NUMERALS.indexOf((found[2] ?? '').replace('两', '二')) + 1;
  return [{ end: at + found[0].length, value: found[1] ?? String(numeral) }];
}

function unitsAt(
  { units }: WordingSituation,
  folded: string,
  typed: string,
  at: number,
): readonly Filled[] {
  const found = units.flatMap(({ called }) =>
    called.filter((name) => folded.startsWith(name.toLowerCase(), at)),
  );
  const longest = found.toSorted((a, b) => b.length - a.length)[0];
  if (longest === undefined) return [];
  const end = at + longest.length;
  return [{ end, value: typed.slice(at, end) }];
}

/** An option of a poll that is over and has become nothing yet: `P1 B`. */
function optionAt({ subjects }: WordingSituation, folded: string, at: number): readonly Filled[] {
  return subjects
    .filter(({ invites }) => invites.includes('adopt'))
    .flatMap(({ number, called }) =>
      called.flatMap((option, index) =>
        folded.startsWith(option, at)
          ? [{ end: at + option.length, value: `P${number} ${String.fromCharCode(65 + index)}` }]
          : [],
      ),
    );
}

function whoAt(folded: string, typed: string, at: number): readonly Filled[] {
  const found = stickyMatch(NAME, folded, at);
  if (found === undefined) return [];
  const all = found[0].length;
  const lengths = /^[a-z]/.test(found[0])
    ? [all]
    : Array.from({ length: all - 1 }, (_, less) => all - less);
  return lengths.map((length) => ({ end: at + length, value: typed.slice(at, at + length) }));
}

/** `E7`, its name, its day, or several of these after each other: `25号的服务日`. */
function activityAt(
  { subjects }: WordingSituation,
  day: Spotter,
  folded: string,
  at: number,
): readonly Filled[] {
  const activities = subjects.filter(({ letter }) => letter === 'e');
  let among: readonly Subject[] = activities;
  let end = at;
  let last = at;
  for (let piece = activityPiece(activities, day, folded, end); piece !== undefined; ) {
    if (piece.among === undefined) return [{ end: piece.end, value: `E${piece.number}` }];
    among = among.filter((one) => piece?.among?.includes(one));
    last = piece.end;
    end = piece.end + (folded.slice(piece.end).match(/^[\s的]+/)?.[0].length ?? 0);
    piece = activityPiece(activities, day, folded, end);
  }
  return last > at && among.length > 0 ? [{ end: last, among, value: '' }] : [];
}

type Found =
  | { readonly end: number; readonly among: readonly Subject[] }
  | { readonly end: number; readonly among?: undefined; readonly number: number };

function activityPiece(
  activities: readonly Subject[],
  day: Spotter,
  folded: string,
  at: number,
): Found | undefined {
  const numbered = stickyMatch(ACTIVITY, folded, at);
  if (numbered !== undefined) {
    const number = Number(numbered[1]);
    return { end: at + numbered[0].length, number };
  }
  const names = activities.flatMap(({ called }) => called.filter((one) => one.length > 1));
  const name = names
    .filter((one) => folded.startsWith(one, at))
    .toSorted((a, b) => b.length - a.length)[0];
  if (name !== undefined)
    return {
      end: at + name.length,
      among: activities.filter(({ called }) => called.includes(name)),
    };
  const spotted = day(folded, at);
  const onDay = activities.filter((one) => spotted?.senses.some(({ value }) => value === one));
  if (spotted !== undefined && onDay.length > 0) return { end: spotted.end, among: onDay };
  const generic = stickyMatch(GENERIC, folded, at);
  return generic && { end: at + generic[0].length, among: activities };
}

function stickyMatch(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
