/**
 * Reads the words for one date. What they mean on the day they are said is the business of
 * `calendar.ts`.
 */
import { englishDateAt } from './english.ts';
import { numberAt } from './numbers.ts';
import { partAt } from './parts.ts';
import type { DateSaid, DateWords, MonthSaid, YearSaid } from './said.ts';
import {
  type Found,
  isDigit,
  isGlued,
  isRefused,
  longestFirst,
  type Refused,
  type Scan,
  skipConnector,
  skipSpace,
  unclear,
  wordAt,
} from './text.ts';
import { weekAt, weekdayAt } from './weeks.ts';
import {
  DAY_WORD_LIST,
  DAY_WORDS,
  HOLIDAY_LIST,
  HOLIDAYS,
  PAST_WORDS,
  PLACES_AFTER_NUMBER,
  UNCLEAR_WORDS,
} from './words.ts';

/** One date at this place. */
export function dateAt(text: string, at: number): Scan<DateWords> {
  if (wordAt(text, at, UNCLEAR_WORDS) !== undefined) return unclear(at);
  if (wordAt(text, at, PAST_WORDS) !== undefined) return { refused: 'past', from: at };
  const word = wordAt(text, at, DAY_WORD_LIST);
  const day = word === undefined ? undefined : DAY_WORDS.get(word);
  if (word !== undefined && day !== undefined) {
    const said: DateSaid = { kind: 'day', plus: day.plus };
    return {
      value: day.part === undefined ? { said } : { said, part: day.part },
      end: at + word.length,
    };
  }
  const english = englishDateAt(text, at);
  if (english !== undefined) return english;
  return (
    weekAt(text, at) ??
    numericAt(text, at) ??
    inMonthAt(text, at) ??
    holidayAt(text, at) ??
    listAt(text, at)
  );
}

/**
 * 2026-12-05, 2026/12/5, 2026.12.5, 12/5 and 12.5上午. A bare 12.5 is a number and a bare 12-5
 * anything.
 */
function numericAt(text: string, at: number): Scan<DateWords> {
  const first = numberAt(text, at);
  if (first === undefined || first.digits === 0) return undefined;
  const sign = text.charAt(first.end);
  const second = '-/.'.includes(sign) ? numberAt(text, first.end + 1) : undefined;
  if (second === undefined || second.digits === 0 || second.digits > 2) return undefined;
  if (first.digits <= 2) {
    const isDate = sign === '/' || (sign === '.' && partAt(text, second.end) !== undefined);
    if (!isDate) return undefined;
    return inMonth(at, { kind: 'named', month: first.value }, second.value, second.end);
  }
  const third = text.charAt(second.end) === sign ? numberAt(text, second.end + 1) : undefined;
  if (first.digits !== 4 || third === undefined || third.digits === 0 || third.digits > 2)
    return undefined;
  return inMonth(
    at,
    { kind: 'named', month: second.value, year: { year: first.value } },
    third.value,
    third.end,
  );
}

function inMonthAt(text: string, at: number): Scan<DateWords> {
  const year = yearAt(text, at);
  const from = year === undefined ? at : skipSpace(text, year.end);
  const month = monthAt(text, from, year?.value);
  if (month !== undefined) return ofMonthAt(text, at, month);
  if (year !== undefined) return holidayAt(text, from, year.value) ?? unclear(at);
  if (isShortYear(text, at)) return unclear(at);
  const isLast = text.startsWith('月底', at) || text.startsWith('月末', at);
  return isLast ? inMonth(at, ANY, 'last', at + 2) : dayAt(text, at, at, ANY);
}

const ANY: MonthSaid = { kind: 'any' };

/** What follows a month: 12月底, 12月的第一个周三, 12月5日. */
function ofMonthAt(text: string, from: number, { value, end }: Found<MonthSaid>): Scan<DateWords> {
  const behind = skipSpace(text, end);
  const place = text.charAt(behind) === '的' ? behind + 1 : behind;
  const last = wordAt(text, place, ['最后一天', '底', '末']);
  return last === undefined
    ? (dayAt(text, from, place, value) ?? unclear(from))
    : inMonth(from, value, 'last', place + last.length);
}

/** 第一个周三, 25日 of a month; the words for the date begin at `from`. */
function dayAt(text: string, from: number, at: number, month: MonthSaid): Scan<DateWords> {
  const nth = nthWeekdayAt(text, at, month);
  if (nth !== undefined) return isRefused(nth) ? { ...nth, from } : nth;
  const day = dayNumberAt(text, at);
  return day && inMonth(from, month, day.value, day.end);
}

/** 2026年, 二〇二六年, 明年. */
function yearAt(text: string, at: number): Found<YearSaid> | undefined {
  const plus = ['今年', '明年', '后年'].findIndex((word) => text.startsWith(word, at));
  if (plus >= 0) return { value: { plus }, end: at + 2 };
  const numeral = numberAt(text, at);
  if (
    numeral === undefined ||
    !(numeral.digits === 4 || (numeral.digits === 0 && numeral.value >= 1000))
  )
    return undefined;
  const end = skipSpace(text, numeral.end);
  return text.charAt(end) === '年' ? { value: { year: numeral.value }, end: end + 1 } : undefined;
}

/** 26年12月5日: which century is not ours to say. */
function isShortYear(text: string, at: number): boolean {
  const numeral = numberAt(text, at);
  if (numeral === undefined || text.charAt(skipSpace(text, numeral.end)) !== '年') return false;
  return monthAt(text, skipSpace(text, skipSpace(text, numeral.end) + 1), undefined) !== undefined;
}

const IN_TWO_MONTHS = { 下下个月: 2, 下下月: 2 };
const NEXT_MONTH = { 下个月: 1, 下月: 1 };
const THIS_MONTH = { 这个月: 0, 本月: 0, 这月: 0, 当月: 0 };
const RELATIVE_MONTHS = new Map(Object.entries({ ...IN_TWO_MONTHS, ...NEXT_MONTH, ...THIS_MONTH }));
const RELATIVE_MONTH_LIST = longestFirst(RELATIVE_MONTHS.keys());

function monthAt(
  text: string,
  at: number,
  year: YearSaid | undefined,
): Found<MonthSaid> | undefined {
  const word = wordAt(text, at, RELATIVE_MONTH_LIST);
  const months = word === undefined ? undefined : RELATIVE_MONTHS.get(word);
  if (word !== undefined && months !== undefined && year === undefined) {
    return { value: { kind: 'plus', months }, end: at + word.length };
  }
  const numeral = numberAt(text, at);
  if (numeral === undefined || numeral.digits > 2) return undefined;
  const end = skipSpace(text, numeral.end);
  if (text.charAt(end) !== '月') return undefined;
  const month: MonthSaid = { kind: 'named', month: numeral.value };
  return {
    value: year === undefined ? month : { ...month, year },
    end: text.charAt(end + 1) === '份' ? end + 2 : end + 1,
  };
}

/** 第一个周三, 最后一个周五. */
function nthWeekdayAt(text: string, at: number, month: MonthSaid): Scan<DateWords> {
  let nth: number | 'last' = 'last';
  let end = at + 4;
  if (!text.startsWith('最后一个', at)) {
    const numeral = text.charAt(at) === '第' ? numberAt(text, skipSpace(text, at + 1)) : undefined;
    if (numeral === undefined) return undefined;
    nth = numeral.value;
    end = skipSpace(text, numeral.end);
    if (text.charAt(end) !== '个') return text.charAt(end) === '周' ? unclear(at) : undefined;
    end++;
  }
  const weekday = weekdayAt(text, end);
  if (weekday === undefined) return unclear(at);
  if (nth !== 'last' && !(nth >= 1 && nth <= 5)) return { refused: 'impossible', from: at };
  return {
    value: { said: { kind: 'inMonth', month, pick: { nth, weekday: weekday.value } } },
    end: weekday.end,
  };
}

/** 25日, 二十五号; but 12号楼 is a place. */
function dayNumberAt(text: string, at: number): Found<number> | undefined {
  const numeral = numberAt(text, at);
  if (numeral === undefined || numeral.digits > 2) return undefined;
  const end = skipSpace(text, numeral.end);
  if (!isDayUnit(text, end)) return undefined;
  return { value: numeral.value, end: end + 1 };
}

function isDayUnit(text: string, at: number): boolean {
  if (text.charAt(at) === '日') return true;
  if (text.charAt(at) !== '号') return false;
  const next = text.charAt(at + 1);
  return next === '' || !PLACES_AFTER_NUMBER.includes(next);
}

/**
 * Only for what exists in no year (the 0th, the 32nd, 2月30日); whether it exists in that year is
 * seen later.
 */
function inMonth(
  from: number,
  month: MonthSaid,
  day: number | 'last',
  end: number,
): Found<DateWords> | Refused {
  const named = month.kind === 'named' ? month.month : 1;
  const number = day === 'last' ? 1 : day;
  if (Number.isNaN(number) || Number.isNaN(named)) return unclear(from);
  if (named < 1 || named > 12 || number < 1 || number > 31) return { refused: 'impossible', from };
  return { value: { said: { kind: 'inMonth', month, pick: { day } } }, end };
}

function holidayAt(text: string, at: number, year?: YearSaid): Found<DateWords> | undefined {
  const name = wordAt(text, at, HOLIDAY_LIST);
  const holiday = name === undefined ? undefined : HOLIDAYS.get(name);
  if (name === undefined || holiday === undefined) return undefined;
  if (numberAt(text, at)?.end === at + name.length && !standsAlone(text, at + name.length))
    return undefined;
  const month: MonthSaid = { kind: 'named', month: holiday.month };
  const said: DateSaid = {
    kind: 'inMonth',
    month: year ? { ...month, year } : month,
    pick: { day: holiday.day },
  };
  return { value: { said, holiday: true }, end: at + name.length };
}

/** 五一 and 十一 are days only where nothing counts with them: not in 十一点, 十一个人, 五一广场. */
function standsAlone(text: string, at: number): boolean {
  if (isDigit(text.charAt(at)) || partAt(text, at) !== undefined) return true;
  return !isGlued(text, at) && !'点时'.includes(text.charAt(skipSpace(text, at)) || ' ');
}

/** 25-26日, 25或26号, and the lunar 廿五: a day was meant, but which. */
function listAt(text: string, at: number): Refused | undefined {
  const first = numberAt(text, at);
  if (first === undefined) return undefined;
  if (text.charAt(at) === '廿' || text.charAt(at) === '卅') return unclear(at);
  const place = skipSpace(text, first.end);
  const listed = '、或和及,'.includes(text.charAt(place)) ? place + 1 : place;
  const second = numberAt(text, skipConnector(text, place) ?? listed);
  if (second === undefined) return undefined;
  const end = skipSpace(text, second.end);
  return isDayUnit(text, end) || '月天周'.includes(text.charAt(end) || ' ')
    ? unclear(at)
    : undefined;
}
