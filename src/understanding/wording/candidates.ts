import type { AnyCommand } from '../../core/command.ts';
import type { Said, Slot, Subject, Wording } from '../../core/wording.ts';
import { type Chosen, isPlainlyChosen } from './choices.ts';
import type { Clause } from './clauses.ts';
import { Collector } from './collector.ts';
import type { WordingSituation } from './situation.ts';
import { type Strength, strengthOf, wordingsOf } from './strength.ts';

/** A command that a message may mean, and how well its words fit. */
export interface Candidate {
  readonly command: AnyCommand;
  readonly wording: Wording;
  readonly said: Omit<Said, 'subject' | 'options'>;
  /** The options that it chooses. */
  readonly chosen: readonly Chosen[];
  /** Subjects that are named by number, title or day. */
  readonly named: readonly Subject[];
  /** All subjects are meant: 两个活动, 都. */
  readonly every: boolean;
  /** It may call on others: 报名啦. */
  readonly urges: boolean;
  /** A day is named on which none of its subjects is. */
  readonly otherDay: boolean;
  /** How surely its words mean it; `none` where only its slots stand there. */
  readonly strength: Strength;
  /** The clauses with its words were read from their first character to the last. */
  readonly isWhole: boolean;
  /** What was not read in these clauses, as typed. */
  readonly unread: readonly string[];
  /** It asks: 吗, 几点. */
  readonly asks: boolean;
  /** A word that turns it around, or another command, stands in it. */
  readonly isDoubtful: boolean;
  /** 了 stands in it: it is over. */
  readonly isOver: boolean;
  /** It tells others what to do. */
  readonly isToOthers: boolean;
  /** A cry ends the clause with its words: 我去！这么贵 is one of surprise. */
  readonly isExclaimed: boolean;
  /** Other clauses, as typed, that have nothing to do with it. */
  readonly remarks: readonly string[];
}

/** All commands whose words stand in the message. */
export function candidatesIn(
  clauses: readonly Clause[],
  commands: readonly AnyCommand[],
  situation: WordingSituation,
): readonly Candidate[] {
  return commands.flatMap((command) =>
    wordingsOf(command).flatMap(
      (wording) => candidateIn(clauses, command, wording, situation) ?? [],
    ),
  );
}

function candidateIn(
  clauses: readonly Clause[],
  command: AnyCommand,
  wording: Wording,
  situation: WordingSituation,
): Candidate | undefined {
  const hasWords = clauses.some((clause) => strengthOf(clause, wording) !== 'none');
  if (!hasWords && wording.implied === undefined) return undefined;
  const read = { ...new Collector(wording, situation).read(clauses), command };
  const candidate = withTriedWord(read, situation);
  if (hasWords) return isSureWith(candidate) ? { ...candidate, strength: 'sure' } : candidate;
  const strength = impliedIn(candidate, situation);
  return strength && { ...candidate, strength };
}

function isSureWith(candidate: Candidate): boolean {
  const { sureWith = [] } = candidate.wording;
  return sureWith.length > 0 && sureWith.every((slot) => hasSlot(candidate, slot));
}

/** Whether something stands where it can. */
function hasSlot({ said, chosen }: Candidate, slot: Slot): boolean {
  switch (slot) {
    case 'people':
      return said.people.length > 0 || said.kin > 0 || said.they;
    case 'count':
      return said.count !== undefined || said.more !== undefined;
    case 'option':
      return chosen.length > 0;
    case 'me':
    case 'proxy':
      return said[slot];
    case 'time':
      return said.time !== '';
    case 'topic':
    case 'own-unit':
      return false;
    default:
      return said[slot] !== undefined;
  }
}

/** How surely its slots alone mean it. */
function impliedIn(candidate: Candidate, situation: WordingSituation): Strength | undefined {
  const { wording, unread, remarks, chosen } = candidate;
  if (unread.length > 0 || (remarks.length > 0 && chosen.length === 0)) return undefined;
  if (chosen.some(({ by }) => by === 'number')) return undefined;
  // 今天去义诊了 tells what was done.
  if (chosen.length > 0 && (candidate.said.time !== '' || candidate.isOver)) return undefined;
  const found = wording.implied?.find(({ slots }) =>
    slots.every((slot) => hasSlot(candidate, slot)),
  )?.as;
  if (found === 'expected') return expectedIn(candidate, situation);
  const isLoose = remarks.length > 0 || (chosen.length > 0 && !isPlainlyChosen(chosen));
  return found !== undefined && isLoose ? 'weak' : found;
}

/** One word is enough from whom it is awaited, and for whoever says it to the bot. */
function expectedIn(
  { wording, command }: Candidate,
  { subjects, addressed, references }: WordingSituation,
): Strength | undefined {
  if (isAwaited(command, subjects)) return 'strong';
  return addressed || references.has(wording.letter ?? '') ? 'weak' : undefined;
}

function isAwaited({ name }: AnyCommand, subjects: readonly Subject[]): boolean {
  return subjects.some(({ awaits = [] }) => awaits.includes(name));
}

/** 签到，春风: whoever is awaited has tried a word, although it is none that is known. */
function withTriedWord(candidate: Candidate, { subjects }: WordingSituation): Candidate {
  const { wording, said, strength, unread, remarks, command } = candidate;
  const isTried =
    wording.needs?.includes('word') === true &&
    said.word === undefined &&
    strength === 'sure' &&
    isAwaited(command, subjects);
  const [tried = '', ...others] = [...unread, ...remarks];
  const isAsLong = subjects.some(({ word }) => word?.length === tried.length);
  if (!isTried || others.length > 0 || !isAsLong || !/^[\p{L}\p{N}]+$/u.test(tried))
    return candidate;
  return { ...candidate, said: { ...said, word: tried }, unread: [], remarks: [], isWhole: true };
}

/** How well a candidate fits, beside others. */
export function rank({ wording, isWhole, strength, remarks, isDoubtful }: Candidate): number {
  return (
    (isWhole ? 8 : 0) +
    (wording.first ? 0.5 : 0) +
    { sure: 4, strong: 3, weak: 1, faint: 0, none: 0 }[strength] -
    remarks.length -
    (isDoubtful ? 2 : 0)
  );
}

export function lacksNeeded(one: Candidate): boolean {
  return one.wording.needs?.some((slot) => !hasSlot(one, slot)) === true;
}

/** 帮王大妈退一下: whom the speaker put down tells what it is about. */
export function isPutDown(
  { said, wording, remarks }: Candidate,
  subjects: readonly Subject[],
): boolean {
  const isAll = remarks.length === 0;
  const isTheirs = (name: string) =>
    subjects.some(({ letter, theirs = [] }) => letter === wording.letter && theirs.includes(name));
  return said.people.length > 0 && said.people.every(isTheirs) && (said.proxy || isAll);
}

/** 报名啦, where nobody is named and it is no answer. */
export function callsOnOthers(
  best: Candidate,
  { addressed, references }: WordingSituation,
): boolean {
  const isPlain = best.chosen.length === 0 && best.said.word === undefined && !best.said.me;
  return isPlain && !speaksOfSeveral(best) && !addressed && references.size === 0;
}

/** 我和老公都报名: 都 is of people. */
export function speaksOfSeveral({ said }: Candidate): boolean {
  return said.kin > 0 || said.people.length > 0 || said.count !== undefined;
}
