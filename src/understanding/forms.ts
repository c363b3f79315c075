import { type Argument, readingOf } from '../core/arguments.ts';
import type { AnyCommand } from '../core/command.ts';
import { type Line, type Word, wordsOf } from '../core/line.ts';
import { isRemark, NO_REFERENCES, type References } from './references.ts';

/** What stands in a form at one place: a word as it is, or an argument. */
type Part = { readonly literal: string } | ArgumentPart;

interface ArgumentPart {
  readonly arg: string;
  readonly schema: Argument;
  readonly reads: ReturnType<typeof readingOf>;
  readonly optional: boolean;
}

/** A shape that a message can have, with the arguments it holds. */
export type Form = readonly Part[];

export interface Match {
  readonly args: Readonly<Record<string, unknown>>;
  /**
   * Not exactly the form: a blank is missing before or behind a Chinese word.
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
    const reads = readingOf(schema);
    return { arg, schema, reads, optional: reads.optional && needed === '' };
  });
}

/** All arguments in their order, as they follow the name of a command. */
export function fullForm(command: AnyCommand): Form {
  return Object.entries(command.args as Record<string, Argument>).flatMap(([arg, schema]) => {
    const reads = readingOf(schema);
    return reads.untyped ? [] : [{ arg, schema, reads, optional: reads.optional }];
  });
}

/** A line that is compared with a form. */
interface Task {
  readonly form: Form;
  readonly line: Line;
  readonly references: References;
}

/** How far it has been compared. */
interface Progress {
  /** The next part of the form, and the next word of the line. */
  readonly part: number;
  readonly word: number;
  /** The words of the line; a word that was cut holds only what is left of it. */
  readonly words: readonly Word[];
  readonly guess: boolean;
  /** The number before was not said, but is known. */
  readonly implied: boolean;
}

/**
 * Whether a line has a form, from its first word to its last. Optional arguments may be missing,
 * and the number of what the line refers to anyway. Whoever compares a line with many forms gives
 * its words along.
 */
export function match(
  form: Form,
  line: Line,
  {
    references = NO_REFERENCES,
    words = wordsOf(line),
  }: { readonly references?: References; readonly words?: readonly Word[] } = {},
): Match | undefined {
  const start = { part: 0, word: 0, words, guess: false, implied: false };
  const read = matchFrom({ form, line, references }, start);
  return read?.implied && (read.guess || isTalk(form, read)) ? undefined : read;
}

/** Under a card people talk, too: 「完成了吗」 and 「放弃 不行」 finish nothing and give nothing up. */
function isTalk(form: Form, { args }: Match): boolean {
  return form.some((part) => {
    const said = 'arg' in part && part.reads.takes === 'rest' ? args[part.arg] : undefined;
    return typeof said === 'string' && isRemark(said);
  });
}

function matchFrom(task: Task, at: Progress): Match | undefined {
  const expected = task.form[at.part];
  if (expected === undefined)
    return at.words[at.word] === undefined ? { args: {}, guess: at.guess } : undefined;
  return 'literal' in expected
    ? matchLiteral(expected.literal, task, at)
    : matchArgument(expected, task, at);
}

function matchLiteral(literal: string, task: Task, at: Progress): Match | undefined {
  const word = at.words[at.word];
  if (word === undefined) return undefined;
  if (word.folded === literal)
    return matchFrom(task, { ...at, part: at.part + 1, word: at.word + 1 });
  return word.folded.startsWith(literal) ? matchGlued(literal, word, task, at) : undefined;
}

/** The literal runs into what follows: `+1`, `报名E7`, `需求，3号楼灯坏了`. */
function matchGlued(literal: string, word: Word, task: Task, at: Progress): Match | undefined {
  const sign = word.folded.charAt(literal.length);
  const isApart = sign === ':' || (/[,。.、]/.test(sign) && isComma(literal, word, task, at));
  const left = cut(word, literal.length + (isApart ? 1 : 0));
  if (left.folded === '') return matchFrom(task, { ...at, part: at.part + 1, word: at.word + 1 });
  // `+1`, `报名E7`, `认领#12` need no blank; `签到时间` might be talk.
  const isClear = isApart || /[+-]$/.test(literal) || /^[a-z#]?\d/.test(left.folded);
  return matchFrom(task, {
    ...at,
    part: at.part + 1,
    words: at.words.with(at.word, left),
    guess: at.guess || !isClear,
  });
}

/** Voice input puts a comma behind the word that says what follows: 「需求，3号楼灯坏了」. */
function isComma(literal: string, word: Word, task: Task, at: Progress): boolean {
  if (literal.length <= 1) return false;
  const next = task.form
    .slice(at.part + 1)
    .find((part) => !('arg' in part && knownFor(part, task.references) !== undefined));
  const takesRest = next !== undefined && 'arg' in next && next.reads.takes === 'rest';
  return takesRest && !isRemark(task.line.folded.slice(word.start + literal.length + 1));
}

function matchArgument(part: ArgumentPart, task: Task, at: Progress): Match | undefined {
  const word = at.words[at.word];
  const known = task.references.size === 0 ? undefined : knownFor(part, task.references);
  const said =
    word === undefined ? undefined : matchSaid(part, word, known !== undefined, task, at);
  if (said !== undefined) return said;
  if (known === undefined)
    return part.optional ? matchFrom(task, { ...at, part: at.part + 1 }) : undefined;
  const behind = matchFrom(task, { ...at, part: at.part + 1, implied: true });
  return behind && { ...behind, implied: true, args: { [part.arg]: known, ...behind.args } };
}

/** The argument is the next words, or what the next word begins with. */
function matchSaid(
  part: ArgumentPart,
  word: Word,
  isKnown: boolean,
  task: Task,
  at: Progress,
): Match | undefined {
  const { takes, begins, letter, unlessKnown } = part.reads;
  const isOther = isKnown && unlessKnown?.test(word.folded) === true;
  const lengths = { word: [1], pair: [2, 1], rest: [at.words.length - at.word] }[takes];
  for (const length of isOther ? [] : lengths) {
    const whole = matchWords(part, word, length, task, at);
    if (whole !== undefined) return whole;
  }
  // 「完成 4个灯」 under a request is no number: of what runs on only a letter tells.
  const mayBegin = !isKnown || letter !== '#';
  const beginning = mayBegin ? begins?.exec(word.folded)?.[0] : undefined;
  return beginning === undefined ? undefined : matchBeginning(part, word, beginning, task, at);
}

function matchWords(
  { arg, schema, reads: { takes, from, free } }: ArgumentPart,
  word: Word,
  length: number,
  task: Task,
  at: Progress,
): Match | undefined {
  const last = at.words[at.word + length - 1];
  if (last === undefined) return undefined;
  const text =
    takes === 'word'
      ? word[from]
      : task.line[from].slice(word.start, last.start + last.typed.length);
  const read =
    free && at.implied ? ({ success: true, data: text } as const) : schema.safeParse(text);
  if (!read.success) return undefined;
  const behind = matchFrom(task, { ...at, part: at.part + 1, word: at.word + length });
  return behind && { ...behind, args: { [arg]: read.data, ...behind.args } };
}

function matchBeginning(
  { arg, schema }: ArgumentPart,
  word: Word,
  beginning: string,
  task: Task,
  at: Progress,
): Match | undefined {
  const behind = matchFrom(task, {
    ...at,
    part: at.part + 1,
    words: at.words.with(at.word, cut(word, beginning.length)),
    // A letter and a number are clear of what follows; a number alone may be a part of it.
    guess: at.guess || /^#?\d/.test(beginning),
  });
  return behind && { ...behind, args: { [arg]: schema.parse(beginning), ...behind.args } };
}

/** The number for an argument that is not said, from what the line refers to. */
function knownFor({ reads: { letter } }: ArgumentPart, references: References): number | undefined {
  return letter === undefined ? undefined : references.get(letter);
}

/** What a command has read by itself, with the numbers that are missing in it. */
export function completed(
  args: Readonly<Record<string, unknown>>,
  command: AnyCommand,
  references: References,
): Readonly<Record<string, unknown>> {
  const numbers = fullForm(command).flatMap((part) => {
    const known = 'arg' in part ? knownFor(part, references) : undefined;
    return 'arg' in part && known !== undefined ? [[part.arg, known] as const] : [];
  });
  const said = Object.entries(args).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(numbers), ...Object.fromEntries(said) };
}

/** The letters of the numbers that a command takes. */
export function lettersOf(command: AnyCommand): readonly string[] {
  return fullForm(command).flatMap((part) => ('arg' in part ? (part.reads.letter ?? []) : []));
}

function cut(word: Word, from: number): Word {
  return {
    typed: word.typed.slice(from),
    folded: word.folded.slice(from),
    start: word.start + from,
  };
}
