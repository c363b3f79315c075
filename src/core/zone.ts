/** Calendar days and moments of a zone; the zone of the process plays no part. */
import { DateTime, IANAZone } from 'luxon';

/** A calendar day, as its midnight in UTC. */
export type Day = DateTime;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The calendar day on which a moment lies. */
export function dayOf(moment: number, zone: string): Day {
  const local = DateTime.fromMillis(moment, { zone });
  return DateTime.utc(local.year, local.month, local.day);
}

/**
 * The moment (ms) of a wall clock time, counted in minutes from the day's midnight on the clock's face. A time that the
 * clock skips becomes the first minute after the gap, one that it shows twice the first of the two.
 */
export function momentOf(day: Day, minutes: number, zone: string): number {
  const place = { offset: (moment: number) => offsetAt(moment, zone) };
  const wall = day.toMillis() + minutes * MINUTE;
  const before = place.offset(wall - DAY);
  const after = place.offset(wall + DAY);
  const early = wall - before * MINUTE;
  const late = wall - after * MINUTE;
  if (place.offset(early) === before) return early;
  if (place.offset(late) === after) return late;
  // In a gap: look for the minute in which the clock was moved.
  let old = Math.floor(late / MINUTE);
  let moved = Math.ceil(early / MINUTE);
  while (moved - old > 1) {
    const middle = Math.floor((old + moved) / 2);
    if (place.offset(middle * MINUTE) === before) old = middle;
    else moved = middle;
  }
  return moved * MINUTE;
}

/** No zone has moved its clock within a quarter of an hour, so one answer holds for all of it. */
const QUARTER = 15 * MINUTE;
const MOST_KNOWN = 20_000;
const known = new Map<string, number>();

/** Minutes ahead of UTC. Asking the platform is slow, and thousands of rules ask for the same days. */
function offsetAt(moment: number, zone: string): number {
  const key = `${zone} ${Math.floor(moment / QUARTER)}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const offset = IANAZone.create(zone).offset(moment);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, offset);
  return offset;
}
