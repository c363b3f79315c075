import type { CommandContext } from '../../../../core/command.ts';
import { type Outcome, refuse } from '../../../../core/outcome.ts';
import type { Letter } from '../../records.ts';
import { letterSaid, type Part } from '../../rules/letters.ts';
import { allows } from '../../rules/transitions.ts';
import { letterTexts } from '../../texts/letters.ts';

/**
 * The letter that the speaker means, if it is theirs as `part` and the event may happen to it.
 * Whoever has no part in it is told what they are told of a number that nobody has.
 */
export function findLetter(
  number: number,
  event: Parameters<typeof allows>[0],
  part: Part | 'either',
  context: CommandContext,
): { readonly letter: Letter; readonly part: Part } | { readonly answer: Outcome } {
  const found = letterSaid(number, context);
  if (found === undefined) return { answer: refuse(letterTexts.noSuch(number)) };
  if (part !== 'either' && found.part !== part) {
    const whose = part === 'writer' ? letterTexts.onlyWriter : letterTexts.onlyReader;
    return { answer: refuse(whose(number)) };
  }
  if (!allows(event, found.letter))
    return { answer: refuse(letterTexts.notNow(number, found.letter.state)) };
  return found;
}
