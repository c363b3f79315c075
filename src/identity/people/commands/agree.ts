import { rest } from '../../../core/arguments.ts';
import { command } from '../../../core/command.ts';
import { ignore } from '../../../core/ignored.ts';
import { agreePhrases } from '../texts/phrases.ts';
import {
  acceptJoining,
  answerIn,
  answerJoining,
  isAnswerToJoining,
  undoAnswer,
} from './shared/answer-joining.ts';

export const agree = command({
  name: 'agree',
  zhName: '同意',
  minRole: 'liaison',
  scope: 'anywhere',
  summary: { zh: '同意加入单位的申请', en: 'let somebody join the unit' },
  examples: ['/同意 3', '/同意 王五', '/同意'],
  phrases: agreePhrases,
  args: { who: rest({ zh: '编号或姓名', en: 'number or name' }).optional() },
  parseWhole: (line) => answerIn(line, /^同意(?:\s*(\d{1,5}))?$/),
  run: ({ who }, context) =>
    isAnswerToJoining(who, context)
      ? answerJoining(who, context, acceptJoining)
      : ignore('nobody-asked'),
  undo: undoAnswer,
});
