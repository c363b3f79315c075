import { letters } from '../../../core/arguments.ts';
import { put } from '../../../core/collection.ts';
import { type CommandContext, command } from '../../../core/command.ts';
import { edit } from '../../../core/edits.ts';
import { ignore } from '../../../core/ignored.ts';
import {
  changed,
  type Outcome,
  refuse,
  remember,
  say,
  together,
  updateCard,
  updateCardQuietly,
} from '../../../core/outcome.ts';
import { type Ballot, ballots, type Poll } from '../records.ts';
import { choicesOf, marksFor, voterFor } from '../rules/ballots.ts';
import { pollCard, tookVotes } from '../rules/life.ts';
import { voting } from '../texts/voting.ts';
import { letterOf, lettersOf } from '../views.ts';
import { countAgain } from './shared/count-again.ts';
import { findPoll, openHere, pollNumber } from './shared/find-poll.ts';
import { SECRETLY, undoVote } from './shared/undo-vote.ts';

export const vote = command({
  name: 'vote',
  zhName: '选',
  aliases: ['投'],
  minRole: 'guest',
  scope: 'anywhere',
  summary: { zh: '投票，截止前可以改', en: 'vote; can be changed until the end' },
  examples: ['选 A', '投 P3 A C', '选 P3 b'],
  daily: true,
  args: { poll: pollNumber.optional(), choices: letters({ zh: '选项', en: 'options' }) },
  shortForms: ['选 {poll} {choices}', '投 {poll} {choices}'],
  runsOn: true,
  parseWhole: (line) =>
    /^[a-l]$/.test(line.folded) ? { choices: [line.folded.charCodeAt(0) - 97] } : undefined,
  run: ({ poll: number, choices }, context) => {
    // A bare letter is a vote only where one poll is open, and it has such an option.
    if (context.trigger === 'guess' && number === undefined && !isMeant(choices, context))
      return ignore('several-open');
    const which = findPoll(context, number, (one) => `投 P${one} ${lettersOf(choices)}`, tookVotes);
    return 'answer' in which ? which.answer : cast(which.poll, choices, context);
  },
  undo: undoVote,
});

function isMeant(choices: readonly number[], context: CommandContext): boolean {
  const [only, ...others] = openHere(context, tookVotes);
  return (
    only !== undefined &&
    others.length === 0 &&
    choices.every((option) => option < only.options.length)
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
