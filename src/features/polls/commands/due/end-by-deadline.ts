import { put } from '../../../../core/collection.ts';
import type { DecisionContext } from '../../../../core/command.ts';
import { type Outcome, remember, together, updateCardQuietly } from '../../../../core/outcome.ts';
import { type Poll, polls } from '../../records.ts';
import { forgotten } from '../../rules/ballots.ts';
import { closedPoll, isMoot, pollCard } from '../../rules/life.ts';
import { endPoll } from '../shared/end-poll.ts';

/**
 * Its deadline has come, perhaps while nobody was there to see. What was called off is nobody's
 * question any more.
 */
export function endByDeadline(poll: Poll, context: DecisionContext): Outcome {
  if (isMoot(poll, context.records)) {
    const over: Poll = { ...poll, state: 'cancelled', closedAt: poll.deadline };
    return together(
      remember(put(polls, over), ...forgotten(over, context.records)),
      updateCardQuietly(pollCard(over)),
    );
  }
  return endPoll(closedPoll(poll, context.records, context.now), 'result', context);
}
