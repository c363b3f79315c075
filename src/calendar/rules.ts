import type { Records } from '../core/collection.ts';
import { dayFor, type Holidays, periodOf, plannedDates } from '../core/recurring/index.ts';
import { addDays, DAY, dateOf, endOfDay, MINUTE, momentOf } from '../core/time.ts';
import { type Notice, type Occurrence, occurrences, type Rule } from './records.ts';

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

/** The notices of a day, soonest first. One may be late as the rule says, never past the start or its own midnight. */
export function noticesOn(
  rule: Pick<Rule, 'notices' | 'zone' | 'late'>,
  day: string,
  start: number,
): Occurrence['notices'] {
  const plan = (one: Notice) => {
    const on = addDays(day, -one.days);
    const planned = momentOf(on, one.at, rule.zone);
    return { ...one, planned, deadline: Math.min(planned + rule.late * MINUTE, start, endOfDay(on, rule.zone)) };
  };
  return rule.notices.map(plan).sort((a, b) => a.planned - b.planned);
}

/** A notice is sent inside its window, unless a newer one of the same rule is due and inside its own. */
export function isSent(notice: Occurrence['notices'][number], rule: string, records: Records, now: number): boolean {
  if (now > notice.deadline) return false;
  const others = records.where(occurrences, rule).flatMap((occurrence) => occurrence.notices);
  return !others.some((other) => other.planned > notice.planned && other.planned <= now && now <= other.deadline);
}

/**
 * The notices that are left after a day was moved: those still to come, seen from the day it is now. Those whose time the
 * move has passed over are kept, in case it is moved back.
 */
export function noticesMoved(
  occurrence: Occurrence,
  rule: Pick<Rule, 'zone' | 'late'>,
  day: string,
  start: number,
  now: number,
): Required<Pick<Occurrence, 'notices' | 'passed'>> {
  const undecided = [...occurrence.notices, ...(occurrence.passed ?? [])].map(asSaid);
  const all = noticesOn({ ...rule, notices: undecided }, day, start);
  const isAhead = ({ planned }: { planned: number }) => planned > now && planned < start;
  return { notices: all.filter(isAhead), passed: all.filter((one) => !isAhead(one)) };
}

function asSaid({ id, days, at, opens }: Notice): Notice {
  return { id, days, at, ...(opens === undefined ? {} : { opens }) };
}
