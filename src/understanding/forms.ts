import { type Argument, readingOf } from '../core/arguments.ts';
import type { AnyCommand } from '../core/command.ts';
import { type Line, type Word, wordsOf } from '../core/line.ts';
import { oneAway } from './edit-distance.ts';
import { isRemark, NO_REFERENCES, type References } from './references.ts';

/** What stands in a form at one place: a word as it is, or an argument. */
type Part = { readonly literal: string } | ArgumentPart;

interface ArgumentPart {
  readonly arg: string;
  readonly schema: Argument;
  readonly optional: boolean;
}

/** A shape that a message can have, with the arguments it holds. */
export type Form = readonly Part[];

export interface Match {
  readonly args: Readonly<Record<string, unknown>>;
  /**
   * Not exactly the form: a blank is missing before or behind a Chinese word, or one character is
   * wrong.
   */
  readonly guess: boolean;
  /** A number was not said, but is known. */
  readonly implied?: true;
}

/**
 * Reads `{unit} 签到 {word} {heads}`, `+{count} {who}`; `{activity!}` may not be missing here even if
 * it may elsewhere.
 */
export function shortForm(pattern: string, command: AnyCommand): Form {
  return [...pattern.matchAll(/\{(\w+)(!?)\}|[^\s{}]+/g)].map(([text, arg, needed]) => {
    if (arg === undefined) return { literal: text };
    const schema = (command.args as Record<string, Argument>)[arg];
    if (schema === undefined)
      throw new Error(`${command.name}: the short form ${pattern} names no argument ${arg}`);
    return { arg, schema, optional: readingOf(schema).optional && needed === '' };
  });
}

/** All arguments in their order, as they follow the name of a command. */
export function fullForm(command: AnyCommand): Form {
  return Object.entries(command.args as Record<string, Argument>).map(([arg, schema]) => ({
    arg,
    schema,
    optional: readingOf(schema).optional,
  }));
}

/**
 * Whether a line has a form, from its first word to its last. Optional arguments may be missing,
 * and the number of what the line is about anyway.
 */
export function match(
  form: Form,
  line: Line,
  { allowTypo = false, references = NO_REFERENCES }: How = {},
): Match | undefined {
  const read = matchFrom(
    form,
    0,
    { line, words: wordsOf(line), allowTypo, references, implied: false },
    0,
    false,
  );
  return read?.implied && (read.guess || isTalk(form, read)) ? undefined : read;
}

/** Under a card people talk, too: 「完成了吗」 and 「放弃 不行」 finish nothing and give nothing up. */
function isTalk(form: Form, { args }: Match): boolean {
  return form.some((part) => {
    const said =
      'arg' in part && readingOf(part.schema).takes === 'rest' ? args[part.arg] : undefined;
    return typeof said === 'string' && isRemark(said);
  });
}

interface How {
  readonly allowTypo?: boolean | undefined;
  readonly references?: References;
}

interface Source extends Required<How> {
  readonly line: Line;
  readonly words: readonly Word[];
  /** The number before was not said, but is known. */
  readonly implied: boolean;
}

function matchFrom(
  form: Form,
  part: number,
  source: Source,
  word: number,
  guess: boolean,
): Match | undefined {
  const expected = form[part];
  if (expected === undefined)
    return source.words[word] === undefined ? { args: {}, guess } : undefined;
  return 'literal' in expected
    ? matchLiteral(expected.literal, form, part, source, word, guess)
    : matchArgument(expected, form, part, source, word, guess);
}

function matchLiteral(
  literal: string,
  form: Form,
  part: number,
  source: Source,
  at: number,
  guess: boolean,
): Match | undefined {
  const word = source.words[at];
  if (word === undefined) return undefined;
  if (word.folded === literal) return matchFrom(form, part + 1, source, at + 1, guess);
  if (word.folded.startsWith(literal)) {
    const sign = word.folded.charAt(literal.length);
    const behind = source.line.folded.slice(word.start + literal.length + 1);
    // Voice input puts a comma behind the word that says what it is about: 「需求，3号楼灯坏了」.
    const isComma =
      /[,。.、]/.test(sign) &&
      literal.length > 1 &&
      takesRest(form.slice(part + 1), source.references);
    const colon = sign === ':' || (isComma && !isRemark(behind)) ? 1 : 0;
    const glued = cut(word, literal.length + colon);
    if (glued.folded === '') return matchFrom(form, part + 1, source, at + 1, guess);
    const words = source.words.with(at, glued);
    return matchFrom(
      form,
      part + 1,
      { ...source, words },
      at,
      guess || !(colon === 1 || clearlyApart(literal, glued)),
    );
  }
  const typo = source.allowTypo && literal.length > 1 && oneAway(word.folded, literal);
  return typo ? matchFrom(form, part + 1, source, at + 1, true) : undefined;
}

/** Whether words of any kind follow, the numbers aside that are known. */
function takesRest(form: Form, about: References): boolean {
  const next = form.find((part) => !('arg' in part && knownFor(part.schema, about) !== undefined));
  return next !== undefined && 'arg' in next && readingOf(next.schema).takes === 'rest';
}

function matchArgument(
  { arg, schema, optional }: ArgumentPart,
  form: Form,
  part: number,
  source: Source,
  at: number,
  guess: boolean,
): Match | undefined {
  const { takes, from, begins, letter, unlessKnown, free } = readingOf(schema);
  const { words, references } = source;
  const word = words[at];
  const known = knownFor(schema, references);
  const isOther =
    known !== undefined && word !== undefined && unlessKnown?.test(word.folded) === true;
  const ends = { word: [at + 1], pair: [at + 2, at + 1], rest: [words.length] }[takes];
  for (const end of word === undefined || isOther ? [] : ends) {
    const last = words[end - 1];
    if (word === undefined || last === undefined) continue;
    const text =
      takes === 'word'
        ? word[from]
        : source.line[from].slice(word.start, last.start + last.typed.length);
    const read =
      free && source.implied ? ({ success: true, data: text } as const) : schema.safeParse(text);
    const behind = read.success ? matchFrom(form, part + 1, source, end, guess) : undefined;
    if (read.success && behind !== undefined)
      return { ...behind, args: { [arg]: read.data, ...behind.args } };
  }
  // 「完成 4个灯」 under a request is no number: of what runs on only a letter tells.
  const mayBegin = known === undefined || letter !== '#';
  const beginning = word && mayBegin ? begins?.exec(word.folded)?.[0] : undefined;
  if (word !== undefined && beginning !== undefined) {
    const apart = words.with(at, cut(word, beginning.length));
    // A letter and a number are clear of what follows; a number alone may be a part of it.
    const behind = matchFrom(
      form,
      part + 1,
      { ...source, words: apart },
      at,
      guess || /^#?\d/.test(beginning),
    );
    if (behind !== undefined)
      return { ...behind, args: { [arg]: schema.parse(beginning), ...behind.args } };
  }
  if (known === undefined)
    return optional ? matchFrom(form, part + 1, source, at, guess) : undefined;
  const behind = matchFrom(form, part + 1, { ...source, implied: true }, at, guess);
  return behind && { ...behind, implied: true, args: { [arg]: known, ...behind.args } };
}

/** The number for an argument that is not said, from what the line is about. */
function knownFor(schema: Argument, about: References): number | undefined {
  const { letter } = readingOf(schema);
  return letter === undefined ? undefined : about.get(letter);
}

/** What a command has read by itself, with the numbers that are missing in it. */
export function completed(
  args: Readonly<Record<string, unknown>>,
  command: AnyCommand,
  about: References,
): Readonly<Record<string, unknown>> {
  const numbers = Object.entries(command.args as Record<string, Argument>).flatMap(
    ([arg, schema]) => {
      const known = knownFor(schema, about);
      return known === undefined ? [] : [[arg, known] as const];
    },
  );
  const said = Object.entries(args).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(numbers), ...Object.fromEntries(said) };
}

/** The letters of the numbers that a command takes. */
export function lettersOf(command: AnyCommand): readonly string[] {
  return Object.values(command.args as Record<string, Argument>).flatMap(
    (schema) => readingOf(schema).letter ?? [],
  );
}

function cut(word: Word, from: number): Word {
  return {
    typed: word.typed.slice(from),
    folded: word.folded.slice(from),
    start: word.start + from,
  };
}

/** `+1`, `报名E7`, `认领#12` need no blank; `签到时间` might be talk. */
function clearlyApart(literal: string, next: Word): boolean {
  return /[+-]$/.test(literal) || /^[a-z#]?\d/.test(next.folded);
}
