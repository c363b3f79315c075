import { fold } from './line.ts';
import { withoutPlace } from './places.ts';

/** So much of a text is compared, in characters. */
const COMPARED = 200;

/** A text without anything between its letters and digits: written twice it is the same. */
export function sameWords(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '');
}

/** Pairs of neighbouring letters, numbers and 了 aside. */
function pairsOf(text: string): ReadonlySet<string> {
  const characters = fold(text.slice(0, COMPARED)).replace(/\P{L}|了/gu, '');
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < characters.length; at++) pairs.add(characters.slice(at, at + 2));
  return pairs;
}

/** So many texts are remembered with their pairs: each request is looked at more than once. */
const PAIRS_KEPT = 2_000;
const pairs = new Map<string, ReadonlySet<string>>();

/** Pairs of characters of what somebody asks; the place is compared by itself. */
export function pairsOfText(text: string): ReadonlySet<string> {
  const known = pairs.get(text);
  if (known !== undefined) return known;
  const found = pairsOf(withoutPlace(text));
  if (pairs.size >= PAIRS_KEPT) pairs.clear();
  pairs.set(text, found);
  return found;
}
