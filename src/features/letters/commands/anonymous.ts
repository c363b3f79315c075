import { ticket } from '../../../core/arguments.ts';
import { put } from '../../../core/collection.ts';
import { command } from '../../../core/command.ts';
import { sayBack } from '../../../core/edits.ts';
import { remember, say, together } from '../../../core/outcome.ts';
import { nameOf } from '../../../identity/people/index.ts';
import { letters } from '../records.ts';
import { letterTexts } from '../texts/letters.ts';
import { findLetter } from './shared/find-letter.ts';
import { kept } from './shared/settle.ts';

export const anonymous = command({
  name: 'anonymous',
  zhName: '匿名',
  aliases: ['不留名'],
  minRole: 'guest',
  scope: 'private',
  summary: { zh: '来信不写自己的名字', en: 'take your name off a letter' },
  examples: ['匿名 21', '/匿名 #21'],
  args: { number: ticket({ zh: '来信编号', en: 'letter' }) },
  run: ({ number }, context) => {
    const found = findLetter(number, 'add', 'writer', context);
    if ('answer' in found) return found.answer;
    const reader = nameOf(context.records, found.letter.reader);
    return together(
      kept({ ...found.letter, anonymous: true }),
      say(letterTexts.nowAnonymous(number, reader)),
    );
  },
  undo: ({ name: id }, { records }) => {
    const found = records.get(letters, id);
    if (found === undefined) throw new Error('a letter does not go away');
    const { anonymous: _, ...named } = found;
    return together(remember(put(letters, named)), sayBack(letterTexts.named(found.number)));
  },
});
