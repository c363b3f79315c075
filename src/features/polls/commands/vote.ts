import { letters } from '../../../core/arguments.ts';
import { put, remove } from '../../../core/collection.ts';
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
import { type Ballot, ballots, type Poll, polls } from '../records.ts';
import { choicesOf, groupsOfPoll, marksFor, recounted, tookVotes, voterFor } from '../rules.ts';
import { texts } from '../texts/index.ts';
import { letterOf, lettersOf } from '../views.ts';
import { SECRETLY, takeBackVote } from './take-back.ts';
import { openHere, pollCard, pollNumber, whichPoll } from './which.ts';

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
  allowTypo: true,
  parseWhole: (line) =>
    /^[a-l]$/.test(line.folded) ? { choices: [line.folded.charCodeAt(0) - 97] } : undefined,
  run: ({ poll: number, choices }, context) => {
    // A bare letter is a vote only where one poll is open, and it has such an option.
    if (context.trigger === 'guess' && number === undefined && !isMeant(choices, context))
      return ignore('several-open');
    const which = whichPoll(
      context,
      number,
      (one) => `投 P${one} ${lettersOf(choices)}`,
      tookVotes,
    );
    return 'answer' in which ? which.answer : cast(which.poll, choices, context);
  },
  undo: takeBackVote,
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
    return refuse(texts.noSuchOption(poll.number, letterOf(poll.options.length - 1)));
  if (choices.length > poll.most) return refuse(texts.tooMany(poll.number, poll.most));
  const id = `${poll.id}/${voter}`;
  const before = records.get(ballots, id);
  const sorted = [...choices].sort((a, b) => a - b);
  const blank = { id, poll: poll.id, voter, at: now };
  const marks = marksFor(sorted, blank, records);
  if (poll.secret)
    return together(
      remember(put(ballots, { ...blank, marks })),
      say(texts.secretCounted(poll.number, before !== undefined)),
      updateCardQuietly(pollCard(poll)),
      changed(SECRETLY),
    );
  if (before !== undefined && choicesOf(before, records).join() === sorted.join())
    return refuse(texts.alreadySo(poll.number, lettersOf(sorted)));
  const ballot: Ballot = { ...blank, marks, by: person.id, message: context.message };
  return poll.state === 'open'
    ? together(edit(ballots, before, ballot), updateCard(pollCard(poll), `vote:${voter}`))
    : together(remember(put(ballots, ballot)), countAnew(poll, before, ballot, context));
}

/**
 * The groups have been told the result; they are told what it is now, once for all votes that come
 * late together.
 */
function countAnew(
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

/** A secret vote that everybody can read is none. */
function voterOrRefusal(poll: Poll, { person, place }: CommandContext): string | Outcome {
  const voter = voterFor(poll, person);
  if (voter === 'members only') return refuse(texts.membersOnly(poll.number));
  if (voter === 'liaisons only') return refuse(texts.liaisonsOnly(poll.number));
  return poll.secret && place.kind === 'group' ? refuse(texts.secretInPrivate(poll.number)) : voter;
}

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
  run: ({ poll: number }, context) => {
    const which = whichPoll(context, number, (one) => `退票 P${one}`, tookVotes);
    if ('answer' in which) return which.answer;
    const { poll } = which;
    const id = `${poll.id}/${voterFor(poll, context.person)}`;
    const before = context.records.get(ballots, id);
    if (before === undefined) return refuse(texts.notVoted(poll.number));
    if (poll.state !== 'open')
      return together(remember(remove(ballots, id)), countAnew(poll, before, undefined, context));
    return together(
      poll.secret
        ? together(remember(remove(ballots, id)), changed(SECRETLY))
        : edit(ballots, before, undefined),
      say(texts.withdrawn(poll.number), `投 P${poll.number} A`),
      updateCardQuietly(pollCard(poll)),
    );
  },
  undo: takeBackVote,
});
