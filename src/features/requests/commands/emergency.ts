import { rest } from '../../../core/arguments.ts';
import { command } from '../../../core/command.ts';
import { ignore } from '../../../core/ignored.ts';
import { changed, say, together } from '../../../core/outcome.ts';
import { criedOut, emergencySaid } from '../rules/emergency.ts';
import { emergencyTexts } from '../texts/emergency.ts';
import { cry, duty, isKnown } from './shared/cry-for-help.ts';

/**
 * The first answer to an emergency, wherever the bot is spoken to, and to an unmistakable cry in a
 * group. It makes no request of it: what somebody says in private goes to all groups only when they
 * say so.
 */
export const emergency = command({
  name: 'emergency',
  zhName: '紧急情况',
  aliases: ['救命', 'sos', '报警', '火警'],
  minRole: 'guest',
  scope: 'anywhere',
  summary: { zh: '出了急事先打什么电话', en: 'what to call first in an emergency' },
  examples: ['/紧急情况', '/救命 有人晕倒了'],
  args: { words: rest({ zh: '什么地方怎么了', en: 'what, and where' }).optional() },
  unlisted: true,
  // Whoever belongs to no alliance, or to several, is answered too.
  resolveAlliance: (_, { here, current }) => here ?? current,
  urgent: true,
  // Of lists that people paste no line is a cry.
  parseWhole: ({ typed }) =>
    typed.split('\n', 4).length > 3 || emergencySaid(typed) === undefined
      ? undefined
      : { words: typed },
  run: ({ words = '' }, context) => {
    const unasked = context.trigger === 'guess';
    const kind = unasked ? criedOut(words) : emergencySaid(words);
    const inDirectory = context.records === context.directory;
    if (unasked && (kind === undefined || inDirectory)) return undefined;
    if (kind === undefined || inDirectory)
      return say(emergencyTexts.first(kind, inDirectory ? undefined : duty(context)));
    if (unasked && isKnown(kind, context)) return ignore('nothing-new');
    return together(cry(kind, words, context), changed(context.chat));
  },
  undo: emergencyTexts.passedOn,
});
