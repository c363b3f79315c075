import { command } from '../../../core/command.ts';
import { say, together } from '../../../core/outcome.ts';
import { closedPoll } from '../rules/life.ts';
import { closePhrases } from '../texts/phrases.ts';
import { pollText } from '../views/index.ts';
import { endPoll, findOwnPoll, undoEnd } from './shared/end-poll.ts';
import { pollNumber } from './shared/find-poll.ts';

export const close = command({
  name: 'close',
  zhName: '结束投票',
  aliases: ['截止投票'],
  minRole: 'guest',
  scope: 'anywhere',
  summary: { zh: '发起人或联络员提前结束投票', en: 'end a poll early' },
  examples: ['/结束投票 P3', '/结束投票'],
  phrases: closePhrases,
  args: { poll: pollNumber.optional() },
  shortForms: ['结束投票 {poll!}'],
  run: ({ poll: number }, context) => {
    const which = findOwnPoll(context, number, (one) => `/结束投票 P${one}`);
    if ('answer' in which) return which.answer;
    const ended = closedPoll(which.poll, context.records, context.now);
    return together(endPoll(ended, 'result', context, context), say(pollText(ended, context)));
  },
  undo: undoEnd,
});
