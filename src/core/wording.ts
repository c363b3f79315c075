import type { Speaker } from './command.ts';
import type { Text } from './text.ts';
import type { ViewContext } from './view-context.ts';

/**
 * Something that a sentence can be about now, as it stands for this very speaker: an activity that
 * takes sign-ups, a poll, a request that waits for somebody's word.
 */
export interface Subject {
  /** The letter and the number that the bot prints first: `e` 7, `p` 3, `#` 12. */
  readonly letter: string;
  readonly number: number;
  /** How it is named where somebody has to choose: `E1 服务日 11月25日（周三）9:00`. */
  readonly label: Text;
  /** What people call it, as it is written: its title, its kind. */
  readonly called: readonly string[];
  /** The day it is on, `2026-11-25`, where it has one. */
  readonly day?: string | undefined;
  /** Names of the commands that this speaker may mean of it now. */
  readonly invites: readonly string[];
  /** Options in the order of their letters, where it is a question. */
  readonly options?: readonly string[] | undefined;
  /** How many options one answer may hold. */
  readonly most?: number | undefined;
  /** Where it is, as it is written; people say it who have got there. */
  readonly place?: string | undefined;
  /** Names of commands by which this speaker is expected to answer it: one word of it is enough. */
  readonly awaits?: readonly string[];
  /** The word on the board, where it has one. */
  readonly word?: string | undefined;
  /** What it says, where people speak of it by what stands in it. */
  readonly text?: string | undefined;
  /** It is the speaker's own: 我的, 我报的那个. */
  readonly isOwn?: boolean | undefined;
  /** How many the speaker has put down for it, themselves included. */
  readonly mine?: number | undefined;
  /** Names of others whom the speaker has put down for it. */
  readonly theirs?: readonly string[] | undefined;
}

/** For whom and where subjects are looked up. */
export interface SubjectContext extends ViewContext {
  readonly person: Speaker;
  /** Id of the group; undefined in private. */
  readonly group: string | undefined;
}

/**
 * What a feature tells of its subjects with one letter before they are looked up, for whoever may
 * speak: a message that has no word for them is left at that.
 */
export interface SpokenOf {
  readonly letter: string;
  /** Whether there may be one. */
  isAny(context: ViewContext): boolean;
  /**
   * Tells whether a piece (`piecesOf`) stands in what one is called, in an option, or in a word that
   * answers it. Nothing where they are known by more than that.
   */
  known?(context: ViewContext): ((piece: string) => boolean) | undefined;
}

/**
 * How people say a command in their own words: data, no code that reads. Words are written in the
 * notation of `expand`. Subjects take it by an invitation: the command's name, where it says no other.
 */
export interface Wording {
  readonly invite?: string;
  /** What it is about: the letter of its subjects. Without one it needs none. */
  readonly letter?: string;
  /** They name the very thing: 报名. Beside them people may talk of what they like. */
  readonly sure?: readonly string[];
  /** Said alone they mean it, while one subject takes it: 算我一个. */
  readonly strong?: readonly string[];
  /** They mean it only where it is clear what they are about: in an answer, right behind the
   * notice, with its name or its day beside them: 我去, 来. */
  readonly weak?: readonly string[];
  /** They mean it only in an answer to it, beside its number, or said to the bot: 可以, 我去. */
  readonly faint?: readonly string[];
  /** Voice input writes them with other characters of the same sound; such a word is weak. */
  readonly byEar?: readonly string[];
  /** What stands before them in the message no longer holds: 改成B. They are its words, too. */
  readonly instead?: readonly string[];
  /** What stands beside them in their clause does not hold: 刚才的A不算. */
  readonly void?: readonly string[];
  /** Beside its words they tell others what to do: 大家签到, 口令是槐花. */
  readonly talk?: readonly string[];
  /** It is a question: 吗 and ? belong to it. */
  readonly question?: true;
  /** Where something else could be meant as well, it is meant first: 到5人 while people arrive. */
  readonly first?: true;
  /** `+2` says it, too. */
  readonly plus?: true;
  /** `-1` says it, too. */
  readonly minus?: true;
  /** What may stand beside these words and belongs to them. */
  readonly slots?: readonly Slot[];
  /**
   * Slots that mean it together without any of its words, as surely as it says: `strong` where the
   * whole message is one (the letter of an option), `weak` in an answer or beside the name of its
   * subject (a unit and a count), `expected` where a subject awaits it of this speaker, or it is said to the bot.
   */
  readonly implied?: readonly { readonly slots: readonly Slot[]; readonly as: Implied }[];
  /** Beside one of its words, however weak, these leave no doubt. */
  readonly sureWith?: readonly Slot[];
  /** Without these nothing can come of it: said to others it is talk. */
  readonly needs?: readonly Slot[];
  /** Words of everyday talk that belong to it and say nothing: 上车, 排个队. */
  readonly beside?: readonly string[];
  /** The same, in a clause with one of its words only: B比较好 alone is an opinion. */
  readonly along?: readonly string[];
  /**
   * Everything behind the words is its text: a request, an opinion. It has to be there, or the
   * command is asked for.
   */
  readonly text?: 'behind';
  /** What is said with it, beside its words, is kept as its note and need not be read. */
  readonly note?: true;
  /** `only`: it is a question itself: 怎么样了; `also`: it may be said like one: 怎么还是不亮. */
  readonly inquires?: 'only' | 'also';
  /** With a 不 or 没 that belongs to none of its words it is not meant. */
  readonly denied?: 'talk';
  /** What is asked where words beside it turn it around: 满意，但是三楼还没换. */
  readonly doubt?: (subject: Subject, said: Said) => Offered;
  /** In an answer to a message that names several it is asked which, even where one takes it. */
  readonly careful?: true;
  /** With other words than its sure ones it is asked about first, by `doubt`. */
  readonly sureOnly?: true;
  /**
   * Words of those who tell the bot what is wrong, or what they wish, without saying what is to
   * become of it: 漏水, 想找人. They are asked with `offer`.
   */
  readonly describes?: readonly string[];
  readonly offer?: (text: string) => Offered;
  /**
   * The text behind its word, or an answer to the bot's message about a subject that awaits it, is
   * kept as it was typed; these are the arguments. It need not be read.
   */
  readonly keeps?: (subject: Subject, kept: Kept) => Readonly<Record<string, unknown>>;
  /** Said in the past it is over: 报名了 is told, not asked for. */
  readonly past?: 'talk';
  /** What is read, as the arguments of the command. */
  readonly args: (said: Said) => Readonly<Record<string, unknown>>;
  /** The words to be typed for one subject, as they work: 报名 E7. */
  readonly typed: (subject: Subject | undefined, said: Said) => string;
  /** What is missing in what was said, to be asked for. */
  readonly asks?: (subject: Subject | undefined, said: Said) => Asked | undefined;
  /** What is asked where several subjects could be meant. */
  readonly which?: Text;
}

/** A question whose answer, in any words, fills the place of `{}` in a message. */
export interface Asked {
  readonly text: Text;
  readonly open: string;
}

/** A question, and what each answer is carried out as. */
export interface Offered {
  readonly text: Text;
  readonly choices: readonly { readonly label: Text; readonly typed: string }[];
}

/** A text that is kept as it was typed, and where it stood; `glued`: it may be talk of the word. */
export interface Kept {
  readonly text: string;
  readonly how: 'behind' | 'glued' | 'answer';
}

type Implied = 'strong' | 'weak' | 'expected';

/** What can stand beside the words of a command. */
export type Slot =
  /** The speaker: 我, 我们. */
  | 'me'
  /** People by name or kinship: 王大妈, 我妈, 替李娟. */
  | 'people'
  /** How many: 3人, 俩. */
  | 'count'
  /** Units: 恒威, 我们单位. */
  | 'unit'
  /** The speaker's own unit, whose record is known: 药房这边. */
  | 'own-unit'
  /** That somebody else is meant: 替, 帮. */
  | 'proxy'
  /** When: 明天下午, 周六. */
  | 'time'
  /** Options of a question. */
  | 'option'
  /** The word on the board. */
  | 'word'
  /** Words from the text of its subject: 灯 where the lamp is broken. */
  | 'topic';

/** What was read beside the words of a command. */
export interface Said {
  readonly subject: Subject | undefined;
  /** Names, as typed. */
  readonly people: readonly string[];
  /** How many kin or companions come with the speaker: 我妈, 老伴. */
  readonly kin: number;
  /** Somebody else is meant: 替, 帮, 给. */
  readonly proxy: boolean;
  readonly me: boolean;
  /** The first who are named come with the speaker: 带王大妈, 和李娟. */
  readonly brings: boolean;
  /** Somebody is spoken of: 她, 他们. */
  readonly they: boolean;
  readonly count: number | undefined;
  /** So many more than before: 再加一个. */
  readonly more: number | undefined;
  /** Id of a unit. */
  readonly unit: string | undefined;
  readonly options: readonly number[];
  readonly word: string | undefined;
  /** As typed. */
  readonly time: string;
  /** As typed: what stands behind the words, or beside them in further clauses. */
  readonly text: string;
}
