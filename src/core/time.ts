import { DateTime } from 'luxon';
import { faceAt, momentAt } from './zone.ts';

/*
 * The calendar, always in a named zone and never in the process's own. `date` is a local date
 * `yyyy-MM-dd`,
 * `time` a time of day `HH:mm`, a moment is ms since the epoch.
 */

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export function dateOf(moment: number, zone: string): string {
  return dayKey(faceAt(moment, zone));
}

export function timeOf(moment: number, zone: string): string {
  return utc(faceAt(moment, zone)).toISOString().slice(11, 16);
}

/**
 * Where the zone skips this time (summer time begins) the first minute after the gap; where it has
 * it twice the first.
 */
export function momentOf(date: string, time: string, zone: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return momentAt(midnight(date) + hours * HOUR + minutes * MINUTE, zone);
}

/** Days are reckoned with in UTC, where each has 24 hours. Luxon takes ten times as long for it. */
function utc(when: number | string) {
  // A date alone is UTC (ECMA-262).
  // biome-ignore lint/style/noRestrictedGlobals: of a given moment; no clock is asked
  return new Date(when);
}

function midnight(date: string): number {
  return utc(date).getTime();
}

export function addDays(date: string, days: number): string {
  return dayKey(midnight(date) + days * DAY);
}

/** How many days a local date lies after another. */
export function daysBetween(earlier: string, later: string): number {
  return Math.round((midnight(later) - midnight(earlier)) / DAY);
}

/** 1 is Monday, 7 Sunday. */
export function weekdayOf(date: string): number {
  return utc(date).getUTCDay() || 7;
}

/** Years and months as numbers, month 1–12; `months` may leave the year. */
export function addMonths(
  year: number,
  month: number,
  months: number,
): { year: number; month: number } {
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
  return dayKey(moment).slice(0, 7);
}

/** `2026-11-25`, in UTC: a name for files, not a date that people see. */
export function dayKey(moment: number): string {
  return utc(moment).toISOString().slice(0, 10);
}

/**
 * The next moment at which quiet hours end, or the moment itself outside of them. Hours may run
 * over midnight.
 */
export function afterQuiet(
  moment: number,
  quiet: { readonly from: string; readonly to: string },
  zone: string,
): number {
  const time = timeOf(moment, zone);
  const overnight = quiet.from > quiet.to;
  const inside = overnight
    ? time >= quiet.from || time < quiet.to
    : time >= quiet.from && time < quiet.to;
  if (!inside) return moment;
  const today = dateOf(moment, zone);
  return momentOf(overnight && time >= quiet.from ? addDays(today, 1) : today, quiet.to, zone);
}
