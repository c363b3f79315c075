import { fold } from '../line.ts';
import { numberSource, readNumber } from '../numerals.ts';
import { daysIn, isoDate, MINUTE } from '../time.ts';
import { readWhen } from '../when/index.ts';
import type { Recurrence } from './dates.ts';

/** Nobody says a rule in more characters. */
const LONGEST = 40;

type Reader = (match: RegExpExecArray) => Recurrence | undefined;

const EVERY_MONTH = '(?:每个?月的?)';
const EVERY_QUARTER = '(?:每个?季度?的?)';
const NUMBER = numberSource(2);
const NTH = `(最后一个|最后1个|倒数第一个|第?(${NUMBER})个)`;
const DAY = `(最后一天|月底|(${NUMBER})[日号])`;
const SHORT = '(?:[(（]?短月(?:在)?(最后一天|月底|跳过|不办)[)）]?)?';

const ONE = '(?:[一二三四五六日天]|[1-7](?!\\d))';
const WEEKDAYS = `(?:周|星期|礼拜)(${ONE}(?:[、,，和及]{1,2}(?:周|星期|礼拜)?${ONE}|[一二三四五六日天](?![点日号]))*)`;

const FORMS: readonly [RegExp, Reader][] = [
  [/^(?:每天|每日|天天)/, () => ({ type: 'daily' })],
  [/^每个?工作日/, () => ({ type: 'workdays' })],
  [
    new RegExp(`^(?:每个?|逢)${WEEKDAYS}`),
    ([, weekdays = '']) => ({ type: 'weekly', weekdays: weekdaysIn(weekdays), every: 1 }),
  ],
  [
    new RegExp(
      `^(?:每[两二2]个?(?:周|星期|礼拜)|每?隔一?个?(?:周|星期|礼拜))的?\\s?${WEEKDAYS}(?:[(（](\\d{4})年(\\d{1,2})月(\\d{1,2})日起[)）])?`,
    ),
    ([, weekdays = '', year, month, day]) => ({
      type: 'weekly',
      weekdays: weekdaysIn(weekdays),
      every: 2,
      ...(year && { from: isoDate(Number(year), Number(month), Number(day)) }),
    }),
  ],
  [
    new RegExp(`^每年的?(${NUMBER})月(?:的?${DAY})${SHORT}`),
    ([, month, , number, short]) =>
      inRange({ type: 'yearly', month: readNumber(month ?? ''), ...dayOf(number, short) }),
  ],
  [
    new RegExp(
      `^${EVERY_MONTH}((?:${NUMBER})[日号]?(?:[、,，和及]{1,2}(?:${NUMBER})[日号]?){1,9})${SHORT}`,
    ),
    ([whole, days = '', short]) =>
      /[日号]/.test(whole.replace(/短月.*/, '')) ? datesOf(days, short) : undefined,
  ],
  [
    new RegExp(`^${EVERY_MONTH}?${NTH}(?:周|星期|礼拜)([一二三四五六日天1-7])`),
    ([, , number, weekday = '']) =>
      inRange({ type: 'weekday', nth: nthOf(number), weekday: weekdayOf(weekday) }),
  ],
  [
    new RegExp(`^${EVERY_MONTH}?${NTH}工作日`),
    ([, , number]) => inRange({ type: 'workday', nth: nthOf(number) }),
  ],
  [
    new RegExp(`^${EVERY_QUARTER}(?:第?([一二三1-3])个月|([首末])月)的?${DAY}${SHORT}`),
    ([, month, edge, , number, short]) =>
      inRange({
        type: 'quarterly',
        month: edge ? (edge === '首' ? 1 : 3) : readNumber(month ?? ''),
        ...dayOf(number, short),
      }),
  ],
  [
    new RegExp(`^${EVERY_MONTH}${DAY}${SHORT}`),
    ([, , number, short]) => inRange({ type: 'monthly', ...dayOf(number, short) }),
  ],
];

/**
 * Reads `每月25日`, `每月第二个周六`, `每月最后一个工作日`, `每季度第三个月15号`, `每周五`, `每两周周三`, `每天`,
 * `每年12月20日` at the beginning of a text.
 * @returns what it means and what follows; undefined when it begins otherwise. `asksShort`: the day
 * is missing in some months and it was not said what happens then.
 */
export function readRecurrence(
  text: string,
): { on: Recurrence; asksShort: boolean; rest: string } | undefined {
  const folded = fold(text.slice(0, LONGEST));
  for (const [form, reader] of FORMS) {
    const match = form.exec(folded);
    const on = match && reader(match);
    if (!on) continue;
    const days = 'days' in on ? on.days : 'day' in on ? [on.day] : [];
    const isLong = days.some((day) => day > longestIn(on));
    const asksShort = isLong && !/短月|最后一天|月底/.test(match[0]);
    return { on, asksShort, rest: text.slice(match[0].length).trim() };
  }
  return undefined;
}

/** A day that every one of its months has. */
function longestIn(on: Recurrence): number {
  if (on.type !== 'yearly') return 28;
  return on.month === 2 ? 28 : daysIn(2027, on.month);
}

/**
 * Reads a time of day, with its end or without: `9点`, `下午2点半到4点`, `14:30-16:00`.
 * @returns minutes of the day, and what follows; undefined when it is not wholly clear.
 */
export function readClock(
  text: string,
): { at: string; minutes?: number; rest: string } | undefined {
  if (!/^[\d一二三四五六七八九十上下早中晚傍凌半]/.test(fold(text))) return undefined;
  const read = readWhen(`2027年1月4日${text}`, { now: 0, zone: 'UTC' });
  if (!read.ok || read.dateOnly || read.date !== '2027-01-04') return undefined;
  const minute = (read.start / MINUTE) % 1_440;
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60].map((number) =>
    String(number).padStart(2, '0'),
  );
  return {
    at: `${hours}:${minutes}`,
    ...(read.end === undefined ? {} : { minutes: (read.end - read.start) / MINUTE }),
    rest: read.rest,
  };
}

function weekdaysIn(words: string): number[] {
  const days = [...words.matchAll(/[一二三四五六日天1-7]/g)].map(([day]) => weekdayOf(day));
  return [...new Set(days)].sort((a, b) => a - b);
}

function datesOf(words: string, short: string | undefined): Recurrence | undefined {
  const days = words
    .split(/[、,，和及日号]+/)
    .filter(Boolean)
    .map((day) => readNumber(day));
  const rising = [...new Set(days)].sort((a, b) => a - b);
  if (rising.length < 2 || rising.some((day) => day < 1 || day > 31)) return undefined;
  return { type: 'dates', days: rising, short: dayOf('1', short).short };
}

function nthOf(number: string | undefined): number {
  return number === undefined ? -1 : readNumber(number);
}

function dayOf(number: string | undefined, short: string | undefined) {
  const skips = short === '跳过' || short === '不办';
  return {
    day: number === undefined ? 31 : readNumber(number),
    short: skips ? ('skip' as const) : ('last' as const),
  };
}

function weekdayOf(character: string): number {
  return /[日天7]/.test(character) ? 7 : readNumber(character);
}

function inRange(on: Recurrence): Recurrence | undefined {
  switch (on.type) {
    case 'weekday':
      return on.nth >= -1 && on.nth !== 0 && on.nth <= 5 ? on : undefined;
    case 'workday':
      return on.nth >= -1 && on.nth !== 0 && on.nth <= 15 ? on : undefined;
    case 'yearly':
      return on.month >= 1 && on.month <= 12 && isDayOf(on) ? on : undefined;
    case 'monthly':
    case 'quarterly':
      return on.day >= 1 && on.day <= 31 ? on : undefined;
    default:
      return on;
  }
}

/** 最后一天 is the 31st of any month. */
function isDayOf({ month, day }: { readonly month: number; readonly day: number }): boolean {
  return day === 31 || (day >= 1 && day <= daysIn(2028, month));
}
