import type { Records } from '../../../core/collection.ts';
import { mayActAs } from '../../../core/roles.ts';
import type { Text } from '../../../core/text.ts';
import { type Unit, units } from '../../alliance/index.ts';
import { people } from '../records.ts';
import { accountsOf } from './accounts.ts';

/** What a decision does itself about what an alliance that is being set up lacks. */
interface AlreadyDone {
  readonly group?: true;
  readonly units?: readonly Unit[];
  /** Liaisons have been given their codes, and may take their time. */
  readonly invited?: true;
  readonly fixedDay?: true;
}

/**
 * Says what an alliance that is being set up needs next; nothing when it has all that it needs to
 * begin.
 */
export type NextStep = (records: Records, done?: AlreadyDone) => Text | undefined;

/**
 * The units for which nobody acts yet: a liaison has come once any account is theirs, also one that is
 * only known by hand.
 */
export function withoutLiaison(records: Records, more: readonly Unit[] = []): readonly Unit[] {
  const all = new Map([...records.all(units), ...more].map((unit) => [unit.id, unit]));
  const acting = records
    .all(people)
    .filter(({ id, role }) => mayActAs(role, 'liaison') && accountsOf(records, id).length > 0);
  return [...all.values()].filter((unit) => !acting.some((person) => person.unit === unit.id));
}
