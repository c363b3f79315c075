import { fold } from '../../core/line.ts';

/** What stands one behind the other: a character, or one of several sequences. */
type Sequence = readonly (string | readonly Sequence[])[];

/**
 * A short notation for many words: `报(个|一个)?名` is 报名, 报个名, 报一个名. Parentheses hold
 * alternatives, `?` behind a character or a group makes it optional. Some notations stand for
 * thousands of words and a message has few characters, so words are written out by how they begin.
 */
export class Notation {
  private readonly items: Sequence;
  private readonly written = new Map<string, readonly string[]>();
  private readonly also: (word: string) => readonly string[];

  /**
   * @param as what a character of the notation is in its words.
   * @param also all that a word is written as; it begins with the same character.
   * @throws Error where a parenthesis has no partner.
   */
  constructor(
    notation: string,
    as = (character: string) => character,
    also: (word: string) => readonly string[] = (word) => [word],
  ) {
    this.also = also;
    const { read, end } = sequence(notation, 0, as);
    if (end !== notation.length) throw new Error(`a parenthesis too many in ${notation}`);
    this.items = read;
  }

  /** The characters that its words begin with. */
  beginnings(): Iterable<string> {
    const found = new Set<string>();
    addBeginnings(this.items, found);
    return found;
  }

  /** Its words that begin with this character. */
  wordsFrom(beginning: string): readonly string[] {
    let words = this.written.get(beginning);
    if (words === undefined) {
      words = distinct(expanded(this.items, beginning).flatMap(this.also));
      this.written.set(beginning, words);
    }
    return words;
  }

  /** All its words. */
  words(): readonly string[] {
    return distinct(expanded(this.items).flatMap(this.also));
  }
}

/** All words that a notation stands for. @throws Error where a parenthesis has no partner. */
export function expand(notation: string): readonly string[] {
  return new Notation(notation).words();
}

/** What people say for 了 at the end of a word: 去不了喽. */
const FINAL = [...'喽咯啰嘞哩咧'].map(fold);

function asSpoken(word: string): readonly string[] {
  const stem = word.slice(0, -1);
  return word.endsWith('了') && stem.length > 1
    ? [word, ...FINAL.map((final) => stem + final)]
    : [word];
}

const known = new Map<string, Notation>();

/**
 * A notation whose words are as lines are: folded, which changes more than Traditional characters
 * (么, too), and with what people say for 了.
 */
export function foldedNotation(notation: string): Notation {
  let read = known.get(notation);
  if (read === undefined) {
    read = new Notation(notation, fold, asSpoken);
    known.set(notation, read);
  }
  return read;
}

interface Read<T> {
  readonly read: T;
  /** Where reading ended. */
  readonly end: number;
}

type As = (character: string) => string;

function sequence(text: string, from: number, as: As): Read<Sequence> {
  const read: Sequence[number][] = [];
  let at = from;
  while (at < text.length && text[at] !== ')' && text[at] !== '|') {
    const item = text[at] === '(' ? group(text, at, as) : { read: as(text[at] ?? ''), end: at + 1 };
    const isOptional = text[item.end] === '?';
    read.push(isOptional ? [[], [item.read]] : item.read);
    at = item.end + (isOptional ? 1 : 0);
  }
  return { read, end: at };
}

function group(text: string, from: number, as: As): Read<readonly Sequence[]> {
  const read: Sequence[] = [];
  let at = from;
  do {
    const alternative = sequence(text, at + 1, as);
    read.push(alternative.read);
    at = alternative.end;
  } while (text[at] === '|');
  if (text[at] !== ')') throw new Error(`a parenthesis is missing in ${text}`);
  return { read, end: at + 1 };
}

/** @returns whether it may be empty, so that what stands behind it may begin a word, too. */
function addBeginnings(items: Sequence, found: Set<string>): boolean {
  return items.every((item) => {
    if (typeof item !== 'string')
      return item.map((one) => addBeginnings(one, found)).includes(true);
    found.add(item);
    return false;
  });
}

function expanded(items: Sequence, beginning = ''): readonly string[] {
  let words: readonly string[] = [''];
  for (const item of items) {
    const endings = typeof item === 'string' ? [item] : item.flatMap((one) => expanded(one));
    const first = endings.filter((one) => one === '' || one.startsWith(beginning));
    words = words.flatMap((word) => (word === '' ? first : endings).map((one) => word + one));
  }
  return words;
}

function distinct(words: readonly string[]): readonly string[] {
  return [...new Set(words)].filter((word) => word !== '');
}
