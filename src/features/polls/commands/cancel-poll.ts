import { command } from '../../../core/command.ts';
import { say, together } from '../../../core/outcome.ts';
import type { Poll } from '../records.ts';
import { cancelPollPhrases } from '../texts/phrases.ts';
import { pollText } from '../views/index.ts';
import { endPoll, findOwnPoll, undoEnd } from './shared/end-poll.ts';
import { pollNumber } from './shared/find-poll.ts';

export const cancelPoll = command({
  name: 'cancelpoll',
  requiresNumber: true,
  zhName: '取消投票',
  minRole: 'guest',
  scope: 'anywhere',
  summary: { zh: '发起人或联络员取消投票', en: 'call a poll off' },
  examples: ['/取消投票 P3', '/取消投票'],
  phrases: cancelPollPhrases,
  args: { poll: pollNumber.optional() },
  shortForms: ['取消投票 {poll!}'],
  run: ({ poll: number }, context) => {
    const which = findOwnPoll(context, number, (one) => `/取消投票 P${one}`);
    if ('answer' in which) return which.answer;
    const cancelled: Poll = { ...which.poll, state: 'cancelled', closedAt: context.now };
    return together(
      endPoll(cancelled, 'cancelled', context, context),
      say(pollText(cancelled, context)),
    );
  },
  undo: undoEnd,
});
