import type { Subject, Wording } from '../../core/wording.ts';
import type { Chunk } from './clauses.ts';
import type { Role } from './lexicon.ts';

/*
 * What a chunk can be.
 */

/** Whether a chunk can have this part in a sentence; one that is not there has none. */
export function has(chunk: Chunk | undefined, role: Role): boolean {
  return chunk?.senses.some((one) => one.role === role) === true;
}

/** Whether a chunk can have any of these parts. */
export function hasAny({ senses }: Chunk, roles: ReadonlySet<Role>): boolean {
  return senses.some(({ role }) => roles.has(role));
}

/** Whether a chunk has this part for one wording: 现在 stands beside the words of some commands. */
export function hasFor({ senses }: Chunk, role: Role, wording: Wording): boolean {
  return senses.some((one) => one.role === role && one.value === wording);
}

/** The subjects that a chunk names. */
export function subjectsIn({ senses }: Chunk): readonly Subject[] {
  return senses.flatMap(({ role, value }) => (role === 'subject' ? [value as Subject] : []));
}
