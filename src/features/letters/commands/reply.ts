import { rest, ticket } from '../../../core/arguments.ts';
import { command } from '../../../core/command.ts';
import { refuse } from '../../../core/outcome.ts';
import { letterTexts } from '../texts/letters.ts';
import { findLetter } from './shared/find-letter.ts';
import { passOn } from './shared/settle.ts';

/** The longest answer, in characters. */
const LONGEST = 500;

export const reply = command({
  name: 'reply',
  zhName: '回',
  aliases: ['回信'],
  minRole: 'guest',
  scope: 'private',
  summary: { zh: '回信，或者给自己的信补一句', en: 'answer a letter, or add to your own' },
  examples: ['回 21 已请物业周五前补票', '/回信 #21 已请物业周五前补票'],
  args: {
    number: ticket({ zh: '来信编号', en: 'letter' }),
    text: rest({ zh: '要说的话', en: 'what to say' }),
  },
  run: ({ number, text }, context) => {
    const found = findLetter(number, 'answer', 'either', context);
    if ('answer' in found) return found.answer;
    if (text.length > LONGEST) return refuse(letterTexts.tooLong);
    return passOn(found.letter, found.part, text.trim(), context);
  },
  undo: letterTexts.sentForGood,
});
