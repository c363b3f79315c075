import type { Records } from '../../../core/collection.ts';
import { type Unit, unitCalled, unitOf } from '../../../identity/alliance/index.ts';
import * as byName from '../../../identity/people/index.ts';
import type { Signup } from '../records/index.ts';

/*
 * What those are called who have signed up: people, and units that say how many they send. The
 * record of a unit has the unit's id where others have a person's.
 */

/** The unit whose sign-up it is. */
export function unitSignedUp(records: Records, id: string): Unit | undefined {
  return records.get(byName.people, id) === undefined ? unitOf(records, id) : undefined;
}

export function nameOf(records: Records, id: string): string {
  const unit = unitSignedUp(records, id);
  return unit === undefined ? byName.nameOf(records, id) : shortName(unit);
}

/** Their names, told apart where two are called the same. */
export function namesOf(
  records: Records,
  ids: readonly string[],
  isOne?: (person: string) => boolean,
): readonly string[] {
  return byName.namesOf(records, ids, isOne).map((name, at) => {
    const unit = unitSignedUp(records, ids[at] ?? '');
    return unit === undefined ? name : shortName(unit);
  });
}

/** The unit that a name means, or its id, where it is nobody's name. */
export function unitMeant(records: Records, name: string): Unit | undefined {
  if (byName.peopleCalled(records, name).length > 0) return undefined;
  return unitOf(records, name) ?? unitCalled(records, name);
}

/** Whoever is to be told: for a unit the person who has put it down. */
export function contactOf(records: Records, { person, by }: Signup): string {
  return unitSignedUp(records, person) === undefined ? person : by;
}

function shortName({ name, short }: Unit): string {
  return short[0] ?? name;
}
