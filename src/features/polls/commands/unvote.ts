import { remove } from '../../../core/collection.ts';
import { command } from '../../../core/command.ts';
import { edit } from '../../../core/edits.ts';
import {
  changed,
  refuse,
  remember,
  say,
  together,
  updateCardQuietly,
} from '../../../core/outcome.ts';
import { ballots } from '../records.ts';
import { voterFor } from '../rules/ballots.ts';
import { pollCard, tookVotes } from '../rules/life.ts';
import { voting } from '../texts/voting.ts';
import { unvoteWording } from '../texts/wording.ts';
import { countAgain } from './shared/count-again.ts';
import { findPoll, pollNumber } from './shared/find-poll.ts';
import { SECRETLY, undoVote } from './shared/undo-vote.ts';

export const unvote = command({
  name: 'unvote',
  zhName: '退票',
  aliases: ['撤票', '弃权'],
  minRole: 'guest',
  scope: 'anywhere',
  summary: { zh: '收回自己的一票', en: 'take your vote back' },
  examples: ['退票 P3', '/退票'],
  args: { poll: pollNumber.optional() },
  shortForms: ['退票 {poll!}'],
  wording: unvoteWording,
  run: ({ poll: number }, context) => {
    const which = findPoll(context, number, (one) => `退票 P${one}`, tookVotes);
    if ('answer' in which) return which.answer;
    const { poll } = which;
    const id = `${poll.id}/${voterFor(poll, context.person)}`;
    const before = context.records.get(ballots, id);
    if (before === undefined) return refuse(voting.notVoted(poll.number));
    if (poll.state !== 'open')
      return together(remember(remove(ballots, id)), countAgain(poll, before, undefined, context));
    return together(
      poll.secret
        ? together(remember(remove(ballots, id)), changed(SECRETLY))
        : edit(ballots, before, undefined),
      say(voting.withdrawn(poll.number), `投 P${poll.number} A`),
      updateCardQuietly(pollCard(poll)),
    );
  },
  undo: undoVote,
});
