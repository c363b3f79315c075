import { z } from 'zod';
import { addDays, addMonths, daysBetween, daysIn, isoDate, monthOf, weekdayOf } from '../time.ts';

/*
 * Days that come again by the calendar, never by an interval. Dates are local (`yyyy-MM-dd`); no
 * zone and no clock play a part. Of each period (a week, a month, a quarter, a year) there is at most
 * one; where there are several in it each date is a period.
 */

/** The official holidays and the working days that make up for them. */
export interface Holidays {
  /** Whether the days of a year have been published and are known here. */
  knows(year: number): boolean;
  /**
   * Monday to Friday with holidays and 调休 applied; in a year that is not known, Monday to Friday.
   */
  isWorkday(date: string): boolean;
  /** `国庆节` for a day off that belongs to it. */
  nameOf(date: string): string | undefined;
}

const dayOfMonth = z.int().min(1).max(31);
/** What a month does that has no such day. */
const short = z.enum(['last', 'skip']).default('last');

const RISING = 'should rise, each once';

function isRising(numbers: readonly number[]): boolean {
  return numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? 0));
}

export const recurrence = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('monthly'), day: dayOfMonth, short }),
  /**
   * The nth, or with -1 the last, of a weekday (Monday is 1). A month without a fifth one has none.
   */
  z.strictObject({
    type: z.literal('weekday'),
    nth: z.union([z.literal(-1), z.int().min(1).max(5)]),
    weekday: z.int().min(1).max(7),
  }),
  /** The nth, or with -1 the last, working day of the month. */
  z.strictObject({
    type: z.literal('workday'),
    nth: z.union([z.literal(-1), z.int().min(1).max(15)]),
  }),
  /** A day of the first, second or third month of every quarter. */
  z.strictObject({
    type: z.literal('quarterly'),
    month: z.int().min(1).max(3),
    day: dayOfMonth,
    short,
  }),
  z.strictObject({ type: z.literal('once'), date: z.iso.date() }),
  z.strictObject({ type: z.literal('daily') }),
  /** Every working day, with holidays and 调休 applied. */
  z.strictObject({ type: z.literal('workdays') }),
  /** On these weekdays (Monday is 1) of every week, or of every second one counted `from` a date. */
  z.strictObject({
    type: z.literal('weekly'),
    weekdays: z.array(z.int().min(1).max(7)).min(1).max(7).refine(isRising, RISING),
    every: z.union([z.literal(1), z.literal(2)]).default(1),
    from: z.iso.date().optional(),
  }),
  /** Several days of every month. */
  z.strictObject({
    type: z.literal('dates'),
    days: z.array(dayOfMonth).min(2).max(10).refine(isRising, RISING),
    short,
  }),
  z.strictObject({
    type: z.literal('yearly'),
    month: z.int().min(1).max(12),
    day: dayOfMonth,
    short,
  }),
]);
export type Recurrence = z.infer<typeof recurrence>;

/** The planned dates from a date on, soonest first; without end unless it happens once. */
export function plannedDates(on: Recurrence, from: string, holidays: Holidays): Iterable<string> {
  if (on.type === 'once') return on.date >= from ? [on.date] : [];
  return isByDay(on) ? datesByDay(on, from, holidays) : datesByMonth(on, from, holidays);
}

function* datesByDay(on: ByDay, from: string, holidays: Holidays): Generator<string> {
  for (let date = from; ; date = addDays(date, 1)) if (takesPlace(on, date, holidays)) yield date;
}

function* datesByMonth(on: ByMonth, from: string, holidays: Holidays): Generator<string> {
  const { year: firstYear, month: firstMonth } = monthOf(from);
  for (let ahead = 0; ; ahead++) {
    const { year, month } = addMonths(firstYear, firstMonth, ahead);
    yield* datesIn(on, year, month, holidays).filter((date) => date >= from);
  }
}

/** The period that a date belongs to; later periods compare as greater. */
export function periodOf(on: Recurrence, date: string): string {
  const { year, month } = monthOf(date);
  switch (on.type) {
    case 'quarterly':
      return `${year}-Q${Math.ceil(month / 3)}`;
    case 'yearly':
      return String(year);
    case 'weekly':
      return on.weekdays.length === 1 ? addDays(date, 1 - weekdayOf(date)) : date;
    case 'monthly':
    case 'weekday':
    case 'workday':
      return date.slice(0, 7);
    default:
      return date;
  }
}

type ByDay = Extract<Recurrence, { type: 'daily' | 'workdays' | 'weekly' }>;
type ByMonth = Exclude<Recurrence, ByDay | { type: 'once' }>;

function isByDay(on: Recurrence): on is ByDay {
  return on.type === 'daily' || on.type === 'workdays' || on.type === 'weekly';
}

function takesPlace(on: ByDay, date: string, holidays: Holidays): boolean {
  if (on.type === 'daily') return true;
  if (on.type === 'workdays') return holidays.isWorkday(date);
  if (!on.weekdays.includes(weekdayOf(date))) return false;
  if (on.every === 1 || on.from === undefined) return true;
  const monday = (day: string) => addDays(day, 1 - weekdayOf(day));
  return Math.abs(daysBetween(monday(on.from), monday(date))) % 14 === 0;
}

/** The dates in a month, in their order. */
function datesIn(on: ByMonth, year: number, month: number, holidays: Holidays): readonly string[] {
  if (on.type === 'dates') {
    const dates = on.days.flatMap((day) => dayIn(year, month, day, on.short) ?? []);
    return [...new Set(dates)];
  }
  return [dateIn(on, year, month, holidays) ?? []].flat();
}

function dateIn(
  on: Exclude<ByMonth, { type: 'dates' }>,
  year: number,
  month: number,
  holidays: Holidays,
) {
  switch (on.type) {
    case 'monthly':
      return dayIn(year, month, on.day, on.short);
    case 'yearly':
      return month === on.month ? dayIn(year, month, on.day, on.short) : undefined;
    case 'quarterly':
      return ((month - 1) % 3) + 1 === on.month ? dayIn(year, month, on.day, on.short) : undefined;
    case 'weekday':
      return nthWeekday(year, month, on.nth, on.weekday);
    case 'workday':
      return nthWorkday(year, month, on.nth, holidays);
  }
}

function dayIn(
  year: number,
  month: number,
  day: number,
  inShort: 'last' | 'skip',
): string | undefined {
  const days = daysIn(year, month);
  return day > days && inShort === 'skip' ? undefined : isoDate(year, month, Math.min(day, days));
}

function nthWeekday(year: number, month: number, nth: number, weekday: number): string | undefined {
  const days = daysIn(year, month);
  if (nth === -1) {
    const last = isoDate(year, month, days);
    return addDays(last, -((weekdayOf(last) - weekday + 7) % 7));
  }
  const day = 1 + ((weekday - weekdayOf(isoDate(year, month, 1)) + 7) % 7) + (nth - 1) * 7;
  return day > days ? undefined : isoDate(year, month, day);
}

function nthWorkday(
  year: number,
  month: number,
  nth: number,
  holidays: Holidays,
): string | undefined {
  const days = Array.from({ length: daysIn(year, month) }, (_, index) =>
    isoDate(year, month, index + 1),
  );
  return days.filter((date) => holidays.isWorkday(date)).at(nth === -1 ? -1 : nth - 1);
}
