import { z } from 'zod';
import { addDays, addMonths, daysIn, isoDate, monthOf, weekdayOf } from '../time.ts';

/*
 * Days that come again by the calendar, never by an interval. Dates are local (`yyyy-MM-dd`); no
 * zone and no clock play a part. Of each period (a month, a quarter) there is at most one.
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
]);
export type Recurrence = z.infer<typeof recurrence>;

/** The planned dates from a date on, soonest first; without end unless it happens once. */
export function* plannedDates(on: Recurrence, from: string, holidays: Holidays): Generator<string> {
  if (on.type === 'once') {
    if (on.date >= from) yield on.date;
    return;
  }
  const { year: firstYear, month: firstMonth } = monthOf(from);
  for (let ahead = 0; ; ahead++) {
    const { year, month } = addMonths(firstYear, firstMonth, ahead);
    const date = dateIn(on, year, month, holidays);
    if (date !== undefined && date >= from) yield date;
  }
}

/** The period that a date belongs to; later periods compare as greater. */
export function periodOf(on: Recurrence, date: string): string {
  const { year, month } = monthOf(date);
  if (on.type === 'once') return date;
  return on.type === 'quarterly' ? `${year}-Q${Math.ceil(month / 3)}` : date.slice(0, 7);
}

function dateIn(
  on: Exclude<Recurrence, { type: 'once' }>,
  year: number,
  month: number,
  holidays: Holidays,
) {
  switch (on.type) {
    case 'monthly':
      return dayIn(year, month, on.day, on.short);
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
