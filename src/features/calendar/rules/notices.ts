import type { Records } from '../../../core/collection.ts';
import type { Ahead } from '../../../core/recurring/index.ts';

import { addDays, endOfDay, MINUTE, momentOf } from '../../../core/time.ts';
import { type Occurrence, occurrences, type Rule, type RuleNotice } from '../records.ts';

/** So many days before a day, at a time. */
export function aheadOf(day: string, { days, at }: Ahead, zone: string): number {
  return momentOf(addDays(day, -days), at, zone);
}

/** Why the poll of a notice cannot be held before a day that begins at a time, if it cannot. */
export function pollMisfit(
  { days, at, poll }: RuleNotice,
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
  const plan = (one: RuleNotice) => {
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

function asSaid({ planned: _, deadline: __, ...said }: Occurrence['notices'][number]): RuleNotice {
  return said;
}

export function soonestFirst(notices: Occurrence['notices']): Occurrence['notices'] {
  return [...notices].sort((a, b) => a.planned - b.planned);
}
