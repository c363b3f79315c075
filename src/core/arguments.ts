import { z } from 'zod';
import { readCode } from './code.ts';
import { LONGEST_NAME, visibleLength } from './names.ts';
import { numberSource, readNumber } from './numerals.ts';
import type { Text } from './text.ts';

/** How an argument is read from the words of a line. */
interface Reading {
  /** Its name in usage lines. */
  readonly label: Text;
  /** One word; one, or two that belong together; or all that is left. */
  readonly takes: 'word' | 'pair' | 'rest';
  /** Their own characters, or the folded ones (narrow, Simplified, small). */
  readonly from: 'typed' | 'folded';
  /**
   * The letter of the number that it is: one that is missing is that of the message of the bot that
   * is answered.
   */
  readonly letter?: string;
  /** A word that is something else where the number is known anyway: `28号` is a day. */
  readonly unlessKnown?: RegExp;
  /**
   * It takes whatever is left where the number before it is known anyway: no number can be meant
   * any more.
   */
  readonly free?: true;
  /**
   * What of a word it may take, as a guess, where a blank is missing behind it: `12` of `12周六上午`.
   */
  readonly begins?: RegExp;
  /** Nobody types it: it holds what was read of people's own words. */
  readonly untyped?: true;
  /** All words that it can be, where they are few. */
  readonly words?: readonly string[];
}

const readings = z.registry<Reading>();

/** An argument of a command: a zod schema that reads one piece of a line. */
export type Argument = z.ZodType;

function argument<S extends z.ZodType>(schema: S, reading: Reading): S {
  (readings as z.core.$ZodRegistry<Reading>).add(schema, reading);
  return schema;
}

/** @throws Error when the schema was not made by a function of this file. */
export function readingOf(schema: Argument): Reading & { readonly optional: boolean } {
  const optional = schema instanceof z.ZodOptional;
  const reading = readings.get(optional ? (schema.unwrap() as z.ZodType) : schema) as
    | Reading
    | undefined;
  if (reading === undefined) throw new Error('an argument must be made by core/arguments.ts');
  return { ...reading, optional };
}

/** A number with its letter, as printed first in every post: `E7`, also `e7`, `Ｅ７`. Read as 7. */
export function numbered(letter: string, label: Text) {
  const pattern = new RegExp(`^${letter}\\s?(\\d{1,6})号?$`, 'i');
  return argument(
    z
      .string()
      .regex(pattern)
      .transform((text) => Number(pattern.exec(text)?.[1])),
    {
      label,
      takes: 'word',
      from: 'folded',
      letter,
      begins: new RegExp(`^${letter}\\d{1,6}号?(?=[^\\p{ASCII}]|,)`, 'iu'),
    },
  );
}

function numberIn(pattern: RegExp, read: (text: string) => number, label: Text) {
  return argument(z.string().regex(pattern).transform(read), {
    label,
    takes: 'word',
    from: 'folded',
  });
}

/** A page of a list: `第2页`. Read as 2. */
export function pageNumber() {
  const label = { zh: '第几页', en: 'page' };
  return numberIn(/^第\d{1,4}页$/, (text) => Number(text.slice(1, -1)), label);
}

/** A year: `2027`, `2027年`. */
export function yearNumber(label: Text) {
  return numberIn(/^20\d\d年?$/, (text) => Number(text.slice(0, 4)), label);
}

/** A number that stands alone in printed texts: `#12`, also `12`, `＃12`, `12号`. Read as 12. */
export function ticket(label: Text) {
  return argument(
    z
      .string()
      .regex(/^#?\d{1,6}号?$/)
      .transform((text) => Number(/\d+/.exec(text)?.[0])),
    {
      label,
      takes: 'word',
      from: 'folded',
      letter: '#',
      unlessKnown: /号$/,
      begins: /^#?\d{1,6}(号(?!楼))?(?=\P{ASCII})/u,
    },
  );
}

const MOST_COUNTED = 9_999;

/** A count of people up to 9999: `5人`, `5`, `5位`, `5名`, `五人`, `一百二十人`. */
export function headcount(label: Text) {
  return argument(
    z
      .string()
      .regex(new RegExp(`^${numberSource(4)}[人位名个]?$`))
      .transform(countOf)
      .refine((count) => count <= MOST_COUNTED),
    { label, takes: 'word', from: 'folded' },
  );
}

function countOf(text: string): number {
  return readNumber(text.replace(/[人位名个]$/, ''));
}

/** A number of minutes, 0 to 99: `5`, `5分钟`. */
export function minutesCount(label: Text) {
  return numberIn(/^\d{1,2}(分钟?)?$/, (text) => Number.parseInt(text, 10), label);
}

/** So many come with one person at most; a unit brings more. */
export const MOST_HEADS = 50;

/**
 * A small count that follows `+` or `-`: 1 to 50, also `两`, `十二`; `1王秀英` and `1，有事` are a guess.
 */
export function few(label: Text) {
  return argument(
    z
      .string()
      .regex(new RegExp(`^(?!0)${numberSource(2)}[人位名个]?$`))
      .transform(countOf)
      .refine((count) => count <= MOST_HEADS),
    {
      label,
      takes: 'word',
      from: 'folded',
      begins: /^([1-9]|[1-4]\d|50)(?![号日月点])(?=[\p{Script=Han},、])/u,
    },
  );
}

/**
 * A word that is spoken or read from a board: 2–4 Chinese characters or 2–8 letters and digits.
 * Folded.
 */
export function spokenWord(label: Text) {
  return argument(z.string().regex(/^(\p{Script=Han}{2,4}|[a-z0-9]{2,8})$/u), {
    label,
    takes: 'word',
    from: 'folded',
  });
}

/** A one-time code, however it was typed: `K7M2-9QXT`, `k7m2 9qxt`. */
export function secretCode(label: Text) {
  return argument(
    z.string().transform((text, context) => {
      const code = readCode(text);
      if (code === undefined) context.addIssue('not a code');
      return code ?? '';
    }),
    { label, takes: 'pair', from: 'folded' },
  );
}

/** The name of a person or a unit, as typed, one word of at most 20 characters. */
export function name(label: Text) {
  return argument(
    z
      .string()
      .refine(
        (text) => visibleLength(text, LONGEST_NAME + 1) <= LONGEST_NAME && !/^[\d+-]/.test(text),
      ),
    { label, takes: 'word', from: 'typed' },
  );
}

/**
 * Options by their letters, `A`, `a C`, `B、D`, each once, to the end of the line: read as [0], [0,
 * 2], [1, 3].
 */
export function letters(label: Text) {
  return argument(
    z
      .string()
      .regex(/^[a-l](?:[\s,、;和]*[a-l])*$/)
      .transform((text): readonly number[] => [...new Set(text.match(/[a-l]/g))].map(placeOf)),
    { label, takes: 'rest', from: 'folded' },
  );
}

/** One option by its letter: `B` is read as 1. */
export function letter(label: Text) {
  return argument(
    z
      .string()
      .regex(/^[a-l]$/)
      .transform(placeOf),
    { label, takes: 'word', from: 'folded' },
  );
}

function placeOf(letter: string): number {
  return letter.charCodeAt(0) - 97;
}

/** One of a few fixed words. Folded. */
export function oneOf<const W extends readonly [string, ...string[]]>(label: Text, words: W) {
  return argument(z.enum(words), { label, takes: 'word', from: 'folded', words });
}

/**
 * Names or reasons, to the end of the line; no number stands before them, as in `1楼`, but that of
 * `3人` and of the day `25号`.
 */
export function words(label: Text) {
  return argument(z.string().regex(/^([^\d０-９+＋-]|[\d０-９]{1,2}(个?[人位名]|[号日]$))/), {
    label,
    takes: 'rest',
    from: 'typed',
    free: true,
  });
}

/** What is read of people's own words only, and cannot be typed. */
export function ownWords<T>() {
  const never = z.custom<T>(() => false);
  const reading = { label: { zh: '', en: '' }, takes: 'word', from: 'folded' } as const;
  return argument(never, { ...reading, untyped: true }).optional();
}

/** Everything that is left, as typed, with its line ends. */
export function rest(label: Text) {
  return argument(z.string().min(1), { label, takes: 'rest', from: 'typed' });
}
