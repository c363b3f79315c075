import { letters } from '../../../core/arguments.ts';
import { command } from '../../../core/command.ts';
import { voteWording } from '../texts/wording.ts';
import { castVote } from './shared/cast-vote.ts';
import { pollNumber } from './shared/find-poll.ts';
import { undoVote } from './shared/undo-vote.ts';

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
  wording: voteWording,
  run: ({ poll: number, choices }, context) => castVote(number, choices, context),
  undo: undoVote,
});
