import { soundsOf } from './sounds.ts';

/*
 * The pieces of a short text: how two characters sound that stand next to each other. Whoever says
 * it, a part of it, or what sounds like it, says one of them.
 */

/** The pieces of texts that are kept, folded: what something is called, an option. */
export function piecesOf(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.flatMap((text) => (isOne(text) ? soundsOf(text) : pairsIn(text))))];
}

/** The pieces of a message, folded: of a text of one character the character itself is said. */
export function piecesIn(message: string): readonly string[] {
  return [...soundsOf(withoutBlanks(message)), ...pairsIn(message)];
}

function pairsIn(text: string): readonly string[] {
  const sounds = soundsOf(withoutBlanks(text));
  return sounds.slice(1).map((sound, at) => `${sounds[at]} ${sound}`);
}

function isOne(text: string): boolean {
  return text.length === 1 || [...text].length === 1;
}

/** Somebody types a blank behind every character. */
function withoutBlanks(text: string): string {
  return text.replace(/\s/g, '');
}
