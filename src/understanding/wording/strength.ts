import type { AnyCommand } from '../../core/command.ts';
import type { Subject, Wording } from '../../core/wording.ts';
import type { Chunk, Clause } from './clauses.ts';
import type { Sense } from './lexicon.ts';
import type { WordingSituation } from './situation.ts';

/*
 * The words of one wording in a message.
 */

/** How surely words mean a command; `none` where only its slots stand there. */
export type Strength = 'sure' | 'strong' | 'weak' | 'faint' | 'none';

/** One way to say a command. */
export interface Way {
  readonly command: AnyCommand;
  readonly wording: Wording;
}

/** What the lexicon holds for a word of a command. */
export interface Verb extends Way {
  readonly strength: Strength;
}

/** The ways in which a command is said. */
export function wordingsOf({ wording }: AnyCommand): readonly Wording[] {
  if (wording === undefined) return [];
  return Array.isArray(wording) ? wording : [wording as Wording];
}

/** Those of the subjects that take a command from the speaker as things stand. */
export function taking(
  { command, wording }: Way,
  subjects: readonly Subject[],
): readonly Subject[] {
  const invite = wording.invite ?? command.name;
  return subjects.filter((one) => one.letter === wording.letter && one.invites.includes(invite));
}

/** How surely a clause means a wording. */
export function strengthOf({ chunks }: Clause, wording: Wording): Strength {
  return chunks.map((chunk) => wordOf(chunk, wording) ?? 'none').reduce(stronger, 'none');
}

/** How surely a chunk means a wording; undefined where it is none of its words. */
export function wordOf({ senses }: Chunk, wording: Wording): Strength | undefined {
  for (const { role, value } of senses) {
    if ((role === 'plus' && wording.plus) || (role === 'minus' && wording.minus)) return 'sure';
    if (role === 'verb' && (value as Verb).wording === wording) return (value as Verb).strength;
  }
  return undefined;
}

const STRENGTHS: readonly Strength[] = ['none', 'faint', 'weak', 'strong', 'sure'];

/** How sure a strength is, as a number to compare; a faint word is 0. */
export function surenessOf(strength: Strength): number {
  return STRENGTHS.indexOf(strength) - STRENGTHS.indexOf('faint');
}

/** Whether the words themselves leave no doubt which command is meant. */
export function isLoud(strength: Strength): boolean {
  return strength === 'strong' || strength === 'sure';
}

export function stronger(one: Strength, other: Strength): Strength {
  return surenessOf(one) >= surenessOf(other) ? one : other;
}

/** `+1 E1`, `投 P1 A`: the form has taken every word, and none of them is free. */
export function isAllNumbers(
  args: Readonly<Record<string, unknown>>,
  ways: readonly Wording[],
): boolean {
  const values = Object.values(args);
  const takesNumbers = ways.some(
    ({ plus, minus, slots }) => plus ?? minus ?? slots?.includes('option'),
  );
  return takesNumbers && values.length > 0 && values.every((value) => typeof value !== 'string');
}

/** Whether a word is only of commands that nothing takes now: 我来 while there is no request. */
export function idleIn({ subjects }: WordingSituation): (sense: Sense) => boolean {
  const invited = new Set(subjects.flatMap(({ invites }) => invites));
  return ({ role, value }) => {
    if (role !== 'verb') return false;
    const { command, wording } = value as Verb;
    return wording.letter !== undefined && !invited.has(wording.invite ?? command.name);
  };
}
