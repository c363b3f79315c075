import { put, type Records, type Remember, remove } from '../../core/collection.ts';
import type { DecisionContext, Speaker } from '../../core/command.ts';
import { hmac } from '../../core/hmac.ts';
import { broadcasts, isVoid } from '../../core/records.ts';
import { mayActAs } from '../../core/roles.ts';
import type { Text } from '../../core/text.ts';
import { addDays, afterQuiet, dateOf, HOUR, MINUTE, momentOf } from '../../core/time.ts';
import { allianceOf, groupsOf, nextNumber } from '../../identity/alliance/index.ts';
import { liaisonsOf, people, unitOfPerson } from '../../identity/people/index.ts';
import { type Activity, activities, isAhead } from '../activities/index.ts';
import { type Ballot, ballots, type Poll, type PollPlan, pollKeys, polls } from './records.ts';

export interface Tally {
  /** Votes for each option. */
  readonly counts: readonly number[];
  /** How many people or units have voted. */
  readonly voters: number;
}

/** Why a poll as somebody wrote it cannot be opened. */
export type Refused =
  | {
      readonly ok: false;
      readonly reason: 'options' | 'too many' | 'same' | 'beside' | 'deadline' | 'past';
    }
  /** Words that say how a poll is held, which were not understood. */
  | { readonly ok: false; readonly reason: 'setting'; readonly said: string }
  /** A request that cannot be voted on, with its state; without one there is no such request. */
  | {
      readonly ok: false;
      readonly reason: 'request';
      readonly number: number;
      readonly state?: Text;
    };

/** A new poll with the next number, open until its deadline. Whoever opens it tells the groups. */
export function newPoll(
  parts: PollPlan &
    Pick<Poll, 'groups' | 'deadline'> &
    Partial<Pick<Poll, 'about' | 'by' | 'message'>>,
  { records, now, newId }: Pick<DecisionContext, 'records' | 'now' | 'newId'>,
): { readonly poll: Poll; readonly remember: readonly Remember[] } {
  const { number, remember } = nextNumber(records, 'poll');
  const remindAt = reminderFor(parts.deadline, records, now);
  const hidden = parts.hidden || parts.secret;
  const poll: Poll = {
    ...parts,
    hidden,
    id: newId(),
    number,
    state: 'open',
    ...(remindAt && { remindAt }),
  };
  const key = poll.secret ? [put(pollKeys, { id: poll.id, key: `${newId()}${newId()}` })] : [];
  return { poll, remember: [remember, put(polls, poll), ...key] };
}

export function pollNumbered(records: Records, number: number): Poll | undefined {
  return records.where(polls, String(number))[0];
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

export function groupsOfPoll(poll: Poll, records: Records): readonly string[] {
  return poll.groups.length > 0 ? poll.groups : groupsOf(records).map((group) => group.id);
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

export function tallyOf(poll: Poll, records: Records): Tally {
  if (poll.result !== undefined) return poll.result;
  const cast = records.where(ballots, poll.id);
  const counts = poll.options.map(() => 0);
  for (const ballot of cast)
    for (const option of choicesOf(ballot, records)) counts[option] = (counts[option] ?? 0) + 1;
  return { counts, voters: cast.length };
}

/** The options that a ballot is for, by their place. */
export function choicesOf(ballot: Ballot, records: Records): readonly number[] {
  const marks = ballot.marks ^ veilOver(ballot, records);
  return Array.from({ length: 12 }, (_, option) => option).filter(
    (option) => marks & (1 << option),
  );
}

/** The marks of a ballot for these options; under a veil where the poll is secret. */
export function marksFor(
  choices: readonly number[],
  ballot: Omit<Ballot, 'marks'>,
  records: Records,
): number {
  return choices.reduce((marks, option) => marks | (1 << option), 0) ^ veilOver(ballot, records);
}

/** Another veil for each change of a vote, so that two of them do not tell the difference. */
function veilOver(
  { poll, voter, at }: Pick<Ballot, 'poll' | 'voter' | 'at'>,
  records: Records,
): number {
  const key = records.get(pollKeys, poll)?.key;
  return key === undefined ? 0 : hmac(key, `${voter}/${at}`);
}

/** Whose vote somebody casts: their own, or that of the unit they are liaison of. */
export function voterFor(poll: Poll, person: Speaker): string | 'members only' | 'liaisons only' {
  if (poll.per === 'unit')
    return person.unit !== undefined && mayActAs(person.role, 'liaison')
      ? person.unit
      : 'liaisons only';
  return poll.membersOnly && !mayActAs(person.role, 'member') ? 'members only' : person.id;
}

/** Those who are asked for their vote and have not given it: members, or the liaisons of units. */
export function missingVoters(poll: Poll, records: Records): readonly string[] {
  const voted = new Set(records.where(ballots, poll.id).map((ballot) => ballot.voter));
  if (poll.per === 'unit')
    return liaisonsOf(records).flatMap(({ id, unit }) =>
      unit !== undefined && !voted.has(unit) ? [id] : [],
    );
  const members = records.all(people).filter(({ role }) => mayActAs(role, 'member'));
  return members.flatMap(({ id }) => (voted.has(id) ? [] : [id]));
}

/** How many votes are still to come from them: a unit with two liaisons has one. */
export function votesOf(poll: Poll, voters: readonly string[], records: Records): number {
  return poll.per === 'person'
    ? voters.length
    : new Set(voters.map((id) => unitOfPerson(records, id))).size;
}

/** The options with the most votes; none when nobody voted. */
export function leaders({ counts }: Tally): readonly number[] {
  const most = Math.max(...counts);
  return most === 0 ? [] : counts.flatMap((count, option) => (count === most ? [option] : []));
}

export function reachesQuorum(poll: Poll, { voters }: Tally): boolean {
  return voters >= (poll.quorum ?? 0);
}

/** A poll that has ended, with what came out. */
export function closed(poll: Poll, records: Records, now: number): Poll {
  const { counts, voters } = tallyOf(poll, records);
  const result = { counts: [...counts], voters };
  return { ...poll, state: 'closed', closedAt: Math.min(now, poll.deadline), result };
}

/**
 * A poll that a clock ahead has ended before its time, unless the groups know its result. The
 * ballots of a secret one are gone, so it stays as it is.
 */
export function reopened(poll: Poll, records: Records, now: number): readonly Remember[] {
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
 * A closed poll with a vote that came late, changed or was taken back, counted into what it was
 * closed with.
 */
export function recounted(
  poll: Poll,
  before: Ballot | undefined,
  after: Ballot | undefined,
  records: Records,
): Poll {
  if (poll.result === undefined) return poll;
  const counts = [...poll.result.counts];
  const count = (ballot: Ballot | undefined, by: number) => {
    for (const option of ballot ? choicesOf(ballot, records) : [])
      counts[option] = (counts[option] ?? 0) + by;
  };
  count(before, -1);
  count(after, 1);
  const voters =
    poll.result.voters + (before === undefined ? 1 : 0) - (after === undefined ? 1 : 0);
  return { ...poll, result: { counts, voters } };
}

/** Nothing of a secret poll's ballots is kept once it is over. */
export function forgotten(poll: Poll, records: Records): readonly Remember[] {
  if (!poll.secret) return [];
  return [
    remove(pollKeys, poll.id),
    ...records.where(ballots, poll.id).map((ballot) => remove(ballots, ballot.id)),
  ];
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

/**
 * The votes of two people who turn out to be one: in an open poll the later of them stays. What a
 * closed poll counted stays as it was.
 */
export function joinedVotes(from: string, to: string, records: Records): readonly Remember[] {
  const open = records.all(polls).filter(({ state, per }) => state === 'open' && per === 'person');
  return open.flatMap((poll) => {
    const gone = records.get(ballots, `${poll.id}/${from}`);
    if (gone === undefined) return [];
    const kept = records.get(ballots, `${poll.id}/${to}`);
    if (kept !== undefined && kept.at >= gone.at) return [remove(ballots, gone.id)];
    const { marks: _, ...ballot } = { ...gone, id: `${poll.id}/${to}`, voter: to };
    // The veil of a secret ballot goes with its voter.
    const marks = marksFor(choicesOf(gone, records), ballot, records);
    return [remove(ballots, gone.id), put(ballots, { ...ballot, marks })];
  });
}
