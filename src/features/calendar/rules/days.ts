import { dayFor, type Holidays, periodOf, plannedDates } from '../../../core/recurring/index.ts';
import { addDays, DAY, dateOf, MINUTE, momentOf } from '../../../core/time.ts';
import type { Occurrence, Rule } from '../records.ts';
import { noticesOn } from './notices.ts';

/** A day that was missed longer ago than this is nobody's concern any more, ms. */
export const FORGOTTEN = 62 * DAY;
/**
 * Check-in opens an hour before the start and closes half an hour after the end where the rule says
 * nothing.
 */
export const CHECKIN = { before: 60, after: 30 };

/** A day of a rule, as the rule and the holidays have it now. */
export interface RuleDay {
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
export function* daysAhead(rule: Rule, holidays: Holidays): Generator<RuleDay> {
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

export function nextDay(rule: Rule, holidays: Holidays): RuleDay | undefined {
  return daysAhead(rule, holidays).next().value ?? undefined;
}

/**
 * When a rule's next day has to become an occurrence: at its first notice, or when check-in opens.
 */
export function nearsAt(rule: Rule, holidays: Holidays): number | undefined {
  const next = rule.active ? nextDay(rule, holidays) : undefined;
  return next && Math.min(next.opens, ...next.notices.map((one) => one.planned));
}

/**
 * A planned date on the local date where it takes place. Notices from before the rule was as it is
 * are nobody's.
 */
function dayOn(rule: Rule, date: string, day: string): RuleDay {
  const start = momentOf(day, rule.at, rule.zone);
  const end = start + rule.minutes * MINUTE;
  const { before, after } = rule.checkin ?? CHECKIN;
  const notices = noticesOn(rule, day, start).filter((one) => one.planned > rule.since);
  return {
    date,
    day,
    start,
    end,
    opens: start - before * MINUTE,
    closes: end + after * MINUTE,
    notices,
  };
}
