import { DateTime } from 'luxon';
import { momentOf as wallMoment } from './zone.ts';

/*
 * The calendar, always in a named zone and never in the process's own. `date` is a local date `yyyy-MM-dd`,
 * `time` a time of day `HH:mm`, a moment is ms since the epoch.
 */

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export function dateOf(moment: number, zone: string): string {
  return DateTime.fromMillis(moment, { zone }).toFormat('yyyy-MM-dd');
}

export function timeOf(moment: number, zone: string): string {
  return DateTime.fromMillis(moment, { zone }).toFormat('HH:mm');
}

/** Where the zone skips this time (summer time begins) the first minute after the gap; where it has it twice the first. */
export function momentOf(date: string, time: string, zone: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return wallMoment(DateTime.fromISO(date, { zone: 'utc' }), hours * 60 + minutes, zone);
}

export function addDays(date: string, days: number): string {
  return DateTime.fromISO(date, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd');
}

/** How many days a local date lies after another. */
export function daysBetween(earlier: string, later: string): number {
  const [from, to] = [earlier, later].map((date) => DateTime.fromISO(date, { zone: 'utc' }).toMillis());
  return Math.round(((to ?? 0) - (from ?? 0)) / DAY);
}

export function isMonday(date: string): boolean {
  return DateTime.fromISO(date, { zone: 'utc' }).weekday === 1;
}

/** Years and months as numbers, month 1–12; `months` may leave the year. */
export function addMonths(year: number, month: number, months: number): { year: number; month: number } {
  const index = year * 12 + (month - 1) + months;
  return { year: Math.floor(index / 12), month: (index % 12) + 1 };
}

/** The number of days of a month, 28–31. */
export function daysIn(year: number, month: number): number {
  return DateTime.utc(year, month).daysInMonth ?? 31;
}

export function isoDate(year: number, month: number, day: number): string {
  return DateTime.utc(year, month, day).toFormat('yyyy-MM-dd');
}

/** The moment at which a local date ends. */
export function endOfDay(date: string, zone: string): number {
  return momentOf(addDays(date, 1), '00:00', zone);
}

/** `2026-11`, in UTC: a name for files, not a date that people see. */
export function monthKey(moment: number): string {
  return DateTime.fromMillis(moment, { zone: 'utc' }).toFormat('yyyy-MM');
}

/** `2026-11-25`, in UTC: a name for files, not a date that people see. */
export function dayKey(moment: number): string {
  return DateTime.fromMillis(moment, { zone: 'utc' }).toFormat('yyyy-MM-dd');
}

/** The next moment at which quiet hours end, or the moment itself outside of them. Hours may run over midnight. */
export function afterQuiet(
  moment: number,
  quiet: { readonly from: string; readonly to: string },
  zone: string,
): number {
  const time = timeOf(moment, zone);
  const overnight = quiet.from > quiet.to;
  const inside = overnight ? time >= quiet.from || time < quiet.to : time >= quiet.from && time < quiet.to;
  if (!inside) return moment;
  const today = dateOf(moment, zone);
  return momentOf(overnight && time >= quiet.from ? addDays(today, 1) : today, quiet.to, zone);
}
