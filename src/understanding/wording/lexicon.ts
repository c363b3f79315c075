import { fold } from '../../core/line.ts';
import { expand } from './expand.ts';

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

/** What people say for 了 at the end of a word: 去不了喽. */
const FINAL = [...'喽咯啰嘞哩咧'];

function asSpoken(word: string): readonly string[] {
  const stem = word.slice(0, -1);
  return word.endsWith('了') && stem.length > 1
    ? [word, ...FINAL.map((final) => stem + final)]
    : [word];
}

const known = new Map<string, readonly string[]>();

/**
 * All words of a notation, folded as lines are, which changes more than Traditional characters: 么,
 * too.
 */
export function wordsOf(notation: string): readonly string[] {
  const words = known.get(notation) ?? expand(notation).flatMap(asSpoken).map(fold);
  known.set(notation, words);
  return words;
}

/** What a word can be. */
export interface Sense {
  readonly role: Role;
  readonly value?: unknown;
}

/** Words and what they can be, to be found by where they begin. */
export class Lexicon {
  private readonly senses = new Map<string, Sense[]>();
  private longest = 0;

  /** @param notation as `expand` reads it. */
  add(notation: string, sense: Sense): void {
    for (const word of wordsOf(notation)) this.addWord(word, sense);
  }

  addWord(word: string, sense: Sense): void {
    const known = this.senses.get(word);
    if (known === undefined) this.senses.set(word, [sense]);
    else known.push(sense);
    this.longest = Math.max(this.longest, word.length);
  }

  has(word: string): boolean {
    return this.senses.has(word);
  }

  /** All words that begin here, the longest first, with what they can be. */
  *at(
    text: string,
    from: number,
  ): Generator<{ readonly end: number; readonly senses: readonly Sense[] }> {
    for (let end = Math.min(text.length, from + this.longest); end > from; end--) {
      const senses = this.senses.get(text.slice(from, end));
      if (senses !== undefined) yield { end, senses };
    }
  }
}
