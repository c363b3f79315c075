import type { CommandContext } from '../../../../core/command.ts';
import { fold } from '../../../../core/line.ts';
import { ask, nothing, type Outcome } from '../../../../core/outcome.ts';
import type { Poll } from '../../records.ts';
import { pollNumbered, takesVotes } from '../../rules/life.ts';
import { planning } from '../../texts/planning.ts';
import { endPoll } from './end-poll.ts';
import { openHere } from './find-poll.ts';

/*
 * A second edition of a question that is still open: it is asked what becomes of the first. The
 * answer stands before what is asked: 代替P1, 另开.
 */

const ANSWER = /^\s*(?:代替\s*p\s*(\d{1,6})|(另开))\s+/;

/** What was answered about the first edition, and the plan behind it. */
export interface Edition {
  readonly plan: string;
  /** The number of the poll that the new one takes the place of. */
  readonly instead?: number | undefined;
  /** Both are wanted, or one of them was chosen. */
  readonly isSettled: boolean;
}

export function editionOf(plan: string): Edition {
  const found = ANSWER.exec(fold(plan));
  if (found === null) return { plan, isSettled: false };
  const [{ length }, number] = found;
  return {
    plan: plan.slice(length),
    isSettled: true,
    ...(number === undefined ? {} : { instead: Number(number) }),
  };
}

/** Asks about a poll that is open here and puts the same question with some of the options. */
export function askAboutFirst(
  asked: Pick<Poll, 'question' | 'options'>,
  { plan, isSettled }: Edition,
  context: CommandContext,
): Outcome | undefined {
  const same = isSettled ? undefined : openHere(context).find((one) => isEdition(asked, one));
  return (
    same &&
    ask(planning.sameQuestion(same.number, same.question), [
      { label: planning.instead(same.number), typed: `/投票 代替P${same.number} ${plan}` },
      { label: planning.both, typed: `/投票 另开 ${plan}` },
    ])
  );
}

/** Calls off the poll that a new one takes the place of. */
export function calledOffFor(instead: number | undefined, context: CommandContext): Outcome {
  const first = instead === undefined ? undefined : pollNumbered(context.records, instead);
  if (first === undefined || !takesVotes(first, context.now)) return nothing;
  const cancelled: Poll = { ...first, state: 'cancelled', closedAt: context.now };
  return { ...endPoll(cancelled, 'cancelled', context, context), change: undefined, edits: [] };
}

function isEdition(
  one: Pick<Poll, 'question' | 'options'>,
  other: Pick<Poll, 'question' | 'options'>,
): boolean {
  const known = new Set(other.options.map(comparable));
  return (
    comparable(one.question) === comparable(other.question) &&
    one.options.some((option) => known.has(comparable(option)))
  );
}

/** Without blanks and signs. */
function comparable(question: string): string {
  return fold(question).replace(/[^\p{L}\p{N}]/gu, '');
}
