import {
  type CommandContext,
  type DecisionContext,
  groupHere,
  type LastChange,
} from '../../../../core/command.ts';
import { type Edited, edit, undoEdits } from '../../../../core/edits.ts';
import {
  broadcast,
  type Outcome,
  refuse,
  remember,
  say,
  together,
  updateCardQuietly,
} from '../../../../core/outcome.ts';
import { mayActAs } from '../../../../core/roles.ts';
import { DAY, MINUTE } from '../../../../core/time.ts';
import { type Poll, polls } from '../../records.ts';
import { forgotten } from '../../rules/ballots.ts';
import { broadcastOf, groupsOfPoll, pollCard } from '../../rules/life.ts';
import { ending } from '../../texts/ending.ts';
import { deadlineText, pollText } from '../../views/index.ts';
import { findPoll } from './find-poll.ts';

/** The open poll that is meant, when the speaker may end it. */
export function findOwnPoll(
  context: CommandContext,
  number: number | undefined,
  example: (number: number) => string,
) {
  const which = findPoll(context, number, example);
  if ('answer' in which) return which;
  const may = which.poll.by === context.person.id || mayActAs(context.person.role, 'liaison');
  return may ? which : { answer: refuse(ending.notYours(which.poll.number)) };
}

/**
 * The groups are told at once, at the promised time also in quiet hours; the one where it was
 * `said` is answered.
 */
export function endPoll(
  over: Poll,
  what: 'result' | 'cancelled',
  context: DecisionContext,
  said?: CommandContext,
): Outcome {
  const { records, now } = context;
  const planned = Math.min(now, over.deadline);
  return together(
    edit(polls, records.get(polls, over.id), over),
    remember(...forgotten(over, records)),
    updateCardQuietly(pollCard(over)),
    broadcast({
      id: broadcastOf(over, what),
      groups: elsewhere(over, context, said),
      text: pollText(over, context),
      choices: [],
      planned,
      deadline: planned + 7 * DAY,
      atAnyHour: now - planned < 5 * MINUTE,
    }),
  );
}

/** Open again with the votes it had, and everybody who was told that it is over is told so. */
export function undoEnd(change: LastChange, context: CommandContext): Outcome {
  const changedSince = (poll: Poll) =>
    refuse(ending.changedSince(poll.number), `/投票 P${poll.number}`);
  return undoEdits(polls, change, context, {
    stays: (edited) => {
      const { number, secret, deadline, activity } = pollBefore(edited);
      if (secret) return refuse(ending.ballotsGone(number));
      if (context.now >= deadline) return refuse(ending.deadlinePassed(number), `/投票 P${number}`);
      return activity === undefined ? undefined : changedSince(pollBefore(edited));
    },
    gone: (edited) => changedSince(pollBefore(edited)),
    back: (edited) => saidOpenAgain(pollBefore(edited), context),
  });
}

function pollBefore(edited: readonly Edited<Poll>[]): Poll {
  const [poll] = edited.flatMap(({ before }) => before ?? []);
  if (poll === undefined) throw new Error('a poll does not go away');
  return poll;
}

function saidOpenAgain(poll: Poll, context: CommandContext): Outcome {
  const { now, message } = context;
  const { number, deadline } = poll;
  const text = ending.openAgain(number, poll.question, deadlineText(poll, context));
  return together(
    updateCardQuietly(pollCard(poll)),
    say(text),
    broadcast({
      id: `poll:${poll.id}:reopened:${message}`,
      groups: elsewhere(poll, context, context),
      text,
      choices: [],
      planned: now,
      deadline,
      atAnyHour: true,
    }),
  );
}

/** The groups of a poll but the one where it is said and answered. */
function elsewhere(
  poll: Poll,
  { records }: DecisionContext,
  said: CommandContext | undefined,
): readonly string[] {
  const here = groupHere(said?.place);
  return groupsOfPoll(poll, records).filter((group) => group !== here);
}
