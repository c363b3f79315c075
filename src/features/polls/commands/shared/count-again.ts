import { put } from '../../../../core/collection.ts';
import type { CommandContext } from '../../../../core/command.ts';
import { type Outcome, remember, together, updateCard } from '../../../../core/outcome.ts';
import { type Ballot, type Poll, polls } from '../../records.ts';
import { groupsOfPoll, pollCard } from '../../rules/life.ts';
import { recounted } from '../../rules/tally.ts';

/**
 * The groups have been told the result; they are told what it is now, once for all votes that come
 * late together.
 */
export function countAgain(
  poll: Poll,
  before: Ballot | undefined,
  after: Ballot | undefined,
  { records }: CommandContext,
): Outcome {
  return together(
    remember(put(polls, recounted(poll, before, after, records))),
    updateCard(pollCard(poll), `late:${(after ?? before)?.voter}`, {
      at: groupsOfPoll(poll, records),
    }),
  );
}
