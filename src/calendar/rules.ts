import type { Records } from '../core/collection.ts';
import { dayFor, type Holidays, periodOf, plannedDates } from '../core/recurring/index.ts';
import { addDays, DAY, dateOf, endOfDay, MINUTE, momentOf } from '../core/time.ts';
import { type Ahead, type Notice, type Occurrence, occurrences, type Rule } from './records.ts';

/** A day that was missed longer ago than this is nobody's concern any more, ms. */
export const FORGOTTEN = 62 * DAY;
/** Check-in opens an hour before the start and closes half an hour after the end where the rule says nothing. */
export const CHECKIN = { before: 60, after: 30 };

/** A day of a rule, as the rule and the holidays have it now. */
export interface Day {
  /** Planned local date, by which it is named. */
  readonly date: string;
  /** The local date on which it takes place. */
  readonly day: string;
  readonly start: number;
  readonly end: number;
  /** When check-in opens and closes. */
  readonly opens: number;
  readonly closes: number;
  readonly notices: Occurrence['notices'];
}

/** The days of a rule that have not become occurrences yet, soonest first. */
export function* daysAhead(rule: Rule, holidays: Holidays): Generator<Day> {
  const { on, through } = rule;
  const from = through ?? addDays(dateOf(rule.since, rule.zone), -20);
  const used = through === undefined ? '' : periodOf(on, through);
  for (const date of plannedDates(on, from, holidays)) {
    if (through !== undefined && (date <= through || periodOf(on, date) <= used)) continue;
    const day = dayFor(on, date, rule.holiday, holidays);
    if (day === undefined) continue;
    const found = dayOn(rule, date, day);
    if (found.start > rule.since) yield found;
  }
}

export function nextDay(rule: Rule, holidays: Holidays): Day | undefined {
  return daysAhead(rule, holidays).next().value ?? undefined;
}

/** When a rule's next day has to become an occurrence: at its first notice, or when check-in opens. */
export function nearsAt(rule: Rule, holidays: Holidays): number | undefined {
  const next = rule.active ? nextDay(rule, holidays) : undefined;
  return next && Math.min(next.opens, ...next.notices.map((one) => one.planned));
}

/** A planned date on the local date where it takes place. Notices from before the rule was as it is are nobody's. */
function dayOn(rule: Rule, date: string, day: string): Day {
  const start = momentOf(day, rule.at, rule.zone);
  const end = start + rule.minutes * MINUTE;
  const { before, after } = rule.checkin ?? CHECKIN;
  const notices = noticesOn(rule, day, start).filter((one) => one.planned > rule.since);
  return { date, day, start, end, opens: start - before * MINUTE, closes: end + after * MINUTE, notices };
}

/** So many days before a day, at a time. */
export function aheadOf(day: string, { days, at }: Ahead, zone: string): number {
  return momentOf(addDays(day, -days), at, zone);
}

/** Why the poll of a notice cannot be held before a day that begins at a time, if it cannot. */
export function pollMisfit({ days, at, poll }: Notice, start: string): 'no time' | 'open after the start' | undefined {
  if (poll === undefined) return undefined;
  const { until } = poll;
  if (until.days > days || (until.days === days && until.at <= at)) return 'no time';
  return until.days === 0 && until.at > start ? 'open after the start' : undefined;
}

/**
 * The notices of a day, soonest first. One may be late as the rule says, never past the start, its own midnight or the
 * end of the poll that it opens.
 */
export function noticesOn(
  rule: Pick<Rule, 'notices' | 'zone' | 'late'>,
  day: string,
  start: number,
): Occurrence['notices'] {
  const plan = (one: Notice) => {
    const planned = aheadOf(day, one, rule.zone);
    const over = one.poll === undefined ? start : aheadOf(day, one.poll.until, rule.zone) - MINUTE;
    const midnight = endOfDay(addDays(day, -one.days), rule.zone);
    return { ...one, planned, deadline: Math.min(planned + rule.late * MINUTE, start, over, midnight) };
  };
  return rule.notices.map(plan).sort((a, b) => a.planned - b.planned);
}

/** A notice is sent inside its window, unless a newer one of the same rule is due and inside its own. */
export function isSent(notice: Occurrence['notices'][number], rule: string, records: Records, now: number): boolean {
  if (now > notice.deadline) return false;
  const others = records.where(occurrences, rule).flatMap((occurrence) => occurrence.notices);
  return !others.some((other) => other.planned > notice.planned && other.planned <= now && now <= other.deadline);
}

/** The notices that are left after a day was moved: those still to come, seen from the day it is now. */
export function noticesMoved(
  occurrence: Occurrence,
  rule: Pick<Rule, 'zone' | 'late'>,
  day: string,
  start: number,
  now: number,
): Occurrence['notices'] {
  const left = noticesOn({ ...rule, notices: occurrence.notices.map(asSaid) }, day, start);
  return left.filter((one) => one.planned > now && one.planned < start);
}

function asSaid({ planned: _, deadline: __, ...said }: Occurrence['notices'][number]): Notice {
  return said;
}
