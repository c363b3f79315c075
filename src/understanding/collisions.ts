import { readingOf } from '../core/arguments.ts';
import type { AnyCommand } from '../core/command.ts';
import { readLine } from '../core/line.ts';
import { type Form, match } from './forms.ts';

export interface ShortForm {
  readonly command: AnyCommand;
  readonly form: Form;
}

/*
 * Two short forms of different commands collide where one message is exactly both, in a chat where
 * both are looked for, and nothing but their order decides which is read. A form that begins with a
 * word goes before one that begins with an argument, so those two never collide.
 */

/** Those that begin with a word first: 「需求 签到 表坏了」 is no check-in of a unit called 需求. */
export function inPrecedence(forms: readonly ShortForm[]): readonly ShortForm[] {
  return [...forms.filter(beginsWithWord), ...forms.filter((one) => !beginsWithWord(one))];
}

/** @throws Error that names two commands and a message that both would read. */
export function refuseCollisions(forms: readonly ShortForm[]): void {
  forms.forEach((one, index) => {
    for (const other of forms.slice(index + 1)) {
      const message = mayCollide(one, other) ? messageOf(one.form, other.form) : undefined;
      if (message !== undefined)
        throw new Error(`${one.command.name} and ${other.command.name} both read 「${message}」`);
    }
  });
}

function beginsWithWord({ form: [first] }: ShortForm): boolean {
  return first !== undefined && 'literal' in first;
}

/** Before any message is tried: most forms have other words in the same places. */
function mayCollide(one: ShortForm, other: ShortForm): boolean {
  const scopes = [one.command.scope, other.command.scope];
  const together = scopes.includes('anywhere') || scopes[0] === scopes[1];
  return (
    one.command !== other.command &&
    together &&
    beginsWithWord(one) === beginsWithWord(other) &&
    haveWordsAlike(one.form, other.form) &&
    mayRead(one.form, other.form) &&
    mayRead(other.form, one.form)
  );
}

/** Whether a form has a place for each word of another one. */
function mayRead(form: Form, another: Form): boolean {
  return another.every((part) => {
    if ('arg' in part) return true;
    const said = SIGN.test(part.literal) ? `${part.literal}7` : part.literal;
    return form.some((place) =>
      'literal' in place
        ? areAlike(place.literal, part.literal)
        : place.schema.safeParse(said).success,
    );
  });
}

/** A sign at the end of a word runs into what follows: `+1`. */
const SIGN = /[+-]$/;

/** The same, or one with what may follow it without a blank: `+` and `+1`, `认领` and `认领7`. */
function areAlike(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  const behind = long.slice(short.length);
  return long.startsWith(short) && (behind === '' || SIGN.test(short) || /^[a-z#]?\d/.test(behind));
}

function haveWordsAlike([part, ...parts]: Form, [other, ...others]: Form): boolean {
  if (part === undefined || other === undefined) return true;
  if ('literal' in part && 'literal' in other && part.literal !== other.literal)
    return areAlike(part.literal, other.literal);
  // Behind what need not be there, or is more than a word, places are not the same any more.
  const isOneWord = [part, other].every(
    (one) => 'literal' in one || (!one.optional && readingOf(one.schema).takes === 'word'),
  );
  return !isOneWord || haveWordsAlike(parts, others);
}

/** A message that both forms read, and neither as a guess. */
function messageOf(one: Form, other: Form): string | undefined {
  const words = [...new Set([...SAMPLES, ...[...one, ...other].flatMap(ownWords)])];
  for (const [form, another] of [
    [one, other],
    [other, one],
  ] as const)
    for (const text of messages(form, words))
      if (isExactly(another, text) && isExactly(form, text)) return text.trim();
  return undefined;
}

function isExactly(form: Form, text: string): boolean {
  return match(form, readLine(text))?.guess === false;
}

/**
 * Words of every kind of argument: of two kinds that have any word in common both read one of
 * these.
 */
export const SAMPLES: readonly string[] = [
  '7',
  '#7',
  '7号',
  '7人',
  '七人',
  '20',
  '2027',
  '5分钟',
  'k7m29qxt',
  'a',
  'ac',
  'abcd efgh',
  'abcdefgh',
  '槐花',
];

/** Words that belong to a part of a form itself: the word that it is, its letter, its few words. */
function ownWords(part: Form[number]): readonly string[] {
  if ('literal' in part) return [part.literal];
  const { letter, words = [] } = readingOf(part.schema);
  return letter === undefined ? words : [`${letter}7`, ...words];
}

/** Messages that may have a form, with these words for its arguments. */
function* messages(form: Form, words: readonly string[]): Generator<string> {
  const [part, ...others] = form;
  if (part === undefined) return yield '';
  const isWord = 'literal' in part;
  if (!isWord && part.optional) yield* messages(others, words);
  const starts = isWord
    ? [`${part.literal} `, part.literal]
    : words.filter((word) => part.schema.safeParse(word).success).map((word) => `${word} `);
  for (const end of messages(others, words)) for (const start of starts) yield `${start}${end}`;
}
