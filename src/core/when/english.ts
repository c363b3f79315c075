/** Reads English dates and times: Nov 25, 25 Nov, Saturday, tomorrow, 9am, 9:30 pm, noon. */
import { numberAt } from './numbers.ts';
import type { DateSaid, DateWords, YearSaid } from './said.ts';
import { type Found, type Refused, type Scan, skipSpace, unclear } from './text.ts';

const MONTHS = [
  ['january', 'jan'],
  ['february', 'feb'],
  ['march', 'mar'],
  ['april', 'apr'],
  ['may'],
  ['june', 'jun'],
  ['july', 'jul'],
  ['august', 'aug'],
  ['september', 'sept', 'sep'],
  ['october', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
];
const WEEKDAYS = [
  ['monday', 'mon'],
  ['tuesday', 'tues', 'tue'],
  ['wednesday', 'wed'],
  ['thursday', 'thurs', 'thur', 'thu'],
  ['friday', 'fri'],
  ['saturday', 'sat'],
  ['sunday', 'sun'],
];
const DAYS: readonly [string, DateWords][] = [
  ['the day after tomorrow', { said: { kind: 'day', plus: 2 } }],
  ['day after tomorrow', { said: { kind: 'day', plus: 2 } }],
  ['tomorrow', { said: { kind: 'day', plus: 1 } }],
  ['today', { said: { kind: 'day', plus: 0 } }],
  ['tonight', { said: { kind: 'day', plus: 0 }, part: 'evening' }],
];
/** A stretch or a repetition is no day. */
const UNCLEAR = [
  'every',
  'next week',
  'this week',
  'next month',
  'this month',
  'weekend',
  'this weekend',
  'next weekend',
];

/** The end of a word that stands here as a whole. */
function wholeAt(text: string, at: number, word: string): number | undefined {
  const end = at + word.length;
  return text.startsWith(word, at) && !/[a-z\d]/.test(text.charAt(end)) ? end : undefined;
}

/** Which of these words stands here, counted from 1, a full stop behind it or not. */
function oneOfAt(
  text: string,
  at: number,
  groups: readonly (readonly string[])[],
): Found<number> | undefined {
  for (const [index, words] of groups.entries()) {
    for (const word of words) {
      const end = wholeAt(text, at, word);
      if (end !== undefined)
        return { value: index + 1, end: text.charAt(end) === '.' ? end + 1 : end };
    }
  }
  return undefined;
}

/** One date at this place, `on` in front of it or not. */
export function englishDateAt(text: string, at: number): Scan<DateWords> {
  if (!/[a-z\d]/.test(text.charAt(at))) return undefined;
  const on = wholeAt(text, at, 'on');
  if (on !== undefined) return englishDateAt(text, skipSpace(text, on));
  if (UNCLEAR.some((word) => wholeAt(text, at, word) !== undefined)) return unclear(at);
  if (wholeAt(text, at, 'yesterday') !== undefined) return { refused: 'past', from: at };
  for (const [word, value] of DAYS) {
    const end = wholeAt(text, at, word);
    if (end !== undefined) return { value, end };
  }
  return weekdayAt(text, at) ?? monthFirst(text, at) ?? dayFirst(text, at);
}

function weekdayAt(text: string, at: number): Scan<DateWords> {
  const [word, after] = ['next', 'this', 'last'].flatMap((one): [string, number][] => {
    const end = wholeAt(text, at, one);
    return end === undefined ? [] : [[one, skipSpace(text, end)]];
  })[0] ?? ['', at];
  const found = oneOfAt(text, after, WEEKDAYS);
  if (found === undefined) return undefined;
  if (word === 'last') return { refused: 'past', from: at };
  const weekday = { kind: 'weekday' as const, weekday: found.value };
  // Next Friday, on a Monday, is in four days to some and in eleven to others.
  const said: DateSaid =
    word === 'next'
      ? { ...weekday, weeks: 1, coming: true }
      : word === 'this'
        ? { ...weekday, weeks: 0 }
        : weekday;
  return { value: { said }, end: found.end };
}

/**
 * `nov 25`, `november 25th, 2026`; a month alone is no day, and `may` and `march` are other words
 * as well.
 */
function monthFirst(text: string, at: number): Scan<DateWords> {
  const month = oneOfAt(text, at, MONTHS);
  if (month === undefined) return undefined;
  const day = dayNumberAt(text, skipSpace(text, month.end));
  if (day !== undefined) return dated(text, at, month.value, day);
  return /^(may|march|mar|jan|sep)(?![a-z])/.test(text.slice(at)) ? undefined : unclear(at);
}

/** `25 nov`, `25th of november 2026`. */
function dayFirst(text: string, at: number): Scan<DateWords> {
  const day = dayNumberAt(text, at);
  if (day === undefined) return undefined;
  const behind = skipSpace(text, day.end);
  const of = wholeAt(text, behind, 'of');
  const month = oneOfAt(text, of === undefined ? behind : skipSpace(text, of), MONTHS);
  return month && dated(text, at, month.value, { value: day.value, end: month.end });
}

function dayNumberAt(text: string, at: number): Found<number> | undefined {
  const number = numberAt(text, at);
  if (number === undefined || number.digits === 0 || number.digits > 2) return undefined;
  const ordinal = /^(st|nd|rd|th)(?![a-z])/.exec(text.slice(number.end))?.[0].length ?? 0;
  const end = number.end + ordinal;
  // The 9 of `nov 9:30`, `nov 9am` is an hour.
  return /^(:|\s*[ap]\.?m\b|[a-z\d])/.test(text.slice(end))
    ? undefined
    : { value: number.value, end };
}

function dated(
  text: string,
  from: number,
  month: number,
  day: Found<number>,
): Found<DateWords> | Refused {
  if (day.value < 1 || day.value > 31) return { refused: 'impossible', from };
  const year = yearAt(text, day.end);
  const named = { kind: 'named' as const, month, ...(year && { year: year.value }) };
  return {
    value: { said: { kind: 'inMonth', month: named, pick: { day: day.value } } },
    end: year?.end ?? day.end,
  };
}

function yearAt(text: string, at: number): Found<YearSaid> | undefined {
  const found = /^\s*(?:,\s*)?(20\d\d)(?![\d:a-z年])/.exec(text.slice(at));
  return found === null
    ? undefined
    : { value: { year: Number(found[1]) }, end: at + found[0].length };
}

/** The place behind `at` or `from` in front of a time. */
export function skipAt(text: string, at: number): number {
  const end = wholeAt(text, at, 'at') ?? wholeAt(text, at, 'from');
  return end === undefined ? at : skipSpace(text, end);
}

/** `am`, `p.m.` behind an hour or its minutes. */
export function meridiemAt(text: string, at: number): Found<'am' | 'pm'> | undefined {
  const place = skipSpace(text, at);
  const found = /^([ap])(\.m\.|m)(?![a-z\d])/.exec(text.slice(place));
  return found === null
    ? undefined
    : { value: found[1] === 'a' ? 'am' : 'pm', end: place + found[0].length };
}

/** 9amx and 9:00 pmx are no hours; 9:00 amazing race goes on with a title. */
export function beginsHalf(text: string, at: number): boolean {
  return /^[ap]\.?m[a-z\d]|^\s+[ap]\.?m[a-z\d](?![a-z])/.test(text.slice(at));
}

/**
 * The hour on the 24-hour clock; undefined for 13pm, and for 12am, which is the midnight of one of
 * two days.
 */
export function hourWith(meridiem: 'am' | 'pm', hour: number): number | undefined {
  if (hour < 1 || hour > 12 || (hour === 12 && meridiem === 'am')) return undefined;
  return meridiem === 'pm' && hour < 12 ? hour + 12 : hour;
}

/** `noon`. */
export function noonAt(text: string, at: number): number | undefined {
  return wholeAt(text, at, 'noon');
}
