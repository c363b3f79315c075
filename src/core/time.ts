import { IANAZone } from 'luxon';

/*
 * The calendar, always in a named zone and never in the process's own. A date is a local date
 * `yyyy-MM-dd`, as records hold it, a time is a time of day `HH:mm`, a moment is ms since the
 * epoch.
 *
 * There is this one date type, and its arithmetic is done here in UTC: luxon's takes ten times as
 * long. Luxon knows the zones: how far each is from UTC at a moment.
 */

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Whether this is the name of a zone, such as Asia/Shanghai. */
export function isZone(name: string): boolean {
  // Abbreviations mean another place than people think: CST is America/Chicago, too.
  return (name === 'UTC' || name.includes('/')) && IANAZone.create(name).isValid;
}

/** The local date on which a moment lies. */
export function dateOf(moment: number, zone: string): string {
  return dayKey(faceAt(moment, zone));
}

/** The time of day that a clock shows at a moment. */
export function timeOf(moment: number, zone: string): string {
  const minute = Math.floor(faceAt(moment, zone) / MINUTE);
  const ofDay = ((minute % 1440) + 1440) % 1440;
  return `${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}`;
}

/** The moment of a time of day on a date; a skipped or repeated time as `momentAt` says. */
export function momentOf(date: string, time: string, zone: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return momentOfMinute(date, hours * 60 + minutes, zone);
}

/** The same, of a minute counted from the date's midnight on the clock's face; 1440 is its end. */
export function momentOfMinute(date: string, minute: number, zone: string): number {
  return momentAt(midnight(date) + minute * MINUTE, zone);
}

/** In UTC each day has 24 hours. */
function utc(when: number | string) {
  // A date alone is UTC (ECMA-262).
  // biome-ignore lint/style/noRestrictedGlobals: of a given moment; no clock is asked
  return new Date(when);
}

function midnight(date: string): number {
  return midnights.of(date);
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

/** The year and the month, 1–12, of a date. */
export function monthOf(date: string): { year: number; month: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)) };
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
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** The date of a day that its month has. */
export function isoDate(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** The moment at which a month begins; `month` may leave the year: 13 is the next January. */
export function monthBegins(year: number, month: number, zone: string): number {
  const on = addMonths(year, month, 0);
  return momentOf(isoDate(on.year, on.month, 1), '00:00', zone);
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
  return days.of(Math.floor(moment / DAY));
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

/** What the clock's face shows at a moment, as if it were UTC, ms. */
function faceAt(moment: number, zone: string): number {
  return moment + offsetAt(moment, zone) * MINUTE;
}

/**
 * The moment (ms) at which the clock's face shows this, given as if it were UTC. A time that the
 * clock skips becomes the first minute after the gap, one that it shows twice the first of the two.
 */
function momentAt(face: number, zone: string): number {
  const before = offsetAt(face - DAY, zone);
  const after = offsetAt(face + DAY, zone);
  const early = face - before * MINUTE;
  const late = face - after * MINUTE;
  if (offsetAt(early, zone) === before) return early;
  if (offsetAt(late, zone) === after) return late;
  // In a gap: look for the minute in which the clock was moved.
  let old = Math.floor(late / MINUTE);
  let moved = Math.ceil(early / MINUTE);
  while (moved - old > 1) {
    const middle = Math.floor((old + moved) / 2);
    if (offsetAt(middle * MINUTE, zone) === before) old = middle;
    else moved = middle;
  }
  return moved * MINUTE;
}

/** Since 2012 no zone has moved its clock within a quarter of an hour: one answer holds for all of it. */
const QUARTER = 15 * MINUTE;

/** Asking the platform is slow, and thousands of rules ask for the same days. */
class Remembered<K, V> {
  private readonly known = new Map<K, V>();
  private readonly find: (key: K) => V;

  constructor(find: (key: K) => V) {
    this.find = find;
  }

  of(key: K): V {
    const before = this.known.get(key);
    if (before !== undefined) return before;
    const found = this.find(key);
    if (this.known.size >= MOST_KNOWN) this.known.clear();
    this.known.set(key, found);
    return found;
  }
}

const MOST_KNOWN = 20_000;
const midnights = new Remembered((date: string) => utc(date).getTime());
const days = new Remembered((day: number) =>
  utc(day * DAY)
    .toISOString()
    .slice(0, 10),
);
/** Zone → quarter of an hour → minutes ahead of UTC. */
const offsets = new Remembered((name: string) => {
  const zone = IANAZone.create(name);
  return new Remembered((quarter: number) => zone.offset(quarter * QUARTER));
});

/** Minutes ahead of UTC. */
function offsetAt(moment: number, zone: string): number {
  return offsets.of(zone).of(Math.floor(moment / QUARTER));
}
