import type { AnyCommand } from '../core/command.ts';
import type { IgnoreReason } from '../core/ignored.ts';
import type { Line } from '../core/line.ts';
import { piecesIn, piecesOf } from '../core/pieces.ts';
import type { Role } from '../core/roles.ts';
import type { Wording } from '../core/wording.ts';
import type { ShortForm } from './collisions.ts';
import { type PhraseNeeds, phraseNeeds } from './phrases/index.ts';
import { withoutPoliteness } from './politeness.ts';
import { coreOf, type Found, type Tier, Vocabulary } from './vocabulary.ts';
import { wordingsOf } from './wording/strength.ts';

/** What is open where a message is said, for whoever may speak. */
export interface OpenWords {
  /** Whether something with this letter may be open. */
  isAny(letter: string): boolean;
  /** Whether the speaker may use what needs this role. */
  isFor(minRole: Role): boolean;
  /** Tells as `SpokenOf.known` does. */
  known(letter: string): ((piece: string) => boolean) | undefined;
}

type Words = Found<Meaning>;

type Meaning =
  | { readonly kind: 'form'; readonly isNumbered: boolean }
  | { readonly kind: 'phrase'; readonly needs: PhraseNeeds; readonly minRole: Role };

const NUMERAL = '[\\d一二两三四五六七八九十]';
/** What may be the number of a request: 2, 二号, ①, 满意一. */
const NUMBER = /\d|[①-⑩]|[一二两三四五六七八九十](?:号|[^\p{L}\p{N}]|$)/u;
/** What may name anything else: E7, 25号, 周三, 明天. */
const NAMED =
  /[a-z]\s?\d|\d(?:st|nd|rd|th)|[\d一二三四五六七八九十][日号]|[今明后昨][天早晚]|周|星期|礼拜/;
const ANY_NUMERAL = /[\d零〇百一二两三四五六七八九十俩仨①-⑩]/;
const COUNT = /[\d俩仨]|[一二两三四五六七八九十](?:个|人|位|名|口)/;
const SIGNED = new RegExp(`[+-] ?${NUMERAL}|加 ?${NUMERAL}.?(?![\\p{L}\\p{N}])`, 'u');
/** A letter or several, or 第二个, as an option is chosen. */
const OPTION = /(?<![a-z])[a-l]{1,6}(?![a-z'])|第|选项/;
/** What may stand around the name of the bot, or before a command. */
const CALLS = /^[/、]|@/;

/**
 * One look at a message in a group that nobody said to the bot: whether anything can come of it. It
 * knows the words of all commands, and never dismisses what `understand` would read.
 */
export class QuickLook {
  private readonly vocabulary = new Vocabulary<Meaning>();
  private readonly letters: string[] = [''];
  /** Characters that are a short form where a message begins with them, and whether more runs on. */
  private readonly signs = new Map<string, boolean>();
  private readonly latin = new Set<string>();
  /** What voice input writes otherwise: the first piece of a word → bits of letters. */
  private readonly heard = new Map<string, number>();
  private readonly commands: readonly AnyCommand[];
  private readonly wholeReaders: readonly AnyCommand[];
  /** Bits of the letters whose commands `+2` says, that are chosen by options, … */
  private readonly signed: number;
  private readonly chosen: number;
  /** … that are meant by a count beside a name or a day, by either alone, or by anything. */
  private readonly counted: number;
  private readonly implied: number;
  private readonly open: number;

  constructor(
    commands: readonly AnyCommand[],
    shortForms: readonly ShortForm[],
    wholeReaders: readonly AnyCommand[],
  ) {
    this.commands = commands;
    this.wholeReaders = wholeReaders;
    const wordings = commands.flatMap(wordingsOf);
    for (const wording of wordings) this.learn(wording);
    for (const one of shortForms) this.learnForm(one);
    for (const command of commands) this.learnPhrases(command);
    const bits = (has: (wording: Wording) => boolean | undefined) =>
      wordings.filter(has).reduce((all, { letter = '' }) => all | this.bitOf(letter), 0);
    this.signed = bits(({ plus, minus }) => plus ?? minus);
    this.chosen = bits(({ slots }) => slots?.includes('option'));
    const impliedBy = (is: (one: NonNullable<Wording['implied']>[number]) => boolean) =>
      bits(({ implied = [] }) => implied.some(is));
    this.counted = impliedBy(({ slots, as }) => as === 'weak' && slots.includes('count'));
    this.implied = impliedBy(({ slots, as }) => as === 'weak' && !slots.includes('count'));
    this.open = impliedBy(
      ({ slots, as }) => as !== 'weak' && !slots.some((one) => one === 'option' || one === 'word'),
    );
  }

  /** Whether it knows just these commands. */
  isOver(commands: readonly AnyCommand[]): boolean {
    return (
      commands.length === this.commands.length &&
      commands.every((one, at) => one === this.commands[at])
    );
  }

  private learn(wording: Wording): void {
    const { letter = '', sure = [], strong = [], instead = [], weak = [], faint = [] } = wording;
    const bit = this.bitOf(letter);
    const isKept = wording.keeps !== undefined;
    const tiers: readonly [Tier, readonly string[]][] = [
      ['loud', [...sure, ...strong, ...instead, ...(isKept ? [...weak, ...faint] : [])]],
      ['weak', weak],
      ['faint', faint],
    ];
    for (const [tier, notations] of tiers)
      for (const notation of notations) this.vocabulary.add(coreOf(notation), tier, bit);
    for (const word of wording.byEar ?? []) {
      const [piece = ''] = piecesOf([word]);
      this.heard.set(piece, (this.heard.get(piece) ?? 0) | bit);
    }
  }

  private learnForm({ command, form }: ShortForm): void {
    if (command.scope === 'private') return;
    this.latin.add(command.name);
    const literals = form.flatMap((part) => ('literal' in part ? [part.literal] : []));
    const [longest = ''] = literals.toSorted((a, b) => b.length - a.length);
    const [first] = form;
    if (longest.length === 1 && first !== undefined && 'literal' in first)
      this.signs.set(
        longest,
        this.signs.get(longest) || isSign(longest) || command.runsOn === true,
      );
    else {
      const isNumbered = form.some(
        (part) => 'arg' in part && !part.optional && part.reads.letter !== undefined,
      );
      this.vocabulary.addBeginning(longest, { kind: 'form', isNumbered });
    }
  }

  private learnPhrases({ phrases = [], minRole }: AnyCommand): void {
    for (const phrase of phrases) {
      const { needed, needs } = phraseNeeds(phrase);
      if (phrase.only === undefined)
        for (const word of needed)
          this.vocabulary.addWord(word, { kind: 'phrase', needs, minRole });
    }
  }

  private bitOf(letter: string): number {
    if (!this.letters.includes(letter)) this.letters.push(letter);
    return 1 << this.letters.indexOf(letter);
  }

  /**
   * @param open what people's own words may be about; undefined where they are about nothing here.
   * @returns why nothing comes of a line; undefined where it has to be read.
   */
  dismisses(line: Line, open: OpenWords | undefined): IgnoreReason | undefined {
    const { folded } = line;
    if (CALLS.test(folded)) return undefined;
    // Somebody types a blank behind every character.
    const texts = /\s/.test(folded) ? [folded, folded.replace(/\s/g, '')] : [folded];
    const found = this.vocabulary.find(texts);
    if (this.mayBeExact(line, found.others)) return undefined;
    if (open === undefined) return 'talk';
    if (found.others.some((one) => isPhrase(one, folded, open))) return undefined;
    const letters = this.letters.reduce(
      (all, letter, at) => (letter === '' || open.isAny(letter) ? all | (1 << at) : all),
      0,
    );
    if (this.isMeant(folded, found, letters, open)) return undefined;
    const isLoud = found.loud !== 0;
    return isLoud ? 'nothing-open' : (found.weak | found.faint) & letters ? 'weak' : 'talk';
  }

  /** 「选 A」, 「+1」; 「请大家…」 begins like one and runs on. */
  private beginsWithSign(folded: string): boolean {
    const runsOn = this.signs.get(folded.slice(0, 1));
    return runsOn === true || (runsOn === false && /^(?:$|\P{L}|[a-z]\d)/u.test(folded.slice(1)));
  }

  private mayBeExact(line: Line, meanings: readonly Meaning[]): boolean {
    const isForm = (one: Meaning) =>
      one.kind === 'form' && (!one.isNumbered || /\d/.test(line.folded));
    if (meanings.some(isForm)) return true;
    const bare = withoutPoliteness(line);
    const lines = bare.folded === line.folded ? [line] : [line, bare];
    if (lines.some(({ folded }) => this.beginsWithSign(folded))) return true;
    const latin = /^[a-z]+/.exec(bare.folded)?.[0];
    if (latin !== undefined && this.latin.has(latin)) return true;
    return this.wholeReaders.some(({ parseWhole }) =>
      lines.some((one) => parseWhole?.(one) !== undefined),
    );
  }

  /** Whether people's own words may mean something that is open. `letters` are bits. */
  private isMeant(folded: string, found: Words, letters: number, open: OpenWords): boolean {
    const isNumbered = NUMBER.test(folded);
    const isNamed = NAMED.test(folded);
    const isCounted = COUNT.test(folded);
    if ((found.loud | this.open | (isNamed ? this.implied : 0)) & letters) return true;
    if (isNumbered && found.faint & letters) return true;
    if (isNamed && isCounted && this.counted & letters) return true;
    if (this.signed & letters && SIGNED.test(folded)) return true;
    if (this.chosen & letters && OPTION.test(folded)) return true;
    if (this.chosen & letters & found.weak && ANY_NUMERAL.test(folded)) return true;
    return this.isWeakly(folded, isNamed || isCounted, found, letters, open);
  }

  /** By words that may mean anything, or by what something is called. */
  private isWeakly(
    folded: string,
    isClear: boolean,
    found: Words,
    letters: number,
    open: OpenWords,
  ): boolean {
    const pieces = piecesIn(folded);
    let { weak } = found;
    for (const piece of pieces) weak |= this.heard.get(piece) ?? 0;
    if (weak & letters & (isClear ? -1 : 1)) return true;
    return this.letters.some((letter, at) => {
      if (!(letters & (1 << at)) || letter === '') return false;
      const known = open.known(letter);
      return known === undefined ? (weak & (1 << at)) !== 0 : pieces.some(known);
    });
  }
}

function isSign(literal: string): boolean {
  return literal === '+' || literal === '-';
}

function isPhrase(meaning: Meaning, folded: string, open: OpenWords): boolean {
  return meaning.kind === 'phrase' && isSaid(meaning.needs, folded) && open.isFor(meaning.minRole);
}

function isSaid({ others, isNumbered }: PhraseNeeds, folded: string): boolean {
  if (isNumbered && !ANY_NUMERAL.test(folded)) return false;
  return others.every((words) => words.some((word) => folded.includes(word)));
}
