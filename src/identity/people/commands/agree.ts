import { rest } from '../../../core/arguments.ts';
import { type AnyCommand, type CommandContext, command } from '../../../core/command.ts';
import { ignore } from '../../../core/ignored.ts';
import { fold } from '../../../core/line.ts';
import type { Outcome } from '../../../core/outcome.ts';
import type { Agreement } from '../rules/agreement.ts';
import { agreePhrases } from '../texts/phrases.ts';
import {
  acceptJoining,
  answerIn,
  answerJoining,
  isAnswerToJoining,
  undoAnswer,
} from './shared/answer-joining.ts';

/** `同意 3`: to a wish to join, or to whatever else waits for the speaker under this number. */
export function agreeCommand(agreements: readonly Agreement[]): AnyCommand {
  return command({
    name: 'agree',
    zhName: '同意',
    minRole: 'member',
    scope: 'anywhere',
    summary: { zh: '同意申请，或同意别人要您的服务', en: 'agree to what waits for your word' },
    examples: ['/同意 3', '/同意 王五', '/同意'],
    phrases: agreePhrases,
    args: { who: rest({ zh: '编号或姓名', en: 'number or name' }).optional() },
    parseWhole: (line) => answerIn(line, /^同意(?:\s*#?(\d{1,6}))?$/),
    run: ({ who }, context) => {
      const agreed = agreeTo(who, context, agreements);
      if (agreed !== undefined) return agreed;
      return isAnswerToJoining(who, context)
        ? answerJoining(who, context, acceptJoining)
        : ignore('nobody-asked');
    },
    undo: (change, context) =>
      agreements.flatMap((one) => one.undo(change, context) ?? [])[0] ??
      undoAnswer(change, context),
  });
}

function agreeTo(
  who: string | undefined,
  context: CommandContext,
  agreements: readonly Agreement[],
): Outcome | undefined {
  const number = Number(fold(who ?? '').replace(/^#/, '') || Number.NaN);
  if (!Number.isInteger(number)) return undefined;
  return agreements.flatMap((one) => one.agree(number, context) ?? [])[0];
}
