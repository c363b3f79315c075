import type { AnyCommand } from '../../core/command.ts';
import type { Said, Slot, Subject, Wording } from '../../core/wording.ts';
import type { Clause } from './clauses.ts';
import { Collector } from './collector.ts';
import type { WordingSituation } from './situation.ts';
import { hasWord, type Strength } from './strength.ts';

/** A command that a message may mean, and how well its words fit. */
export interface Candidate {
  readonly command: AnyCommand;
  readonly wording: Wording;
  readonly said: Omit<Said, 'subject'>;
  /** Subjects that are named by number, title or day. */
  readonly named: readonly Subject[];
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
  return commands.flatMap((command) => {
    const { wording } = command;
    if (wording === undefined) return [];
    const hasWords = clauses.some((clause) => hasWord(clause, command));
    if (!hasWords && wording.implied === undefined) return [];
    const candidate = new Collector(command, wording, situation).read(clauses);
    if (hasWords) return [candidate];
    const strength = impliedIn(candidate);
    return strength === undefined ? [] : [{ ...candidate, strength }];
  });
}

/** How surely its slots alone mean it. */
function impliedIn({ wording, said, unread, remarks }: Candidate): Strength | undefined {
  const has: Readonly<Partial<Record<Slot, boolean>>> = {
    unit: said.unit !== undefined,
    count: said.count !== undefined,
    people: said.people.length > 0 || said.kin > 0,
    word: said.word !== undefined,
    option: said.options.length > 0,
    me: said.me,
    time: said.time !== '',
  };
  if (unread.length > 0 || remarks.length > 0) return undefined;
  return wording.implied?.find(({ slots }) => slots.every((slot) => has[slot]))?.as;
}
