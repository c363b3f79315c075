/**
 * The text as the scanners see it: one character for one, so that every place in it is the same
 * place in what was typed. Full-width forms, Traditional characters and the many dashes become
 * their plain siblings.
 */
import { fold } from '../line.ts';

/** How many characters are looked at; a time said in more words than that is no time. */
export const REACH = 200;

/** Something recognised, and the place after it. */
export interface Found<T> {
  value: T;
  end: number;
}

/** Something that is surely meant as a time and cannot be taken as one. */
export interface Refused {
  refused: 'unclear' | 'past' | 'impossible';
  from: number;
}

export type Scan<T> = Found<T> | Refused | undefined;

export function isRefused(scan: unknown): scan is Refused {
  return typeof scan === 'object' && scan !== null && 'refused' in scan;
}

export function unclear(from: number): Refused {
  return { refused: 'unclear', from };
}

const SIBLINGS = new Map<string, string>();
for (const dash of '‐‑‒–—―−─﹣') SIBLINGS.set(dash, '-');
for (const wave of '〜∼˜') SIBLINGS.set(wave, '~');
for (const colon of '∶︰﹕') SIBLINGS.set(colon, ':');

function isInvisible(code: number): boolean {
  return (
    (code >= 0x200b && code <= 0x200f) ||
    code === 0x2060 ||
    code === 0xfeff ||
    code === 0xad ||
    isSelector(code)
  );
}

function isSelector(code: number): boolean {
  return code >= 0xfe00 && code <= 0xfe0f;
}

/** As {@link fold} does for every line, and more; the result has exactly the length of the text. */
export function unified(text: string): string {
  const folded = fold(text);
  let result = '';
  for (let at = 0; at < folded.length; at++)
    result += unifiedCharacter(folded.charAt(at), folded.charCodeAt(at));
  return result;
}

function unifiedCharacter(character: string, code: number): string {
  if (isInvisible(code)) return ' ';
  // Kangxi radicals look like 日 and 月 and come out of copied PDF notices.
  if (code >= 0x2f00 && code <= 0x2fdf) return character.normalize('NFKC');
  return SIBLINGS.get(character) ?? character;
}

export function isSpace(character: string): boolean {
  return /^\s$/.test(character);
}

export function skipSpace(text: string, at: number): number {
  let end = at;
  while (end < text.length && isSpace(text.charAt(end))) end++;
  return end;
}

export function isDigit(character: string): boolean {
  return character >= '0' && character <= '9' && character.length === 1;
}

/**
 * The longest of the words that stands at this place; the words are sorted by {@link longestFirst}.
 */
export function wordAt(text: string, at: number, words: readonly string[]): string | undefined {
  return words.find((word) => text.startsWith(word, at));
}

export function longestFirst(words: Iterable<string>): string[] {
  return [...words].sort((a, b) => b.length - a.length);
}

/**
 * Whether what stands here belongs to the word before it: a letter, a digit, or a sign that joins.
 */
export function isGlued(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const character = text.charAt(at);
  if ('-~/%+*×=_°'.includes(character)) return true;
  if (character === ':' || character === '.') return isDigit(text.charAt(at + 1));
  return /^[\p{L}\p{N}\p{M}]/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}

/** The place after `到`, `至`, `to`, a dash or a wave (a double one too), or undefined. */
export function skipConnector(text: string, at: number): number | undefined {
  const begin = skipSpace(text, at);
  const character = text.charAt(begin);
  if (character === '到' || character === '至') return skipSpace(text, begin + 1);
  const word = begin > at ? /^(to|until)\s+/.exec(text.slice(begin, begin + 8)) : null;
  if (word !== null) return skipSpace(text, begin + word[0].length);
  if (character !== '-' && character !== '~') return undefined;
  return skipSpace(text, text.charAt(begin + 1) === character ? begin + 2 : begin + 1);
}
