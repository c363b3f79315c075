import { fold } from './line.ts';

/** So much of a text is compared, in characters. */
const COMPARED = 200;

/** A text without anything between its letters and digits: written twice it is the same. */
export function sameWords(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '');
}

/** Pairs of neighbouring letters, numbers and 了 aside. */
export function pairsOf(text: string): ReadonlySet<string> {
  const characters = fold(text.slice(0, COMPARED)).replace(/\P{L}|了/gu, '');
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < characters.length; at++) pairs.add(characters.slice(at, at + 2));
  return pairs;
}
