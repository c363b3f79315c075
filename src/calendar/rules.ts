import { addDays, addMonths, dateOf, daysIn, endOfDay, isoDate, MINUTE, momentOf } from '../core/time.ts';
import type { Notice, Rule } from './records.ts';

/** How far back missed notices are looked for after a long downtime, months. */
const MONTHS_BACK = 2;

/** One notice of one day of a rule. */
export interface DueNotice {
  /** Planned local date of the day it is about. */
  readonly date: string;
  readonly notice: Notice;
  readonly planned: number;
  /** Past this moment it is not sent any more. */
  readonly deadline: number;
}

/** The dates of a rule from a local date on, soonest first, without end. */
export function* datesOf(rule: Rule, from: string): Generator<string> {
  const [year = 0, month = 1] = from.split('-').map(Number);
  for (let ahead = 0; ; ahead++) {
    const at = addMonths(year, month, ahead);
    const days = daysIn(at.year, at.month);
    if (rule.on.day > days && rule.on.short === 'skip') continue;
    const date = isoDate(at.year, at.month, Math.min(rule.on.day, days));
    if (date >= from) yield date;
  }
}

/** When the day of a date begins and ends. */
export function spanOf(rule: Rule, date: string): { start: number; end: number } {
  const start = momentOf(date, rule.at, rule.zone);
  return { start, end: start + rule.minutes * MINUTE };
}

/** The notices planned after a moment and up to another, soonest first. */
function noticesBetween(rule: Rule, after: number, until: number): readonly DueNotice[] {
  const found: DueNotice[] = [];
  const furthest = Math.max(0, ...rule.notices.map((notice) => notice.days));
  const last = addDays(dateOf(until, rule.zone), furthest);
  for (const date of datesOf(rule, dateOf(after, rule.zone))) {
    if (date > last) break;
    for (const notice of rule.notices) {
      const due = noticeOn(rule, date, notice);
      if (due.planned > after && due.planned <= until) found.push(due);
    }
  }
  return found.sort((a, b) => a.planned - b.planned);
}

/** The first notice planned after a moment. */
export function nextNotice(rule: Rule, after: number): DueNotice | undefined {
  if (rule.notices.length === 0) return undefined;
  let best: DueNotice | undefined;
  for (const date of datesOf(rule, dateOf(after, rule.zone))) {
    const due = rule.notices.map((notice) => noticeOn(rule, date, notice)).filter(({ planned }) => planned > after);
    const first = due.sort((a, b) => a.planned - b.planned)[0];
    if (first !== undefined && (best === undefined || first.planned < best.planned)) best = first;
    // A later day may be announced earlier only by as much as the longest notice reaches back.
    const furthest = Math.max(...rule.notices.map((notice) => notice.days));
    if (best !== undefined && addDays(date, -furthest) > dateOf(best.planned, rule.zone)) return best;
  }
  return best;
}

function noticeOn(rule: Rule, date: string, notice: Notice): DueNotice {
  const day = addDays(date, -notice.days);
  const planned = momentOf(day, notice.at, rule.zone);
  const { start } = spanOf(rule, date);
  const deadline = Math.min(planned + rule.late * MINUTE, start, endOfDay(day, rule.zone));
  return { date, notice, planned, deadline };
}

/**
 * The notices whose turn it is, all planned for the same moment, oldest first of those not decided yet. They are sent
 * inside their window, unless a newer one of the rule is due and still inside its own.
 */
export function noticesToDecide(
  rule: Rule,
  now: number,
): { readonly notices: readonly DueNotice[]; readonly send: boolean; readonly decided: number } {
  const earliest = momentOf(firstOfMonth(now, rule.zone), '00:00', rule.zone);
  const due = noticesBetween(rule, Math.max(rule.decided, earliest), now);
  const planned = due[0]?.planned ?? Math.max(rule.decided, now);
  const notices = due.filter((one) => one.planned === planned);
  const superseded = due.some((one) => one.planned > planned && now <= one.deadline);
  return { notices, send: !superseded && notices.some((one) => now <= one.deadline), decided: planned };
}

/** Missed notices are looked for no further back than this. */
function firstOfMonth(now: number, zone: string): string {
  const [year = 0, month = 1] = dateOf(now, zone).split('-').map(Number);
  const from = addMonths(year, month, -MONTHS_BACK);
  return isoDate(from.year, from.month, 1);
}
