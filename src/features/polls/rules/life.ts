import { put, type Records, type Remember } from '../../../core/collection.ts';
import type { DecisionContext } from '../../../core/command.ts';
import { broadcasts, isVoid } from '../../../core/records.ts';
import { addDays, afterQuiet, dateOf, HOUR, MINUTE, momentOf } from '../../../core/time.ts';
import {
  allianceOf,
  audienceOf,
  groups,
  groupsFor,
  isFor,
  nextNumber,
} from '../../../identity/alliance/index.ts';
import { type Activity, activities, isAhead } from '../../activities/index.ts';
import { type Poll, type PollPlan, pollKeys, polls } from '../records.ts';
import { tallyOf } from './tally.ts';

/** A new poll with the next number, open until its deadline. Whoever opens it tells the groups. */
export function newPoll(
  parts: PollPlan &
    Pick<Poll, 'deadline'> &
    Partial<Pick<Poll, 'audience' | 'about' | 'by' | 'message' | 'isSettledElsewhere'>>,
  { records, now, newId }: Pick<DecisionContext, 'records' | 'now' | 'newId'>,
): { readonly poll: Poll; readonly remember: readonly Remember[] } {
  const { number, remember } = nextNumber(records, 'poll');
  const remindAt = reminderFor(parts.deadline, records, now);
  const hidden = parts.hidden || parts.secret;
  const poll: Poll = {
    groups: [],
    ...parts,
    hidden,
    id: newId(),
    number,
    state: 'open',
    at: now,
    ...(remindAt && { remindAt }),
  };
  const key = poll.secret ? [put(pollKeys, { id: poll.id, key: `${newId()}${newId()}` })] : [];
  return { poll, remember: [remember, put(polls, poll), ...key] };
}

export function pollNumbered(records: Records, number: number): Poll | undefined {
  return records.where(polls, String(number))[0];
}

/** The polls that are open, and those that ended after a moment; those that end first before others. */
export function pollsEndingAfter(since: number, records: Records): readonly Poll[] {
  const over = (['closed', 'cancelled'] as const).flatMap((state) =>
    records.slice(polls, 'byState', state, records.countBefore(polls, 'byState', state, since)),
  );
  return [...records.slice(polls, 'byState', 'open'), ...over];
}

/** Votes count before the deadline, also while nobody has closed the poll yet. */
export function takesVotes(poll: Poll, now: number): boolean {
  return poll.state === 'open' && now < poll.deadline;
}

/**
 * Words that come late count as when they were said, where a vote can still be counted: the ballots
 * of a secret poll are gone once it is over, and what was made of a result stays.
 */
export function tookVotes(poll: Poll, at: number): boolean {
  if (poll.state !== 'closed' || poll.secret || poll.activity !== undefined)
    return takesVotes(poll, at);
  return at < (poll.closedAt ?? poll.deadline);
}

/** Ids of the groups that a poll asks. */
export function groupsOfPoll(poll: Poll, records: Records): readonly string[] {
  return groupsFor(audienceOf(poll), records).map(({ id }) => id);
}

/** Whether a poll asks a group, by the group's id. */
export function asksGroup(poll: Poll, id: string, records: Records): boolean {
  const group = records.get(groups, id);
  return group !== undefined && isFor(audienceOf(poll), group);
}

/** The activity whose shape a poll settles, while it is ahead. */
export function settledBy(poll: Poll, records: Records): Activity | undefined {
  const activity = poll.about === undefined ? undefined : records.get(activities, poll.about);
  return activity && isAhead(activity) ? activity : undefined;
}

/** What it asks about was called off, so nobody has to know any more. */
export function isMoot(poll: Poll, records: Records): boolean {
  return poll.about !== undefined && records.get(activities, poll.about)?.state === 'cancelled';
}

/** A poll that has ended, with what came out. */
export function closedPoll(poll: Poll, records: Records, now: number): Poll {
  const { counts, voters } = tallyOf(poll, records);
  const result = { counts: [...counts], voters };
  return { ...poll, state: 'closed', closedAt: Math.min(now, poll.deadline), result };
}

/**
 * A poll that a clock ahead has ended before its time, unless the groups know its result. The
 * ballots of a secret one are gone, so it stays as it is.
 */
export function reopenedPoll(poll: Poll, records: Records, now: number): readonly Remember[] {
  const { result, closedAt, ...open } = poll;
  if (
    poll.state !== 'closed' ||
    poll.secret ||
    poll.activity !== undefined ||
    (closedAt ?? 0) <= now
  )
    return [];
  const isKnown = records
    .where(broadcasts, broadcastOf(poll, 'result'))
    .some((row) => !isVoid(row, now));
  return isKnown ? [] : [put(polls, { ...open, state: 'open' })];
}

/**
 * The broadcast that tells the groups of a poll. Ended again after it was opened again, they are
 * told again.
 */
export function broadcastOf(
  { id, closedAt }: Poll,
  what: 'opened' | 'reminder' | 'result' | 'cancelled',
): string {
  return what === 'opened' || what === 'reminder'
    ? `poll:${id}:${what}`
    : `poll:${id}:${what}:${closedAt}`;
}

/**
 * When to remind, ms: two hours before the end, in a short poll after three quarters of it, and the
 * evening before where that would be in quiet hours. Undefined for a poll that is over within the
 * hour.
 */
function reminderFor(deadline: number, records: Records, now: number): number | undefined {
  const { quiet, zone } = allianceOf(records);
  const span = deadline - now;
  if (span < HOUR) return undefined;
  const wanted = deadline - Math.min(2 * HOUR, span / 4);
  const heard = afterQuiet(wanted, quiet, zone);
  if (heard + 30 * MINUTE <= deadline) return heard;
  const day = dateOf(wanted, zone);
  const evenings = [day, addDays(day, -1)].map((date) => momentOf(date, quiet.from, zone) - HOUR);
  return evenings.find((evening) => evening < wanted && evening > now);
}

/** The card of a poll. */
export function pollCard(poll: Poll): string {
  return `poll:${poll.id}`;
}
