import { remove } from '../../../../core/collection.ts';
import type { CommandContext, LastChange } from '../../../../core/command.ts';
import { editsOf, sayBack, undoEdits } from '../../../../core/edits.ts';
import {
  type Outcome,
  refuse,
  remember,
  together,
  updateCardQuietly,
} from '../../../../core/outcome.ts';
import { ballots, polls } from '../../records.ts';
import { choicesOf, voterFor } from '../../rules/ballots.ts';
import { pollCard, takesVotes } from '../../rules/life.ts';
import { ending } from '../../texts/ending.ts';
import { voting } from '../../texts/voting.ts';
import { lettersOf } from '../../views/index.ts';

/**
 * What the change of a secret vote is called. It says nothing of the vote, not even in which poll,
 * so that nothing is left of it when the poll is over.
 */
export const SECRETLY = 'secretly';

/** The vote that was cast before counts again, or none, while the poll is open. */
export function undoVote(change: LastChange, context: CommandContext): Outcome {
  if (change.name === SECRETLY) return undoSecretVote(change, context);
  const { records, now } = context;
  const [vote] = editsOf(ballots, change, records);
  const poll = records.get(polls, (vote?.now ?? vote?.before)?.poll ?? '');
  if (poll === undefined) return refuse(voting.voteGone);
  const { number } = poll;
  const gone = () => refuse(ending.changedSince(number), `/投票 P${number}`);
  const before = vote?.before && lettersOf(choicesOf(vote.before, records));
  const stands = before === undefined ? voting.withdrawn(number) : voting.standsAs(number, before);
  return undoEdits(ballots, change, context, {
    stays: () => (takesVotes(poll, now) ? undefined : gone()),
    gone,
    back: () => together(updateCardQuietly(pollCard(poll)), sayBack(stands)),
  });
}

/** Of a secret vote only the last is kept, so there is none before it to come back. */
function undoSecretVote({ at }: LastChange, { records, now, person }: CommandContext): Outcome {
  const open = records
    .slice(polls, 'byState', 'open')
    .filter((poll) => poll.secret && takesVotes(poll, now));
  const [cast] = open.flatMap((poll) => {
    const ballot = records.get(ballots, `${poll.id}/${voterFor(poll, person)}`);
    return ballot?.at === at ? [{ poll, ballot }] : [];
  });
  if (cast === undefined) return refuse(voting.voteGone);
  const { poll, ballot } = cast;
  return together(
    remember(remove(ballots, ballot.id)),
    updateCardQuietly(pollCard(poll)),
    sayBack(voting.secretWithdrawn(poll.number)),
  );
}
