import type { AnyCommand } from '../../core/command.ts';
import type { IgnoreReason } from '../../core/ignored.ts';
import type { Line } from '../../core/line.ts';
import type { Text } from '../../core/text.ts';
import type { Asked, Offered, Said, Subject, Wording } from '../../core/wording.ts';
import { opensOne, readDescribed, readOpened } from './behind.ts';
import { type Candidate, candidatesIn, lacksNeeded, rank, speaksOfSeveral } from './candidates.ts';
import { choicesIn } from './choices.ts';
import { clausesOf, isList, withStops } from './clauses.ts';
import { days } from './days.ts';
import { doubtOf } from './doubts.ts';
import { FIXED } from './fixed.ts';
import { generalLexicon } from './general-words.ts';
import { readKept } from './kept.ts';
import type { Role } from './lexicon.ts';
import { readNoted } from './noted.ts';
import { EarFinder, openWords } from './open-words.ts';
import type { WordingSituation } from './situation.ts';
import { numbers } from './spotters.ts';
import {
  idleIn,
  isLoud,
  type Strength,
  taking,
  type Verb,
  type Way,
  wordingsOf,
} from './strength.ts';
import { topics } from './topics.ts';

/** What people's own words come to. */
export type Worded =
  /** Carried out, one after the other. */
  | { readonly kind: 'acts'; readonly acts: readonly Act[] }
  /** Several subjects could be meant: each with the words that mean it. */
  | {
      readonly kind: 'which';
      readonly command: AnyCommand;
      readonly text: Text | undefined;
      readonly subjects: readonly Subject[];
      readonly typed: (subject: Subject) => string;
    }
  /** Asked first, with what each answer is carried out as. */
  | ({ readonly kind: 'offers'; readonly command: AnyCommand } & Offered)
  /** Something is missing, and any words answer. */
  | ({ readonly kind: 'open'; readonly command: AnyCommand } & Asked)
  /** It is for the bot and not read whole: how to say it. */
  | { readonly kind: 'hint'; readonly command: AnyCommand; readonly typed: string }
  | { readonly kind: 'talk'; readonly reason: IgnoreReason };

interface Act {
  readonly command: AnyCommand;
  readonly args: Readonly<Record<string, unknown>>;
}

/** The words of all commands, ready to be found in a sentence. */
export class Wordings {
  readonly commands: readonly AnyCommand[];
  /** Those that keep what is said with them as a note. */
  private readonly noted: readonly Way[];
  /** Those whose text stands behind their words. */
  private readonly texts: readonly Way[];
  /** Those that keep a text about a subject. */
  private readonly keeping: readonly Pick<Verb, 'command' | 'wording'>[];
  private readonly general = generalLexicon();
  private readonly byEar: EarFinder;

  constructor(commands: readonly AnyCommand[]) {
    const worded = commands.filter(({ wording }) => wording !== undefined);
    const all = worded.flatMap((command) =>
      wordingsOf(command).map((wording) => ({ command, wording })),
    );
    this.noted = all.filter(({ wording }) => wording.note);
    this.texts = all.filter(({ wording }) => wording.text === 'behind');
    const apart = new Set([...this.noted, ...this.texts].map(({ command }) => command));
    this.commands = worded.filter((one) => !apart.has(one));
    this.keeping = all.filter(({ wording }) => wording.keeps !== undefined);
    for (const { command, wording } of all) this.learn(command, wording);
    const heard = all.flatMap(({ command, wording }) =>
      (wording.byEar ?? []).map((word) => ({
        word,
        sense: { role: 'verb', value: { command, wording, strength: 'weak' } } as const,
      })),
    );
    this.byEar = new EarFinder(heard, this.general);
  }

  private learn(command: AnyCommand, wording: Wording): void {
    const { strong = [], weak = [], faint = [], beside = [], along = [], instead = [] } = wording;
    const sure = [...(wording.sure ?? []), ...instead];
    for (const [strength, words] of Object.entries({ sure, strong, weak, faint }))
      for (const word of words) {
        const value = { command, wording, strength: strength as Strength } satisfies Verb;
        this.general.add(word, { role: 'verb', value });
      }
    const { describes = [], talk = [], void: voided = [] } = wording;
    const others = { beside, along, instead, talk, void: voided, describes };
    for (const [role, words] of Object.entries(others))
      for (const word of words) this.general.add(word, { role: role as Role, value: wording });
  }

  /** Whether a message begins as a command does that takes a text. */
  opens(line: Line): boolean {
    return opensOne(line, clausesOf(line, [this.general], FIXED), this.texts);
  }

  /** Reads a message in people's own words. Pure. */
  read(line: Line, situation: WordingSituation): Worded {
    if (situation.answersPerson) return { kind: 'talk', reason: 'answers-person' };
    if (!situation.addressed && (isList(line) || FORWARDED.test(line.folded)))
      return { kind: 'talk', reason: 'talk' };
    const read = this.readOnce(line, situation);
    const stopped = withStops(line);
    if (read.kind !== 'talk' || stopped === undefined) return read;
    const again = this.readOnce(stopped, situation);
    return again.kind === 'acts' ? again : read;
  }

  private readOnce(line: Line, situation: WordingSituation): Worded {
    const spotters = [...FIXED, days(situation), numbers(situation), topics(situation.subjects)];
    const finders = [this.general, this.byEar, ...openWords(situation, this.general)];
    const clauses = clausesOf(line, finders, spotters, idleIn(situation));
    const told =
      readKept(line, clauses, this.keeping, situation) ??
      readOpened(line, clauses, this.texts, situation) ??
      readNoted(clauses, this.noted, situation);
    if (told !== undefined) return told;
    const read = judge(candidatesIn(clauses, this.commands, situation), situation);
    if (read.kind !== 'talk' && read.kind !== 'hint') return read;
    return readDescribed(line, clauses, this.texts, situation) ?? read;
  }
}

/** 【转发】: what somebody passes on is not said by them. */
const FORWARDED =
  /^(?:【(?!报名|签到|请假|需求|报修|小结)[^】]{1,20}】 ?[^ ]|\[转|转发[:： ]|转[:：])/;

/** The one meaning of the candidates, as sure as the place asks for. */
function judge(candidates: readonly Candidate[], situation: WordingSituation): Worded {
  const ranked = [...candidates].sort((a, b) => rank(b) - rank(a));
  const possible = ranked.filter(
    (one) => one.wording.letter === undefined || subjectsFor(one, situation).length > 0,
  );
  const best = possible.find((one) => !lacksNeeded(one)) ?? possible[0];
  if (best === undefined)
    return { kind: 'talk', reason: ranked.length > 0 ? 'nothing-open' : 'talk' };
  const fitting = subjectsFor(best, situation);
  const doubt = doubtOf(best, situation);
  if (doubt === 'weak' || doubt === 'remarks' || doubt === 'talk')
    return { kind: 'talk', reason: doubt };
  if (doubt === undefined) return carriedOut(best, fitting);
  const isTalk = lacksNeeded(best) && !situation.addressed;
  return isTalk ? { kind: 'talk', reason: doubt } : aside(best, fitting, situation, doubt);
}

/** What is done, or asked where it could be about several subjects or something is missing. */
function carriedOut(best: Candidate, fitting: readonly Subject[]): Worded {
  const { command, wording } = best;
  const { subjects, isClear, of } = meantBy(best, fitting);
  if (wording.letter === undefined)
    return { kind: 'acts', acts: [{ command, args: wording.args(saidOf(best, undefined)) }] };
  const saidFor = (subject: Subject) => ({ ...saidOf(best, subject), options: of(subject) });
  const [first] = subjects;
  if (first === undefined) return { kind: 'talk', reason: 'nothing-open' };
  if (!isClear) {
    const typed = (one: Subject) => wording.typed(one, saidFor(one));
    return { kind: 'which', command, text: wording.which, subjects, typed };
  }
  const asked = wording.asks?.(first, saidFor(first));
  if (asked !== undefined) return { kind: 'open', command, ...asked };
  return {
    kind: 'acts',
    acts: subjects.map((one) => ({ command, args: wording.args(saidFor(one)) })),
  };
}

/** The subjects that it is about: by what it chooses, by the word on the board, by their names. */
function meantBy(best: Candidate, fitting: readonly Subject[]) {
  const named = fitting.filter((one) => best.named.includes(one));
  if (best.chosen.length > 0) return choicesIn(best.chosen, fitting, named);
  const { word } = best.said;
  const worded = word === undefined ? [] : fitting.filter((one) => one.word === word);
  const isAll = named.length > 1 || (best.every && !speaksOfSeveral(best));
  const meant = [named, worded].find(({ length }) => length > 0) ?? fitting;
  return { subjects: meant, isClear: meant.length < 2 || isAll, of: () => [] };
}

function saidOf(best: Candidate, subject: Subject | undefined): Said {
  return { ...best.said, options: [], subject };
}

/** The subjects that take it now: those that are answered, else all. */
function subjectsFor(
  { wording, command, named }: Candidate,
  { subjects, references }: WordingSituation,
): readonly Subject[] {
  const open = taking({ command, wording }, subjects);
  const letter = wording.letter ?? '';
  if (open.some((one) => named.includes(one))) return open;
  // Under a request 报名 is of no activity.
  if (references.size > 0 && !references.has(letter)) return [];
  const answered = references.get(letter);
  const those = open.filter(({ number }) => number === answered);
  return those.length > 0 ? those : open;
}

/** Not carried out: said to the bot it is told how, elsewhere only where it is clearly about a subject. */
function aside(
  best: Candidate,
  fitting: readonly Subject[],
  situation: WordingSituation,
  reason: IgnoreReason,
): Worded {
  const isAbout = best.named.some((one) => fitting.includes(one));
  const isClear = isLoud(best.strength);
  // Of a word that may mean anything and one that was not read, nothing follows: 报 is no 报修.
  const isMeant = situation.addressed ? isClear || isAbout : isClear && isAbout;
  if (!isMeant) return { kind: 'talk', reason };
  const subject = fitting.find((one) => best.named.includes(one)) ?? fitting[0];
  return {
    kind: 'hint',
    command: best.command,
    typed: best.wording.typed(subject, saidOf(best, subject)),
  };
}
