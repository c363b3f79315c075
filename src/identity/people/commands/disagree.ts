import { rest } from '../../../core/arguments.ts';
import { command } from '../../../core/command.ts';
import { ignore } from '../../../core/ignored.ts';
import { disagreePhrases } from '../texts/phrases.ts';
import {
  answerIn,
  answerJoining,
  declineJoining,
  isAnswerToJoining,
  undoAnswer,
} from './shared/answer-joining.ts';

export const disagree = command({
  name: 'disagree',
  zhName: '不同意',
  aliases: ['拒绝'],
  minRole: 'liaison',
  scope: 'anywhere',
  summary: { zh: '不同意加入单位的申请', en: 'decline somebody’s wish to join the unit' },
  examples: ['/不同意 3', '/不同意 王五'],
  phrases: disagreePhrases,
  args: { who: rest({ zh: '编号或姓名', en: 'number or name' }).optional() },
  parseWhole: (line) => answerIn(line, /^不同意\s*(\d{1,5})$/),
  run: ({ who }, context) =>
    isAnswerToJoining(who, context)
      ? answerJoining(who, context, declineJoining)
      : ignore('nobody-asked'),
  undo: undoAnswer,
});
