import { soundsLike } from '../../core/sounds.ts';
import type { Subject } from '../../core/wording.ts';
import type { Finder } from './clauses.ts';
import type { Lexicon, Sense } from './lexicon.ts';
import { numeralValue, stickyMatch } from './spotters.ts';

/** What one piece of a sentence chooses: options by their place, for each question that has them. */
export interface Pick {
  readonly of: ReadonlyMap<Subject, readonly number[]>;
  /** A part of an option or its number says it only beside a word that chooses. */
  readonly by: 'letter' | 'text' | 'part' | 'number';
}

/** `B+1` is a vote for B. */
const LETTERS = /([a-l]{1,6})(?![a-z'])(?:\s?\+\s?1(?!\d))?/y;
const ORDINAL =
  /(?:第([1-9]\d?|十[一二]?|[一二三四五六七八九])(?:个|项|种|条|号|款)|选项([1-9]|[一二三四五六七八九]))(?:选项)?/y;
const NUMBER = /第?([1-9]\d?|[一二三四五六七八九十])号?(?![\d:.点日月人位名个项票种])/y;
/** Fewer characters are in too many words to mean an option. */
const SHORTEST_PART = 2;

/** Finds the options of all open questions: by letter, text, place, part, or sound. */
export class OptionFinder implements Finder {
  private readonly questions: readonly { subject: Subject; options: readonly string[] }[];
  private readonly general: Lexicon;

  /** @param general words that any sentence has: a part of an option that is one means nothing. */
  constructor(subjects: readonly Subject[], general: Lexicon) {
    this.questions = subjects.flatMap((subject) =>
      subject.options === undefined ? [] : [{ subject, options: subject.options }],
    );
    this.general = general;
  }

  *at(text: string, from: number): Generator<{ end: number; senses: readonly Sense[] }> {
    if (this.questions.length === 0) return;
    yield* this.letters(text, from);
    yield* this.places(text, from);
    const ends = new Map<number, { whole: boolean; of: Map<Subject, number[]> }>();
    for (const { subject, options } of this.questions)
      for (const [place, option] of options.entries()) {
        const found = this.wordsOf(option, text, from, options);
        if (found === undefined) continue;
        const known = ends.get(found.end) ?? { whole: false, of: new Map() };
        known.whole ||= found.whole;
        known.of.set(subject, [place]);
        ends.set(found.end, known);
      }
    for (const [end, { whole, of }] of ends) yield hit(end, of, whole ? 'text' : 'part');
    yield* this.partOfQuestion(text, from);
  }

  private *letters(text: string, from: number) {
    const [said, run] = stickyMatch(LETTERS, text, from) ?? [];
    if (said === undefined || run === undefined || !isAscending(run)) return;
    const places = [...run].map((letter) => letter.charCodeAt(0) - 97);
    // More letters than may be chosen are a word, unless somebody says that they choose them.
    const isMany = this.questions.every(({ subject }) => places.length > (subject.most ?? 1));
    yield* this.pick(from + said.length, places, isMany ? 'number' : 'letter');
  }

  private *places(text: string, from: number) {
    const ordinal = stickyMatch(ORDINAL, text, from);
    if (ordinal !== undefined)
      yield* this.pick(
        from + ordinal[0].length,
        [numeralValue(ordinal[1] ?? ordinal[2] ?? '') - 1],
        'letter',
      );
    const number = /\d/.test(text[from - 1] ?? '') ? undefined : stickyMatch(NUMBER, text, from);
    if (number !== undefined)
      yield* this.pick(from + number[0].length, [numeralValue(number[1] ?? '') - 1], 'number');
  }

  private *pick(end: number, places: readonly number[], by: Pick['by']) {
    const of = new Map(
      this.questions
        .filter(({ options }) => places.every((place) => place < options.length))
        .map(({ subject }) => [subject, places] as const),
    );
    if (of.size > 0) yield hit(end, of, by);
  }

  /** Where an option, what sounds like it, or a part that no other option has ends in the text. */
  private wordsOf(option: string, text: string, from: number, all: readonly string[]) {
    const whole = text.slice(from, from + option.length);
    if (whole === option) return { end: from + option.length, whole: true };
    if (/^\p{Script=Han}{2,}$/u.test(whole) && soundsLike(whole, option))
      return { end: from + option.length, whole: true };
    const length = longestPart(option, text, from);
    const part = text.slice(from, from + length);
    const isTelling =
      length >= SHORTEST_PART &&
      /\p{Script=Han}{2}|[a-z]{3}/u.test(part) &&
      !this.general.has(part) &&
      all.filter((one) => one.includes(part)).length === 1;
    return isTelling ? { end: from + length, whole: false } : undefined;
  }

  /** A part of a question that no other has names it: 腊八粥那个. */
  private *partOfQuestion(text: string, from: number) {
    for (const { subject } of this.questions) {
      const asked = subject.called.map(plainDay);
      const length = Math.max(0, ...asked.map((one) => longestPart(one, plainDay(text), from)));
      const part = plainDay(text.slice(from, from + length));
      const others = this.questions.filter((one) =>
        one.subject.called.some((called) => plainDay(called).includes(part)),
      );
      if (length >= SHORTEST_PART && others.length === 1 && !this.general.has(part))
        yield { end: from + length, senses: [{ role: 'subject', value: subject } as const] };
    }
  }
}

function hit(end: number, of: Pick['of'], by: Pick['by']) {
  return { end, senses: [{ role: 'option', value: { of, by } satisfies Pick } as const] };
}

function isAscending(run: string): boolean {
  return [...run].every((letter, at) => at === 0 || letter > (run[at - 1] ?? ''));
}

/** How many characters from here on stand in a phrase, in one piece. */
function longestPart(phrase: string, text: string, from: number): number {
  let longest = 0;
  for (let at = 0; at < phrase.length; at++) {
    let length = 0;
    while (at + length < phrase.length && phrase[at + length] === text[from + length]) length++;
    longest = Math.max(longest, length);
  }
  return longest;
}

function plainDay(text: string): string {
  return text.replace(/(?<=\d)号/g, '日');
}
