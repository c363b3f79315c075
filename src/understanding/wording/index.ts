import type { AnyCommand } from '../../core/command.ts';
import type { IgnoreReason } from '../../core/ignored.ts';
import type { Line } from '../../core/line.ts';
import type { Text } from '../../core/text.ts';
import type { Asked, Said, Subject, Wording } from '../../core/wording.ts';
import { type Candidate, candidatesIn, hasSlot } from './candidates.ts';
import { choicesIn } from './choices.ts';
import { clausesOf } from './clauses.ts';
import { readKept } from './kept.ts';
import { generalLexicon, type Role } from './lexicon.ts';
import { EarFinder, openWords } from './open-words.ts';
import type { WordingSituation } from './situation.ts';
import { age, count, days, denied, hours, minus, more, number, numbers, plus } from './spotters.ts';
import { type Strength, type Verb, wordingsOf } from './strength.ts';

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
  /** Something is missing, and any words answer. */
  | ({ readonly kind: 'open'; readonly command: AnyCommand } & Asked)
  /** It is for the bot and not read whole: how to say it. */
  | { readonly kind: 'hint'; readonly command: AnyCommand; readonly typed: string }
  | { readonly kind: 'talk'; readonly reason: IgnoreReason };

export interface Act {
  readonly command: AnyCommand;
  readonly args: Readonly<Record<string, unknown>>;
}

const FIXED = [plus, minus, more, denied, age, count, number, hours];

/** The words of all commands, ready to be found in a sentence. */
export class Wordings {
  readonly commands: readonly AnyCommand[];
  /** Those that keep a text about a subject. */
  private readonly keeping: readonly Pick<Verb, 'command' | 'wording'>[];
  private readonly general = generalLexicon();
  private readonly byEar: EarFinder;

  constructor(commands: readonly AnyCommand[]) {
    this.commands = commands.filter(({ wording }) => wording !== undefined);
    const all = this.commands.flatMap((command) =>
      wordingsOf(command).map((wording) => ({ command, wording })),
    );
    this.keeping = all.filter(({ wording }) => wording.keeps !== undefined);
    for (const { command, wording } of all) this.learn(command, wording);
    const heard = all.flatMap(({ command, wording }) =>
      (wording.byEar ?? []).map((word) => ({
        word,
        sense: { role: 'verb', value: { command, wording, strength: 'weak' } } as const,
      })),
    );
    this.byEar = new EarFinder(heard);
  }

  private learn(command: AnyCommand, wording: Wording): void {
    const { strong = [], weak = [], beside = [], along = [], instead = [] } = wording;
    const sure = [...(wording.sure ?? []), ...instead];
    for (const [strength, words] of Object.entries({ sure, strong, weak }))
      for (const word of words) {
        const value = { command, wording, strength: strength as Strength } satisfies Verb;
        this.general.add(word, { role: 'verb', value });
      }
    const { talk = [], void: voided = [] } = wording;
    const others = { beside, along, instead, talk, void: voided };
    for (const [role, words] of Object.entries(others))
      for (const word of words) this.general.add(word, { role: role as Role, value: wording });
  }

  /** Reads a message in people's own words. Pure. */
  read(line: Line, situation: WordingSituation): Worded {
    if (situation.answersPerson) return { kind: 'talk', reason: 'answers-person' };
    const spotters = [...FIXED, days(situation), numbers(situation)];
    const finders = [this.general, this.byEar, ...openWords(situation, this.general)];
    const clauses = clausesOf(line, finders, spotters);
    const kept = readKept(line, clauses, this.keeping, situation);
    if (kept !== undefined) return kept;
    const candidates = candidatesIn(clauses, this.commands, situation);
    return judge(candidates, situation);
  }
}

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

function lacksNeeded(one: Candidate): boolean {
  return one.wording.needs?.some((slot) => !hasSlot(one, slot)) === true;
}

/** Why a candidate is not carried out. */
function doubtOf(best: Candidate, situation: WordingSituation): IgnoreReason | undefined {
  const isClear = isClearFor(best, situation);
  if (best.isToOthers && !best.said.me) return situation.addressed ? 'question' : 'talk';
  if (best.asks || best.isDoubtful) return 'question';
  if (!best.isWhole || lacksNeeded(best)) return 'not-whole';
  if (best.otherDay && best.named.length === 0 && best.strength !== 'sure' && !situation.addressed)
    return 'weak';
  if (!isOneOf(best.strength, 'strong', 'sure') && !isClear) return 'weak';
  const isAside = best.remarks.length > 0 && best.strength !== 'sure' && !isClear;
  return isAside ? 'remarks' : undefined;
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

/** 我和老公都报名: 都 is of people. */
function speaksOfSeveral({ said }: Candidate): boolean {
  return said.kin > 0 || said.people.length > 0 || said.count !== undefined;
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

function isOneOf(strength: Strength, ...those: readonly Strength[]): boolean {
  return those.includes(strength);
}

function rank({ wording, isWhole, strength, remarks, isDoubtful }: Candidate): number {
  return (
    (isWhole ? 8 : 0) +
    (wording.first ? 0.5 : 0) +
    { sure: 4, strong: 3, weak: 1, none: 0 }[strength] -
    remarks.length -
    (isDoubtful ? 2 : 0)
  );
}

function saidOf(best: Candidate, subject: Subject | undefined): Said {
  return { ...best.said, options: [], subject };
}

/** The subjects that take it now: those that are answered, else all. */
function subjectsFor(
  { wording, command }: Candidate,
  { subjects, references }: WordingSituation,
): readonly Subject[] {
  const open = subjects.filter(
    (one) => one.letter === wording.letter && one.invites.includes(wording.invite ?? command.name),
  );
  const answered = references.get(wording.letter ?? '');
  const those = open.filter(({ number }) => number === answered);
  return those.length > 0 ? those : open;
}

/** Whether there is no doubt what it is about. */
function isClearFor(best: Candidate, { addressed, references, fresh }: WordingSituation): boolean {
  const letter = best.wording.letter ?? '';
  return addressed || references.has(letter) || fresh.has(letter) || best.named.length > 0;
}

/** Not carried out: said to the bot it is told how, elsewhere only where it is clearly about a subject. */
function aside(
  best: Candidate,
  fitting: readonly Subject[],
  situation: WordingSituation,
  reason: IgnoreReason,
): Worded {
  const isMeant =
    situation.addressed ||
    (isOneOf(best.strength, 'strong', 'sure') && best.named.some((one) => fitting.includes(one)));
  if (!isMeant) return { kind: 'talk', reason };
  const subject = fitting.find((one) => best.named.includes(one)) ?? fitting[0];
  return {
    kind: 'hint',
    command: best.command,
    typed: best.wording.typed(subject, saidOf(best, subject)),
  };
}
