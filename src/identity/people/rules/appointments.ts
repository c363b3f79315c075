import type { Records } from '../../../core/collection.ts';
import type { CommandContext } from '../../../core/command.ts';
import { nameKey } from '../../../core/names.ts';
import { mayActAs, type Role } from '../../../core/roles.ts';
import type { Grant } from '../../codes/index.ts';
import { type Person, people } from '../records.ts';
import { isSpokenFor } from './accounts.ts';

/** Who changed somebody's role, and when. */
export function appointed({
  person,
  now,
  message,
}: CommandContext): Required<Pick<Person, 'appointed'>> {
  return { appointed: { by: person.id, at: now, message } };
}

/** Convenors may invite anybody; liaisons members of their own unit, and those of its list. */
export function mayInvite(
  inviter: Pick<Person, 'role' | 'unit'>,
  grant: Grant,
  records: Records,
): boolean {
  if (inviter.role === 'convenor') return true;
  if (inviter.role !== 'liaison' || inviter.unit === undefined) return false;
  if (grant.kind === 'unit') return grant.role === 'member' && grant.unit === inviter.unit;
  const listed = grant.kind === 'person' ? records.get(people, grant.person) : undefined;
  return listed?.role === 'member' && listed.unit === inviter.unit;
}

/**
 * The one of the same name on a unit's list for whom nobody speaks yet, when a guest comes to the
 * unit. Only who may no more than `role` is found: nobody inherits rights by a name.
 */
export function memberToBe(
  guest: Person,
  unit: string,
  role: Role,
  records: Records,
): Person | undefined {
  if (guest.role !== 'guest') return undefined;
  const listed = records
    .where(people, nameKey(guest.name))
    .filter(
      (one) =>
        one.id !== guest.id &&
        one.role !== 'guest' &&
        one.unit === unit &&
        !isSpokenFor(records, one.id),
    );
  const [only] = listed.length === 1 ? listed : [];
  return only !== undefined && mayActAs(role, only.role) ? only : undefined;
}
