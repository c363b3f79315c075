import { oneOf, ticket } from '../../../core/arguments.ts';
import { command } from '../../../core/command.ts';
import { ask, nothing, say, tell, together } from '../../../core/outcome.ts';
import { nameOf } from '../../../identity/people/index.ts';
import { letterAfter } from '../rules/transitions.ts';
import { letterTexts } from '../texts/letters.ts';
import { turnPhrases } from '../texts/phrases.ts';
import { firstWords } from '../views.ts';
import { findLetter } from './shared/find-letter.ts';
import { kept } from './shared/settle.ts';

const CHOICES = ['发群', '只给社区', '不'] as const;

/** The writer's word, without which no letter becomes a request. */
export const turn = command({
  name: 'turn',
  zhName: '转',
  aliases: ['同意转'],
  minRole: 'guest',
  scope: 'private',
  summary: { zh: '同意把自己的来信转成需求', en: 'let your letter become a request' },
  examples: ['转 21', '/转 21 只给社区', '转 21 不'],
  args: {
    number: ticket({ zh: '来信编号', en: 'letter' }),
    choice: oneOf({ zh: '发群／只给社区／不', en: '发群, 只给社区 or 不' }, CHOICES).optional(),
  },
  phrases: turnPhrases,
  run: ({ number, choice }, context) => {
    const found = findLetter(number, 'turn', 'writer', context);
    if ('answer' in found) return found.answer;
    const { letter } = found;
    const reader = nameOf(context.records, letter.reader);
    if (choice === undefined)
      return ask(letterTexts.whoSees(number, firstWords(letter)), [
        { label: letterTexts.forGroups, typed: `转 ${number} 发群` },
        { label: letterTexts.forCommunity, typed: `转 ${number} 只给社区` },
      ]);
    if (choice === '不')
      return together(
        say(letterTexts.stays(number, reader)),
        letter.asked === true ? tell(letter.reader, letterTexts.refused(number)) : nothing,
      );
    // The request is made by whoever keeps requests, in the same commit.
    const turned = choice === '发群' ? 'groups' : 'community';
    return together(
      kept(letterAfter('turn', letter, { turned })),
      tell(letter.reader, letterTexts.turned(number)),
    );
  },
  undo: letterTexts.turnedForGood,
});
