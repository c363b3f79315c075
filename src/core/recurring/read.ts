import { fold } from '../line.ts';
import { numberSource, readNumber } from '../numerals.ts';
import { MINUTE } from '../time.ts';
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

const FORMS: readonly [RegExp, Reader][] = [
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
 * Reads `每月25日`, `每月第二个周六`, `每月最后一个工作日`, `每季度第三个月15号` at the beginning of a text.
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
    const asksShort = 'day' in on && on.day > 28 && !/短月|最后一天|月底/.test(match[0]);
    return { on, asksShort, rest: text.slice(match[0].length).trim() };
  }
  return undefined;
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
    case 'once':
      return on;
    default:
      return on.day >= 1 && on.day <= 31 ? on : undefined;
  }
}
