import type { AnyCommand } from '../../core/command.ts';
import type { Said, Slot, Subject, Wording } from '../../core/wording.ts';
import type { Clause } from './clauses.ts';
import { Collector } from './collector.ts';
import type { WordingSituation } from './situation.ts';
import { type Strength, strengthOf, wordingsOf } from './strength.ts';

/** A command that a message may mean, and how well its words fit. */
export interface Candidate {
  readonly command: AnyCommand;
  readonly wording: Wording;
  readonly said: Omit<Said, 'subject'>;
  /** Subjects that are named by number, title or day. */
  readonly named: readonly Subject[];
  /** All subjects are meant: 两个活动, 都. */
  readonly every: boolean;
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
  const read = new Collector(wording, situation).read(clauses);
  const candidate = { ...read, command };
  const has = slotsOf(candidate);
  if (wording.needs?.some((slot) => !has[slot])) return undefined;
  const implied = wording.implied?.find(({ slots }) => slots.every((slot) => has[slot]))?.as;
  if (hasWords && implied === undefined) return candidate;
  if (implied === undefined) return undefined;
  if (!hasWords && (candidate.unread.length > 0 || candidate.remarks.length > 0)) return undefined;
  // Words and slots that each mean it alone leave no doubt together.
  const strength = hasWords ? 'sure' : implied;
  return { ...candidate, strength };
}

function slotsOf({ said }: Candidate): Readonly<Partial<Record<Slot, boolean>>> {
  return {
    unit: said.unit !== undefined,
    count: said.count !== undefined || said.more !== undefined,
    people: said.people.length > 0 || said.kin > 0 || said.they,
    word: said.word !== undefined,
    option: said.options.length > 0,
    me: said.me,
    time: said.time !== '',
  };
}
