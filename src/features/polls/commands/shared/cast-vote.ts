import { put } from '../../../../core/collection.ts';
import type { CommandContext } from '../../../../core/command.ts';
import { edit } from '../../../../core/edits.ts';
import {
  ask,
  changed,
  type Outcome,
  refuse,
  remember,
  say,
  together,
  updateCard,
  updateCardQuietly,
} from '../../../../core/outcome.ts';
import { type Ballot, ballots, type Poll } from '../../records.ts';
import { choicesOf, marksFor, voterFor } from '../../rules/ballots.ts';
import { pollCard, tookVotes } from '../../rules/life.ts';
import { texts } from '../../texts/polls.ts';
import { voting } from '../../texts/voting.ts';
import { letterOf, lettersOf, questionText } from '../../views/index.ts';
import { countAgain } from './count-again.ts';
import { findPoll, openHere } from './find-poll.ts';
import { SECRETLY } from './undo-vote.ts';

/** Of so many open polls one can be asked for. */
const MOST_ASKED = 5;

/** A vote in the numbered poll, else in the only one that is open; of several it is asked which. */
export function castVote(
  number: number | undefined,
  choices: readonly number[],
  context: CommandContext,
): Outcome {
  const open = number === undefined ? openHere(context, tookVotes) : [];
  if (open.length > 1) return askWhich(open, choices, context);
  const which = findPoll(context, number, (one) => `投 P${one} ${lettersOf(choices)}`, tookVotes);
  return 'answer' in which ? which.answer : cast(which.poll, choices, context);
}

function askWhich(
  open: readonly Poll[],
  choices: readonly number[],
  context: CommandContext,
): Outcome {
  const having = open.filter(({ options }) => choices.every((one) => one < options.length));
  return ask(
    texts.whichVote,
    (having.length > 0 ? having : open).slice(0, MOST_ASKED).map((poll) => ({
      label: texts.headline(poll.number, questionText(poll, context)),
      typed: `投 P${poll.number} ${lettersOf(choices)}`,
    })),
  );
}

function cast(poll: Poll, choices: readonly number[], context: CommandContext): Outcome {
  const { records, now, person } = context;
  const voter = voterOrRefusal(poll, context);
  if (typeof voter !== 'string') return voter;
  if (choices.some((option) => option >= poll.options.length))
    return refuse(voting.noSuchOption(poll.number, letterOf(poll.options.length - 1)));
  if (choices.length > poll.most) return refuse(voting.tooMany(poll.number, poll.most));
  const id = `${poll.id}/${voter}`;
  const before = records.get(ballots, id);
  const sorted = [...choices].sort((a, b) => a - b);
  const blank = { id, poll: poll.id, voter, at: now };
  const marks = marksFor(sorted, blank, records);
  if (poll.secret)
    return together(
      remember(put(ballots, { ...blank, marks })),
      say(voting.secretCounted(poll.number, before !== undefined)),
      updateCardQuietly(pollCard(poll)),
      changed(SECRETLY),
    );
  if (before !== undefined && choicesOf(before, records).join() === sorted.join())
    return refuse(voting.alreadySo(poll.number, lettersOf(sorted)));
  const ballot: Ballot = { ...blank, marks, by: person.id, message: context.message };
  return poll.state === 'open'
    ? together(edit(ballots, before, ballot), updateCard(pollCard(poll), `vote:${voter}`))
    : together(remember(put(ballots, ballot)), countAgain(poll, before, ballot, context));
}

/** A secret vote that everybody can read is none. */
function voterOrRefusal(poll: Poll, { person, place }: CommandContext): string | Outcome {
  const voter = voterFor(poll, person);
  if (voter === 'members only') return refuse(voting.membersOnly(poll.number));
  if (voter === 'liaisons only') return refuse(voting.liaisonsOnly(poll.number));
  return poll.secret && place.kind === 'group'
    ? refuse(voting.secretInPrivate(poll.number))
    : voter;
}
