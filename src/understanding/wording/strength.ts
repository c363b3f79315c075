import type { AnyCommand } from '../../core/command.ts';
import type { Chunk, Clause } from './clauses.ts';

/*
 * The words of one command in a message.
 */

/** How surely words mean a command; `none` where only its slots stand there. */
export type Strength = 'sure' | 'strong' | 'weak' | 'none';

/** A word of the command stands in it. */
export function hasWord({ chunks }: Clause, command: AnyCommand): boolean {
  return chunks.some((chunk) => wordOf(chunk, command) !== undefined);
}

/** The sense by which a chunk is a word of a command. */
export function wordOf({ senses }: Chunk, command: AnyCommand): Strength | undefined {
  for (const { role, value } of senses) {
    if (role === 'plus' && command.wording?.plus) return 'sure';
    const verb = value as { command?: AnyCommand; strength?: Strength } | undefined;
    if (role === 'verb' && verb?.command === command) return verb.strength;
  }
  return undefined;
}

const STRENGTHS: readonly Strength[] = ['none', 'weak', 'strong', 'sure'];

export function stronger(one: Strength, other: Strength): Strength {
  return STRENGTHS.indexOf(one) >= STRENGTHS.indexOf(other) ? one : other;
}

export function isWordOf(chunk: Chunk | undefined, command: AnyCommand): boolean {
  return chunk !== undefined && wordOf(chunk, command) !== undefined;
}
