import type { Records } from '../../../core/collection.ts';
import { type Ballot, ballots, type Poll } from '../records.ts';
import { choicesOf } from './ballots.ts';

export interface Tally {
  /** Votes for each option. */
  readonly counts: readonly number[];
  /** How many people or units have voted. */
  readonly voters: number;
}

export function tallyOf(poll: Poll, records: Records): Tally {
  if (poll.result !== undefined) return poll.result;
  return {
    // The votes of a secret poll are opened one by one, and only where they are asked for.
    get counts() {
      return poll.secret ? countsOpened(poll, records) : countsKept(poll, records);
    },
    voters: records.count(ballots, 'byPoll', poll.id),
  };
}

function countsKept({ id, options }: Poll, records: Records): readonly number[] {
  return options.map((_, option) => records.count(ballots, 'byOption', `${id} ${option}`));
}

function countsOpened({ id, options }: Poll, records: Records): readonly number[] {
  const counts = options.map(() => 0);
  for (const ballot of records.where(ballots, id))
    for (const option of choicesOf(ballot, records)) counts[option] = (counts[option] ?? 0) + 1;
  return counts;
}

/** The options with the most votes; none when nobody voted. */
export function leaders({ counts }: Tally): readonly number[] {
  const most = Math.max(...counts);
  return most === 0 ? [] : counts.flatMap((count, option) => (count === most ? [option] : []));
}

export function reachesQuorum(poll: Poll, { voters }: Tally): boolean {
  return voters >= (poll.quorum ?? 0);
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
