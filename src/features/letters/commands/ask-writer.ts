import { ticket } from '../../../core/arguments.ts';
import { command } from '../../../core/command.ts';
import { say, tell, together } from '../../../core/outcome.ts';
import { letterAfter } from '../rules/transitions.ts';
import { letterTexts } from '../texts/letters.ts';
import { firstWords } from '../views.ts';
import { findLetter } from './shared/find-letter.ts';
import { kept } from './shared/settle.ts';

export const askWriter = command({
  name: 'askwriter',
  zhName: '问转',
  minRole: 'liaison',
  scope: 'private',
  summary: { zh: '问写信的人，能不能转成需求', en: 'ask whether a letter may become a request' },
  examples: ['问转 21', '/问转 #21'],
  args: { number: ticket({ zh: '来信编号', en: 'letter' }) },
  run: ({ number }, context) => {
    const found = findLetter(number, 'ask', 'reader', context);
    if ('answer' in found) return found.answer;
    const { letter } = found;
    return together(
      kept(letterAfter('ask', letter, { asked: true })),
      say(letterTexts.askedWriter(number)),
      tell(letter.writer, letterTexts.mayItBe(number, context.person.name, firstWords(letter))),
    );
  },
  undo: letterTexts.askedForGood,
});
