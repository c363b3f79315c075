import type { Slot, Wording } from '../../core/wording.ts';
import type { Chunk, Clause } from './clauses.ts';
import { has } from './senses.ts';
import { wordOf } from './strength.ts';

/*
 * Shapes of clauses that change what is meant, whatever their words are.
 */

/** It ends with a question mark. 是槐花吧？ says the word, and is only not sure of it. */
export function asks({ chunks, stop }: Clause, { question }: Wording): boolean {
  const isHesitant = has(chunks.at(-1), 'urge') && chunks.some((one) => has(one, 'word'));
  return /[?？]/.test(stop) && question !== true && !isHesitant;
}

/** 选A还是选B: of two options that are named with 还是 between them none is chosen. */
export function offersChoice(chunks: readonly Chunk[], slots: ReadonlySet<Slot>): boolean {
  const or = slots.has('option') ? chunks.findIndex(({ folded }) => folded === '还是') : -1;
  const isOption = (chunk: Chunk) => has(chunk, 'option');
  return or > 0 && chunks.slice(0, or).some(isOption) && chunks.slice(or).some(isOption);
}

/** 给我和我妹妹: for the speaker, too. */
export function isForMeToo(chunks: readonly Chunk[], at: number): boolean {
  return has(chunks[at], 'for') && has(chunks[at + 1], 'me') && has(chunks[at + 2], 'and');
}

/** 律所2: behind a unit a number alone says how many. */
export function takesNumber(before: Chunk | undefined, wording: Wording): boolean {
  if (before === undefined) return false;
  return (
    has(before, 'unit') ||
    (wording.needs?.includes('count') === true && wordOf(before, wording) !== undefined)
  );
}
