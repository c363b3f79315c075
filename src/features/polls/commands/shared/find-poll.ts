import { numbered } from '../../../../core/arguments.ts';
import type { CommandContext } from '../../../../core/command.ts';
import { type Outcome, refuse } from '../../../../core/outcome.ts';
import { theOneMeant } from '../../../../core/the-one-meant.ts';
import { DAY } from '../../../../core/time.ts';
import type { Poll } from '../../records.ts';
import { asksGroup, pollNumbered, pollsEndingAfter, takesVotes } from '../../rules/life.ts';
import { texts } from '../../texts/polls.ts';
import { voting } from '../../texts/voting.ts';
import { deadlineText, questionText } from '../../views/index.ts';

/** `P3` in a command. */
export const pollNumber = numbered('p', { zh: '投票编号', en: 'poll' });

/**
 * The polls that can be voted in where something is said, the one that ends first before the
 * others.
 */
export function openHere(context: CommandContext, isOpen = takesVotes): readonly Poll[] {
  return pollsEndingAfter(context.now, context.records)
    .filter((poll) => isOpen(poll, context.now) && isAskedHere(poll, context))
    .sort((a, b) => a.deadline - b.deadline || a.number - b.number);
}

/** Asked where something is said, or in private, where nobody else is asked. */
function isAskedHere(poll: Poll, { place, records }: CommandContext): boolean {
  return place.kind === 'private' || asksGroup(poll, place.group, records);
}

/**
 * The poll that somebody means: the numbered one, else the only open one.
 * @returns what to answer where it is not clear, or it is over; `example` is the message with a
 * number in it.
 */
export function findPoll(
  context: CommandContext,
  number: number | undefined,
  example: (number: number) => string,
  isOpen = takesVotes,
): { readonly poll: Poll } | { readonly answer: Outcome } {
  const { records, now } = context;
  const meant = theOneMeant(number, {
    find: (said) => pollNumbered(records, said),
    fits: (poll) => isOpen(poll, now) && isAskedHere(poll, context),
    noSuch: (said) => refuse(texts.noSuch(said)),
    unfit: (poll) =>
      isOpen(poll, now) ? refuse(texts.elsewhere(poll.number)) : refuseEnded(poll, context),
    all: () => openHere(context, isOpen),
    none: () => noneOpen(context),
    headline: (poll) => texts.headline(poll.number, questionText(poll, context)),
    more: texts.morePolls,
    whichOne: texts.whichOne,
    example: (poll) => example(poll.number),
  });
  return 'one' in meant ? { poll: meant.one } : meant;
}

/** A vote without a number is meant for the poll that ended within the last day. */
function noneOpen(context: CommandContext): Outcome {
  const since = context.now - DAY;
  const [ended] = pollsEndingAfter(since, context.records)
    .filter(({ deadline, closedAt = deadline }) => closedAt > since)
    .sort((a, b) => b.number - a.number);
  return ended === undefined ? refuse(texts.none) : refuseEnded(ended, context);
}

function refuseEnded(poll: Poll, context: CommandContext): Outcome {
  if (poll.state === 'cancelled')
    return refuse(texts.cancelled(poll.number, questionText(poll, context)));
  const ended = { ...poll, deadline: poll.closedAt ?? poll.deadline };
  return refuse(voting.late(poll.number, deadlineText(ended, context)), `/投票 P${poll.number}`);
}
