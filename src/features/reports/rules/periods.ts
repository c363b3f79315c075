import { fold } from '../../../core/line.ts';
import { readNumber } from '../../../core/numerals.ts';
import type { Period } from '../../../core/reporting.ts';
import type { Text } from '../../../core/text.ts';
import { addMonths, dateOf, monthBegins, monthOf } from '../../../core/time.ts';

export type Length = 'month' | 'quarter' | 'year';

/** A month, a quarter or a year of the calendar. */
export interface NamedPeriod extends Period {
  /** `2026-11`, `2026-Q4`, `2026`: the id of its report. */
  readonly key: string;
  readonly length: Length;
}

interface When {
  readonly now: number;
  readonly zone: string;
}

const MONTHS: Readonly<Record<Length, number>> = { month: 1, quarter: 3, year: 12 };

/** Until this day of the month the report is about the one before. */
const HANDED_IN_BY = 15;

/** The period of some length that begins with a month. */
function periodFrom(length: Length, year: number, month: number, { now, zone }: When): NamedPeriod {
  const isThisYear = monthOf(dateOf(now, zone)).year === year;
  return {
    length,
    key: keyOf(length, year, month),
    title: titleOf(length, year, month, isThisYear),
    from: monthBegins(year, month, zone),
    to: monthBegins(year, month + MONTHS[length], zone),
  };
}

function keyOf(length: Length, year: number, month: number): string {
  if (length === 'year') return String(year);
  const part = length === 'quarter' ? `Q${quarterOf(month)}` : String(month).padStart(2, '0');
  return `${year}-${part}`;
}

const NAMES = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const QUARTERS = ['一', '二', '三', '四'];

function titleOf(length: Length, year: number, month: number, isThisYear: boolean): Text {
  if (length === 'year') return { zh: `${year}年`, en: String(year) };
  const [front, behind] = isThisYear ? ['', ''] : [`${year}年`, ` ${year}`];
  if (length === 'month') return { zh: `${front}${month}月`, en: `${NAMES[month - 1]}${behind}` };
  const quarter = quarterOf(month);
  return { zh: `${front}${QUARTERS[quarter - 1]}季度`, en: `Q${quarter}${behind}` };
}

function quarterOf(month: number): number {
  return Math.ceil(month / 3);
}

function firstMonth(length: Length, month: number): number {
  if (length === 'year') return 1;
  return length === 'quarter' ? quarterOf(month) * 3 - 2 : month;
}

/** The period in which a moment lies, or that many of them before. */
export function periodAt(length: Length, when: When, before = 0): NamedPeriod {
  const { year, month } = monthOf(dateOf(when.now, when.zone));
  const at = addMonths(year, firstMonth(length, month), -before * MONTHS[length]);
  return periodFrom(length, at.year, at.month, when);
}

/** Of which a report is asked for where none is named: early in a month the one before. */
export function periodToReport(length: Length, when: When): NamedPeriod {
  const [, month, day] = dateOf(when.now, when.zone).split('-').map(Number);
  const begins = month === firstMonth(length, month ?? 1);
  return periodAt(length, when, begins && (day ?? 0) <= HANDED_IN_BY ? 1 : 0);
}

/** The month, quarter or year before. */
export function periodBefore(period: NamedPeriod, when: When): NamedPeriod {
  return periodNamed(periodAt(period.length, { now: period.from - 1, zone: when.zone }).key, when);
}

/** `11月的考勤`, `上个月考勤`: a period that begins like none of a name (三月三) does. */
const GLUED = /^([\d本这当上今去前全][^的\s]{0,9}?(?:月份?|季度?|年))的?(?!份|度)(\D+)$/;

/**
 * Words with a period at their end, or in front: `惠及 10月`, `10月的惠及`. Without one it is
 * `otherwise`.
 */
export function nameAndPeriod(
  words: string,
  otherwise: Length,
  when: When,
): { readonly name: string; readonly period: NamedPeriod } {
  const parts = words.trim().split(/\s+/);
  const last = readPeriod(parts.at(-1) ?? '', when);
  if (last !== undefined) return { name: parts.slice(0, -1).join(' '), period: last };
  const first = readPeriod(parts[0] ?? '', when);
  if (first !== undefined) return { name: parts.slice(1).join(' '), period: first };
  const [, front = '', behind = ''] = GLUED.exec(words.trim()) ?? [];
  const glued = readPeriod(front, when);
  if (glued !== undefined) return { name: behind, period: glued };
  return { name: words.trim(), period: periodToReport(otherwise, when) };
}

/** The period of a report, as it is called now. @throws Error for what is no report's id. */
export function periodNamed(key: string, when: When): NamedPeriod {
  const found = /^(\d{4})(?:-(?:Q([1-4])|(\d{2})))?$/.exec(key);
  if (found === null) throw new Error(`${key} is no period`);
  const [, year, quarter, month] = found.map(Number);
  if (quarter) return periodFrom('quarter', year ?? 0, quarter * 3 - 2, when);
  return month
    ? periodFrom('month', year ?? 0, month, when)
    : periodFrom('year', year ?? 0, 1, when);
}

const YEAR = '(?:(?<year>20\\d\\d|今|去|前)年?的?)?';
const NUMBER = '(?<number>1[0-2]|0?[1-9]|[一二三四五六七八九十]{1,2})';
const MONTH = new RegExp(`^${YEAR}${NUMBER}月份?$`);
const QUARTER = new RegExp(`^${YEAR}第?(?:${NUMBER}季度?|q(?<latin>[1-4]))$`);
const LATIN_MONTH = new RegExp(`^(?<name>${NAMES.join('|')})[a-z]*(?<year>20\\d\\d)?$`, 'i');
const ISO_MONTH = /^(?<year>20\d\d)[-/.](?<number>1[0-2]|0?[1-9])$/;
const ONLY_YEAR = /^(?<year>20\d\d)年?$/;
const RELATIVE: readonly (readonly [RegExp, Length, number])[] = [
  [/^(本|这个?|当)月$|^thismonth$/, 'month', 0],
  [/^上(个|一个)?月$|^lastmonth$/, 'month', 1],
  [/^(本|这个?)季度?$|^thisquarter$/, 'quarter', 0],
  [/^上(个|一个)?季度?$|^lastquarter$/, 'quarter', 1],
  [/^(今|本|这一?)年度?$|^(全|整)年$|^年度$|^thisyear$/, 'year', 0],
  [/^去年$|^上一?年$|^lastyear$/, 'year', 1],
  [/^前年$/, 'year', 2],
];

/**
 * The period that words name: `11月`, `2025年11月`, `四季度`, `去年`, `2026`. A month or quarter
 * without a year is the last one that has begun.
 */
export function readPeriod(words: string, when: When): NamedPeriod | undefined {
  const text = fold(words).replace(/\s+/g, '');
  for (const [pattern, length, before] of RELATIVE)
    if (pattern.test(text)) return periodAt(length, when, before);
  const year = ONLY_YEAR.exec(text)?.groups?.['year'];
  if (year !== undefined) return periodFrom('year', Number(year), 1, when);
  const month = MONTH.exec(text)?.groups ?? ISO_MONTH.exec(text)?.groups;
  if (month !== undefined) return named('month', readNumber(month['number'] ?? ''), month, when);
  const latin = LATIN_MONTH.exec(text)?.groups;
  if (latin !== undefined)
    return named(
      'month',
      NAMES.findIndex((name) => isSameWord(name, latin['name'])) + 1,
      latin,
      when,
    );
  const quarter = QUARTER.exec(text)?.groups;
  if (quarter === undefined) return undefined;
  const number = readNumber(quarter['number'] ?? quarter['latin'] ?? '');
  return number <= 4 ? named('quarter', number * 3 - 2, quarter, when) : undefined;
}

function isSameWord(name: string, other: string | undefined): boolean {
  return name.toLowerCase() === other?.toLowerCase();
}

const YEARS_AGO: Readonly<Record<string, number>> = { 今: 0, 去: 1, 前: 2 };

function named(
  length: Length,
  month: number,
  groups: Readonly<Record<string, string | undefined>>,
  when: When,
): NamedPeriod | undefined {
  if (month < 1 || month > 12) return undefined;
  const { year: said } = groups;
  const { year: thisYear } = monthOf(dateOf(when.now, when.zone));
  if (said !== undefined) {
    const ago = YEARS_AGO[said];
    return periodFrom(length, ago === undefined ? Number(said) : thisYear - ago, month, when);
  }
  const found = periodFrom(length, thisYear, month, when);
  return found.from <= when.now ? found : periodFrom(length, thisYear - 1, month, when);
}
