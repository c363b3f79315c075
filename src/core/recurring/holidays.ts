import { z } from 'zod';
import { addDays, weekdayOf } from '../time.ts';
import type { Holidays, Recurrence } from './dates.ts';

/** What a planned day does when it is no working day. */
export const holidayPolicy = z.enum(['keep', 'next', 'previous', 'skip']);
export type HolidayPolicy = z.infer<typeof holidayPolicy>;

/** A holiday is never longer; who finds no working day within so many days keeps the date. */
const FURTHEST = 20;

/**
 * The day on which a planned date takes place, or undefined when it is skipped. In a year that is
 * not known, and where the way leads into one, the date stays. A rule for a Saturday or Sunday
 * means the weekend; only holidays disturb it.
 */
export function dayFor(
  on: Recurrence,
  date: string,
  policy: HolidayPolicy,
  holidays: Holidays,
): string | undefined {
  if (policy === 'keep' || !holidays.knows(yearOf(date))) return date;
  const stays = meansWeekend(on, date)
    ? holidays.nameOf(date) === undefined
    : holidays.isWorkday(date);
  if (stays) return date;
  // Of what takes place on the days around it there is nothing to move.
  const isDaily = on.type === 'daily' || on.type === 'workdays';
  if (policy === 'skip' || isDaily) return undefined;
  const step = policy === 'next' ? 1 : -1;
  for (let days = 1; days <= FURTHEST; days++) {
    const day = addDays(date, step * days);
    if (!holidays.knows(yearOf(day))) return date;
    if (holidays.isWorkday(day)) return day;
  }
  return date;
}

function meansWeekend(on: Recurrence, date: string): boolean {
  if (on.type === 'daily') return true;
  const weekday = weekdayOf(date);
  if (on.type === 'weekly') return weekday >= 6 && on.weekdays.includes(weekday);
  return on.type === 'weekday' && on.weekday >= 6 && weekday === on.weekday;
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}
