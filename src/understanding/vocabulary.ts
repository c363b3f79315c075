import { foldedNotation, type Notation } from './wording/expand.ts';

/*
 * The words of all commands in one tree of characters, so that one pass over a message finds what it
 * may mean. A notation is written out when a message has a character that its words begin with.
 */

/** How far a word goes towards its command. */
export type Tier = 'loud' | 'weak' | 'faint';

/** What the words of a text may mean: of each tier the bits of letters, and what else was put in. */
export type Found<T> = Record<Tier, number> & { readonly others: T[] };

interface Node<T> extends Record<Tier, number> {
  readonly next: Map<string, Node<T>>;
  /** Further meanings of a word that ends here; it has to end where letters end. */
  readonly words: T[];
  /** The same of the beginning of a word. */
  readonly beginnings: T[];
  /** Of words that begin with this character: what is to be written out behind it. */
  waiting: Waiting[] | undefined;
}

interface Waiting {
  readonly notation: Notation;
  readonly tier: Tier;
  readonly bit: number;
}

/** Words, and what they stand for. */
export class Vocabulary<T> {
  private readonly root = newNode<T>();

  /** Adds the words of a command, in the notation of `expand`; `bit` is of its letter. */
  add(notation: string, tier: Tier, bit: number): void {
    const read = foldedNotation(notation);
    for (const beginning of read.beginnings()) {
      const node = behind(this.root, beginning);
      node.waiting ??= [];
      node.waiting.push({ notation: read, tier, bit });
    }
  }

  /** Adds a word with a meaning of its own. Latin letters around it make it another word. */
  addWord(word: string, meaning: T): void {
    this.nodeOf(word).words.push(meaning);
  }

  /** Adds what may be the beginning of a longer word. */
  addBeginning(word: string, meaning: T): void {
    this.nodeOf(word).beginnings.push(meaning);
  }

  /** What stands in these texts. The cost does not depend on how many words are known. */
  find(texts: readonly string[]): Found<T> {
    const found: Found<T> = { loud: 0, weak: 0, faint: 0, others: [] };
    for (const text of texts)
      for (let from = 0; from < text.length; from++) this.findFrom(text, from, found);
    return found;
  }

  private findFrom(text: string, from: number, found: Found<T>): void {
    let node = this.root.next.get(text[from] ?? '');
    if (node === undefined) return;
    if (node.waiting !== undefined) this.writeOut(text[from] ?? '', node);
    const begins = !isWithinLatin(text, from);
    for (let end = from + 1; node !== undefined; end++) {
      if (node.beginnings.length > 0) found.others.push(...node.beginnings);
      if (begins && !isWithinLatin(text, end)) {
        found.loud |= node.loud;
        found.weak |= node.weak;
        found.faint |= node.faint;
        if (node.words.length > 0) found.others.push(...node.words);
      }
      node = node.next.get(text[end] ?? '');
    }
  }

  private writeOut(beginning: string, node: Node<T>): void {
    const words = (node.waiting ?? []).flatMap(({ notation, tier, bit }) =>
      notation.wordsFrom(beginning).map((word) => ({ word, tier, bit })),
    );
    node.waiting = undefined;
    // One that begins with a shorter word of the same is found by that.
    words.sort((one, other) => one.word.length - other.word.length);
    for (const { word, tier, bit } of words) {
      const { length } = word;
      let end = 0;
      let at = this.root;
      do {
        at = behind(at, word[end] ?? '');
        end += 1;
      } while (end < length && ((at[tier] & bit) === 0 || isWithinLatin(word, end)));
      at[tier] |= bit;
    }
  }

  private nodeOf(word: string): Node<T> {
    let node = this.root;
    for (let at = 0; at < word.length; at++) node = behind(node, word[at] ?? '');
    return node;
  }
}

function newNode<T>(): Node<T> {
  return {
    ...{ next: new Map(), loud: 0, weak: 0, faint: 0 },
    ...{ words: [], beginnings: [], waiting: undefined },
  };
}

/** The node behind another one, made where there is none. */
function behind<T>(node: Node<T>, character: string): Node<T> {
  let next = node.next.get(character);
  if (next === undefined) {
    next = newNode();
    node.next.set(character, next);
  }
  return next;
}

function isWithinLatin(text: string, at: number): boolean {
  return isLatin(text.charCodeAt(at - 1)) && isLatin(text.charCodeAt(at));
}

function isLatin(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

/** A group or a character that may be left out at an end of a notation. */
const AT_END = /(?:\((?![^()]*[a-z])[^()]*\)|[^()|?a-z])\?$/;
const AT_BEGINNING = /^(?:\((?![^()]*[a-z])[^()]*\)|[^()|?a-z])\?/;

/**
 * A notation without what may be left out at its ends: whoever says one of its words says one of
 * these.
 */
export function coreOf(notation: string): string {
  let core = notation;
  for (let before = ''; before !== core; ) {
    before = core;
    const shorter = core.replace(AT_END, '').replace(AT_BEGINNING, '');
    if (shorter !== '') core = shorter;
  }
  return core;
}
