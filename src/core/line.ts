import { Converter } from 'opencc-js/t2cn';

/**
 * A message as people typed it, cleaned for reading.
 *
 * `typed` keeps their own characters, without the invisible ones; `folded` is the same text
 * position by position with full-width forms made narrow, Traditional characters made Simplified
 * and Latin letters made small. Commands are looked for in `folded`, names and free text are taken
 * from `typed`.
 */
export interface Line {
  readonly typed: string;
  readonly folded: string;
}

/** A word of a line: a piece without blanks, and where it stands. */
export interface Word {
  readonly typed: string;
  readonly folded: string;
  readonly start: number;
}

/** Longer messages are nobody's command; the rest is not read. */
const LONGEST = 12_000;

export function readLine(text: string): Line {
  const typed = withoutInvisible(text.slice(0, LONGEST).normalize('NFC')).trim();
  return { typed, folded: fold(typed) };
}

/** The part of a line from a position on, without leading blanks. */
export function tail(line: Line, from: number): Line {
  const skipped = from + (line.folded.slice(from).match(/^\s*/)?.[0].length ?? 0);
  return { typed: line.typed.slice(skipped), folded: line.folded.slice(skipped) };
}

/** What stands between blanks. */
export function wordsOf(line: Line): readonly Word[] {
  return Array.from(line.folded.matchAll(/\S+/g), (match) => wordAt(line, match));
}

/** The first of its words, without looking for the others. */
export function firstWordOf(line: Line): Word | undefined {
  const match = /\S+/.exec(line.folded);
  return match === null ? undefined : wordAt(line, match);
}

function wordAt({ typed }: Line, { 0: folded, index: start }: RegExpExecArray): Word {
  return { typed: typed.slice(start, start + folded.length), folded, start };
}

/**
 * Narrow, Simplified, small letters; as long as the text it is made from, so that positions agree.
 */
export function fold(text: string): string {
  let folded = '';
  for (const character of text) folded += foldCharacter(character);
  return folded;
}

const simplify = Converter({ from: 'tw', to: 'cn' });
const known = new Map<string, string>();

function foldCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? character.toLowerCase() : character;
  let folded = known.get(character);
  if (folded === undefined) {
    folded = foldWide(character, code);
    if (folded.length !== character.length) folded = character;
    if (known.size < 20_000) known.set(character, folded);
  }
  return folded;
}

function foldWide(character: string, code: number): string {
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0).toLowerCase();
  if (code === 0x3000 || code === 0xa0 || (code >= 0x2000 && code <= 0x200a)) return ' ';
  if (code === 0x2795) return '+';
  if (code === 0x2796 || code === 0x2212 || code === 0x2013 || code === 0x2014) return '-';
  // In Traditional text it is 幺; people who write 什么 mean 麼.
  return character === '么' ? character : simplify(character);
}

/** Nothing but what is seen: Latin and Chinese characters, their signs, line ends. */
const PLAIN = /^[\n\x20-\x7e\u3001-\u303f\u3400-\u9fff\uff01-\uff5e]*$/;

/** A joiner that does not stand between two emoji. */
const LONE_JOINER =
  /(?<!\p{Extended_Pictographic}\ufe0f?|\p{Emoji_Modifier})\u200d|\u200d(?!\p{ExtPict})/gu;

/**
 * Without control and format characters, which hide one text in another (right-to-left marks,
 * zero-width spaces). Line ends stay; a joiner stays between two emoji, where it makes a family of
 * them.
 */
export function withoutInvisible(text: string): string {
  if (PLAIN.test(text)) return text;
  return (
    text
      .replace(/\r\n?|[\u2028\u2029]/g, '\n')
      .replace(LONE_JOINER, '')
      .replace(/\t/g, ' ')
      .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}](?<![\n\u200d])/gu, '')
      // No letter of any language carries more; what is piled on it hides the lines around.
      .replace(/(\p{M}{4})\p{M}+/gu, '$1')
  );
}
