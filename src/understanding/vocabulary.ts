/*
 * The words of all commands in one tree of characters, so that one pass over a message finds what it
 * may mean. What a word stands for is told by whoever puts it in.
 */

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  /** What a word that ends here stands for; it has to end where letters end. */
  readonly words: T[];
  /** The same of the beginning of a word. */
  readonly beginnings: T[];
}

/** Words, and what they stand for. */
export class Vocabulary<T> {
  private readonly root = newNode<T>();

  /** Adds a word as lines hold it, folded. Latin letters around it make it another word. */
  add(word: string, meaning: T): void {
    this.nodeOf(word).words.push(meaning);
  }

  /** Adds what may be the beginning of a longer word. */
  addBeginning(word: string, meaning: T): void {
    this.nodeOf(word).beginnings.push(meaning);
  }

  /** Tells of each word that stands in a text. The cost does not depend on how many are known. */
  find(folded: string, tell: (meaning: T) => void): void {
    for (let from = 0; from < folded.length; from++) this.findFrom(folded, from, tell);
  }

  private findFrom(folded: string, from: number, tell: (meaning: T) => void): void {
    let node = this.root.next.get(folded[from] ?? '');
    const begins = node !== undefined && !isWithinLatin(folded, from);
    for (let end = from + 1; node !== undefined; end++) {
      for (const meaning of node.beginnings) tell(meaning);
      if (begins && node.words.length > 0 && !isWithinLatin(folded, end))
        for (const meaning of node.words) tell(meaning);
      node = node.next.get(folded[end] ?? '');
    }
  }

  private nodeOf(word: string): Node<T> {
    let node = this.root;
    for (let at = 0; at < word.length; at++) {
      const character = word[at] ?? '';
      const next = node.next.get(character) ?? newNode<T>();
      node.next.set(character, next);
      node = next;
    }
    return node;
  }
}

function newNode<T>(): Node<T> {
  return { next: new Map(), words: [], beginnings: [] };
}

function isWithinLatin(text: string, at: number): boolean {
  return isLatin(text.charCodeAt(at - 1)) && isLatin(text.charCodeAt(at));
}

function isLatin(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}
