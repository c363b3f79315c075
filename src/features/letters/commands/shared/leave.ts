import { put } from '../../../../core/collection.ts';
import type { DecisionContext } from '../../../../core/command.ts';
import { type Outcome, remember, tell, together } from '../../../../core/outcome.ts';
import { letters } from '../../records.ts';
import { letterTexts } from '../../texts/letters.ts';

/**
 * The letters of somebody who is erased are empty. Those that they should have answered go to nobody
 * else, because they were written to one person; their writers hear of it.
 */
export function leaveLetters(person: string, { records }: DecisionContext): Outcome {
  const written = records.slice(letters, 'ofWriter', person);
  const unread = records.slice(letters, 'toRead', person);
  const emptied = [...written, ...unread].map((letter) => {
    const state = letter.state === 'turned' ? letter.state : ('withdrawn' as const);
    return put(letters, { ...letter, state, said: [] });
  });
  return together(
    remember(...emptied),
    ...unread.map(({ writer, number }) => tell(writer, letterTexts.readerLeft(number))),
  );
}
