import { put } from '../../../core/collection.ts';
import {
  type Change,
  type CommandContext,
  command,
  type DecisionContext,
} from '../../../core/command.ts';
import { allBack, edit, editsOf, sayBack } from '../../../core/edits.ts';
import {
  broadcast,
  type Outcome,
  refuse,
  remember,
  say,
  together,
  updateCardQuietly,
} from '../../../core/outcome.ts';
import { mayActAs } from '../../../core/roles.ts';
import { DAY, MINUTE } from '../../../core/time.ts';
import { type Poll, polls } from '../records.ts';
import {
  broadcastOf,
  closed,
  forgotten,
  groupsOfPoll,
  isMoot,
  takesVotes,
  tallyOf,
} from '../rules.ts';
import { texts } from '../texts/index.ts';
import { deadlineText, pollText } from '../views.ts';
import { pollCard, pollNumber, whichPoll } from './which.ts';

export const close = command({
  name: 'close',
  zhName: '结束投票',
  aliases: ['截止投票'],
  minRole: 'guest',
  scope: 'anywhere',
  summary: { zh: '发起人或联络员提前结束投票', en: 'end a poll early' },
  examples: ['/结束投票 P3', '/结束投票'],
  args: { poll: pollNumber.optional() },
  shortForms: ['结束投票 {poll!}'],
  run: ({ poll: number }, context) => {
    const which = whichOwn(context, number, (one) => `/结束投票 P${one}`);
    if ('answer' in which) return which.answer;
    const ended = closed(which.poll, context.records, context.now);
    return together(end(ended, 'result', context, context), say(pollText(ended, context)));
  },
  undo: reopen,
});

export const cancelPoll = command({
  name: 'cancelpoll',
  requiresNumber: true,
  zhName: '取消投票',
  minRole: 'guest',
  scope: 'anywhere',
  summary: { zh: '发起人或联络员取消投票', en: 'call a poll off' },
  examples: ['/取消投票 P3', '/取消投票'],
  args: { poll: pollNumber.optional() },
  shortForms: ['取消投票 {poll!}'],
  run: ({ poll: number }, context) => {
    const which = whichOwn(context, number, (one) => `/取消投票 P${one}`);
    if ('answer' in which) return which.answer;
    const cancelled: Poll = { ...which.poll, state: 'cancelled', closedAt: context.now };
    return together(
      end(cancelled, 'cancelled', context, context),
      say(pollText(cancelled, context)),
    );
  },
  undo: reopen,
});

/** The open poll that is meant, when the speaker may end it. */
function whichOwn(
  context: CommandContext,
  number: number | undefined,
  example: (number: number) => string,
) {
  const which = whichPoll(context, number, example);
  if ('answer' in which) return which;
  const may = which.poll.by === context.person.id || mayActAs(context.person.role, 'liaison');
  return may ? which : { answer: refuse(texts.notYours(which.poll.number)) };
}

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
  return end(closed(poll, context.records, context.now), 'result', context);
}

/**
 * The groups are told at once, at the promised time also in quiet hours; the one where it was
 * `said` is answered.
 */
function end(
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

/** A poll that was only just opened is called off, while nobody has voted. */
export function takeBackPoll({ name: id }: Change, context: CommandContext): Outcome {
  const poll = context.records.get(polls, id);
  if (poll === undefined) throw new Error('a poll does not go away');
  if (!takesVotes(poll, context.now))
    return refuse(texts.changedSince(poll.number), `/投票 P${poll.number}`);
  const { voters } = tallyOf(poll, context.records);
  if (voters > 0) return refuse(texts.hasVotes(poll.number, voters), `/取消投票 P${poll.number}`);
  const cancelled: Poll = { ...poll, state: 'cancelled', closedAt: context.now };
  return together(
    end(cancelled, 'cancelled', context, context),
    sayBack(pollText(cancelled, context)),
  );
}

/** Open again with the votes it had, and everybody who was told that it is over is told so. */
function reopen(change: Change, context: CommandContext): Outcome {
  const { records, now, message } = context;
  const edited = editsOf(polls, change, records);
  const [poll] = edited.flatMap(({ before }) => before ?? []);
  if (poll === undefined) throw new Error('a poll does not go away');
  const { number, secret, deadline, activity } = poll;
  if (secret) return refuse(texts.ballotsGone(number));
  if (now >= deadline) return refuse(texts.deadlinePassed(number), `/投票 P${number}`);
  const back = activity === undefined ? allBack(edited) : undefined;
  if (back === undefined) return refuse(texts.changedSince(number), `/投票 P${number}`);
  const text = texts.openAgain(number, poll.question, deadlineText(poll, context));
  return together(
    back,
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
  const here = said?.place.kind === 'group' ? said.place.group : undefined;
  return groupsOfPoll(poll, records).filter((group) => group !== here);
}
