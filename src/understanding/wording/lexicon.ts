import { foldedNotation, type Notation } from './expand.ts';

/** What a piece of a sentence is. */
export type Role =
  /** The speaker. */
  | 'me'
  /** Adds nothing: 请, 哈, 也. */
  | 'filler'
  /** 不, 没: turns the sense around. */
  | 'not'
  /** 但是, 只: takes back a part of what is said. */
  | 'but'
  /** 吗, 几点, 怎么: it is a question. */
  | 'question'
  /** 了 behind a word. */
  | 'past'
  /** 我妈, 老伴. */
  | 'kin'
  /** 和, 跟, 、. */
  | 'and'
  /** 替, 帮, 给. */
  | 'for'
  /** 叫, 名叫: a name follows. */
  | 'called'
  /** 吧, 啦: said to others it calls on them. */
  | 'urge'
  /** 我叫: the name behind it is the speaker's. */
  | 'own'
  /** 3号楼的: where somebody lives. */
  | 'where'
  /** 联系人: the name behind it is nobody's who comes. */
  | 'contact'
  /** 隔壁楼的: another thing than the one that is open. */
  | 'elsewhere'
  /** 她, 他们. */
  | 'they'
  /** 两个活动, 都: all that is open. */
  | 'every'
  | 'count'
  /** A number alone. */
  | 'number'
  /** 再加一个: so many more. */
  | 'more'
  /** +2: the word of a command that counts, and the count. */
  | 'plus'
  /** `-1`. */
  | 'minus'
  /** 明天, 下午, 9点. */
  | 'time'
  /** A time that names a day to come. */
  | 'day'
  /** Why: 加班, 家里有事. */
  | 'reason'
  /** 杜师傅: a name where one can stand. */
  | 'titled'
  /** A name that the alliance knows, or of a shape that only names have. */
  | 'name'
  | 'unit'
  /** A subject, by number, title or day. */
  | 'subject'
  | 'option'
  | 'word'
  /** A word from the text of a subject. */
  | 'topic'
  /** A word of a command. */
  | 'verb'
  /** Says nothing beside the words of one command. */
  | 'beside'
  /** The same, in a clause with a word of that command only. */
  | 'along'
  /** What was said before it of one command no longer holds. */
  | 'instead'
  /** What stands beside it does not hold. */
  | 'void'
  /** Beside the words of one command it is said to others. */
  | 'talk'
  /** Where a subject is. */
  | 'place'
  /** Tells what is wrong, or what somebody wishes. */
  | 'describes';

/** What a word can be. */
export interface Sense {
  readonly role: Role;
  readonly value?: unknown;
}

/** The words that begin with the same character. */
interface Shelf {
  readonly senses: Map<string, Sense[]>;
  /** Of how many characters the longest is. */
  longest: number;
  /** What is to be written out before anybody looks a word up here, in the order of its senses. */
  readonly waiting: { readonly notation: Notation; readonly sense: Sense }[];
}

/**
 * Words and what they can be, to be found by where they begin. A notation is written out when a
 * message has a character that one of its words begins with.
 */
export class Lexicon {
  private readonly shelves = new Map<string, Shelf>();

  /** @param notation as `expand` reads it. */
  add(notation: string, sense: Sense): void {
    const read = foldedNotation(notation);
    for (const beginning of read.beginnings())
      this.shelfOf(beginning).waiting.push({ notation: read, sense });
  }

  addWord(word: string, sense: Sense): void {
    put(word, sense, this.writtenOut(word[0] ?? '') ?? this.shelfOf(word[0] ?? ''));
  }

  has(word: string): boolean {
    return this.writtenOut(word[0] ?? '')?.senses.has(word) ?? false;
  }

  /** All words that begin here, the longest first, with what they can be. */
  *at(
    text: string,
    from: number,
  ): Generator<{ readonly end: number; readonly senses: readonly Sense[] }> {
    const shelf = this.writtenOut(text[from] ?? '');
    if (shelf === undefined) return;
    for (let end = Math.min(text.length, from + shelf.longest); end > from; end--) {
      const senses = shelf.senses.get(text.slice(from, end));
      if (senses !== undefined) yield { end, senses };
    }
  }

  private shelfOf(beginning: string): Shelf {
    let shelf = this.shelves.get(beginning);
    if (shelf === undefined) {
      shelf = { senses: new Map(), longest: 0, waiting: [] };
      this.shelves.set(beginning, shelf);
    }
    return shelf;
  }

  private writtenOut(beginning: string): Shelf | undefined {
    const shelf = this.shelves.get(beginning);
    if (shelf === undefined || shelf.waiting.length === 0) return shelf;
    for (const { notation, sense } of shelf.waiting.splice(0))
      for (const word of notation.wordsFrom(beginning)) put(word, sense, shelf);
    return shelf;
  }
}

function put(word: string, sense: Sense, shelf: Shelf): void {
  const known = shelf.senses.get(word);
  if (known === undefined) shelf.senses.set(word, [sense]);
  else known.push(sense);
  shelf.longest = Math.max(shelf.longest, word.length);
}
