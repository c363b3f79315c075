import type { CommandContext, LastChange } from '../../../../core/command.ts';
import { sayBack } from '../../../../core/edits.ts';
import { type Outcome, refuse, together } from '../../../../core/outcome.ts';
import { type Poll, polls } from '../../records.ts';
import { takesVotes } from '../../rules/life.ts';
import { tallyOf } from '../../rules/tally.ts';
import { ending } from '../../texts/ending.ts';
import { pollText } from '../../views/index.ts';
import { endPoll } from './end-poll.ts';

/** A poll that was only just opened is called off, while nobody has voted. */
export function undoPoll({ name: id }: LastChange, context: CommandContext): Outcome {
  const poll = context.records.get(polls, id);
  if (poll === undefined) throw new Error('a poll does not go away');
  if (!takesVotes(poll, context.now))
    return refuse(ending.changedSince(poll.number), `/投票 P${poll.number}`);
  const { voters } = tallyOf(poll, context.records);
  if (voters > 0) return refuse(ending.hasVotes(poll.number, voters), `/取消投票 P${poll.number}`);
  const cancelled: Poll = { ...poll, state: 'cancelled', closedAt: context.now };
  return together(
    endPoll(cancelled, 'cancelled', context, context),
    sayBack(pollText(cancelled, context)),
  );
}
