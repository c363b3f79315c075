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
 * The moment (ms) of a wall clock time, counted in minutes from the day's midnight on the clock's
 * face.
 */
export function momentOf(day: Day, minutes: number, zone: string): number {
  return momentAt(day.toMillis() + minutes * MINUTE, zone);
}

/** What the clock's face shows at a moment, as if it were UTC, ms. */
export function faceAt(moment: number, zone: string): number {
  return moment + offsetAt(moment, zone) * MINUTE;
}

/**
 * The moment (ms) at which the clock's face shows this, given as if it were UTC. A time that the
 * clock skips becomes the first minute after the gap, one that it shows twice the first of the two.
 */
export function momentAt(face: number, zone: string): number {
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

/** No zone has moved its clock within a quarter of an hour, so one answer holds for all of it. */
const QUARTER = 15 * MINUTE;
const MOST_KNOWN = 20_000;
const known = new Map<string, number>();

/**
 * Minutes ahead of UTC. Asking the platform is slow, and thousands of rules ask for the same days.
 */
function offsetAt(moment: number, zone: string): number {
  const key = `${zone} ${Math.floor(moment / QUARTER)}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const offset = IANAZone.create(zone).offset(moment);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, offset);
  return offset;
}
