import { put, type Records, type Remember, remove } from '../../core/collection.ts';
import { type BroadcastRow, broadcasts, isVoid } from '../../core/records.ts';
import { dayFor, type Holidays, periodOf, plannedDates } from '../../core/recurring/index.ts';
import { addDays, DAY, dateOf, endOfDay, MINUTE, momentOf } from '../../core/time.ts';
import {
  type Ahead,
  type Notice,
  type Occurrence,
  occurrences,
  type Rule,
  rules,
} from './records.ts';

/** A day that was missed longer ago than this is nobody's concern any more, ms. */
export const FORGOTTEN = 62 * DAY;
/**
 * Check-in opens an hour before the start and closes half an hour after the end where the rule says
 * nothing.
 */
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
function dayOn(rule: Rule, date: string, day: string): Day {
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

/** So many days before a day, at a time. */
export function aheadOf(day: string, { days, at }: Ahead, zone: string): number {
  return momentOf(addDays(day, -days), at, zone);
}

/** Why the poll of a notice cannot be held before a day that begins at a time, if it cannot. */
export function pollMisfit(
  { days, at, poll }: Notice,
  start: string,
): 'no time' | 'open after the start' | undefined {
  if (poll === undefined) return undefined;
  const { until } = poll;
  if (until.days > days || (until.days === days && until.at <= at)) return 'no time';
  return until.days === 0 && until.at > start ? 'open after the start' : undefined;
}

/**
 * The notices of a day, soonest first. One may be late as the rule says, never past the start, its
 * own midnight or the end of the poll that it opens.
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
    return {
      ...one,
      planned,
      deadline: Math.min(planned + rule.late * MINUTE, start, over, midnight),
    };
  };
  return soonestFirst(rule.notices.map(plan));
}

/**
 * A notice is sent inside its window, unless a newer one of the same rule is due and inside its
 * own.
 */
export function isSent(
  notice: Occurrence['notices'][number],
  rule: string,
  records: Records,
  now: number,
): boolean {
  if (now > notice.deadline) return false;
  const others = records.where(occurrences, rule).flatMap((occurrence) => occurrence.notices);
  return !others.some(
    (other) => other.planned > notice.planned && other.planned <= now && now <= other.deadline,
  );
}

/** What a broadcast of a fixed day is named by; undefined for any other. */
export function noticeNamed(
  broadcast: string,
): { rule: string; occurrence: string; notice: string } | undefined {
  const [, rule, occurrence, notice] =
    /^([^/:]+)\/(\d{4}-\d\d-\d\d)\/([^/]+)$/.exec(broadcast) ?? [];
  return rule && occurrence && notice ? { rule, occurrence, notice } : undefined;
}

/** It did not reach its group, or nobody knows whether it did. */
export function wasMissed({ state }: BroadcastRow): boolean {
  return state === 'skipped' || state === 'failed' || state === 'uncertain';
}

/**
 * The notices that are left after a day was moved: those still to come, seen from the day it is
 * now. Those whose time the move has passed over are kept, in case it is moved back.
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

function asSaid({ planned: _, deadline: __, ...said }: Occurrence['notices'][number]): Notice {
  return said;
}

/**
 * The clock stood ahead. Days still to come that were given up for over are planned anew, and of
 * days that have come near the notices that were; a day of which something was sent stays as it was
 * announced.
 */
export function setBack(rule: Rule, records: Records, now: number): readonly Remember[] {
  const ahead = records.all(broadcasts).filter(({ planned }) => planned > now);
  const lost = ahead.filter((row) => isVoid(row, now)).map(({ broadcast }) => broadcast);
  const sent = ahead.filter((row) => !isVoid(row, now)).map(({ broadcast }) => broadcast);
  const startOf = ({ day }: Occurrence) => momentOf(day, rule.at, rule.zone);
  const isGivenUp = (one: Occurrence) =>
    startOf(one) > now &&
    one.activity === undefined &&
    !sent.some((id) => id.startsWith(`${one.id}/`));
  const days = records.where(occurrences, rule.id);
  const left = days.filter((one) => !isGivenUp(one));
  return [
    ...days.filter(isGivenUp).map(({ id }) => remove(occurrences, id)),
    ...left.flatMap((one) => {
      const isLost = ({ id, planned }: Occurrence['notices'][number]) =>
        planned > now && lost.includes(`${one.id}/${id}`) && !sent.includes(`${one.id}/${id}`);
      const again = noticesOn(rule, one.day, startOf(one)).filter(isLost);
      return again.length === 0
        ? []
        : [put(occurrences, { ...one, notices: soonestFirst([...one.notices, ...again]) })];
    }),
    put(rules, {
      ...rule,
      since: Math.min(rule.since, now),
      through: newestBy(dateOf(now, rule.zone), rule, left),
    }),
  ];
}

/**
 * The newest day that can have come near by a date. Those after it are found when their time comes.
 */
function newestBy(date: string, rule: Rule, days: readonly Occurrence[]): string | undefined {
  const last = addDays(date, Math.max(1, ...rule.notices.map(({ days: before }) => before)));
  const near = days.map((one) => one.date).filter((one) => one <= last);
  return near.sort().at(-1);
}

function soonestFirst(notices: Occurrence['notices']): Occurrence['notices'] {
  return [...notices].sort((a, b) => a.planned - b.planned);
}
