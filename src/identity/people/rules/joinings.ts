import { type Records, type Remember, remove } from '../../../core/collection.ts';
import { fold } from '../../../core/line.ts';
import { nameKey } from '../../../core/names.ts';
import { mayActAs } from '../../../core/roles.ts';
import { plain } from '../../../core/text.ts';
import { DAY } from '../../../core/time.ts';
import type { Subject } from '../../../core/wording.ts';
import { type Joining, joinings, type Person, people } from '../records.ts';
import { accountsOf } from './accounts.ts';

/** How long a wish to join a unit waits for an answer. */
const JOINING_WAITS = 7 * DAY;

/** Who answers for a unit: its liaisons that have an account, else the convenors. */
export function approversOf(unit: string, records: Records): readonly Person[] {
  const all = records
    .slice(people, 'byRight', 'liaison')
    .filter((one) => accountsOf(records, one.id).length > 0);
  const liaisons = all.filter((one) => one.role === 'liaison' && one.unit === unit);
  return liaisons.length > 0 ? liaisons : all.filter((one) => one.role === 'convenor');
}

/** A wish of somebody who turns out to be in the unit, or to ask for another already, is settled. */
export function settledWishes(from: string, to: string, records: Records): readonly Remember[] {
  const wish = records.get(joinings, from);
  if (wish === undefined) return [];
  const isIn = records.get(people, to)?.unit === wish.unit;
  return isIn || records.get(joinings, to) !== undefined ? [remove(joinings, from)] : [];
}

/** The wishes to join that somebody may answer. */
export function joiningsFor(
  person: Pick<Person, 'role' | 'unit'>,
  records: Records,
  now: number,
): readonly Joining[] {
  if (!mayActAs(person.role, 'liaison')) return [];
  const open = records.all(joinings).filter(({ at }) => now - at < JOINING_WAITS);
  return open.filter(({ unit }) => person.role === 'convenor' || unit === person.unit);
}

/** A wish, as something that its liaison may speak of. */
export function joiningSubject({ id, number }: Joining, records: Records): Subject {
  const { name = '' } = records.get(people, id) ?? {};
  return {
    letter: 'wish',
    number,
    label: plain(`${number} ${name}`),
    called: [fold(name)],
    invites: ['agree', 'disagree'],
  };
}

/** Those of some that are meant by a number or a name; all where nothing was said. */
export function joiningsMeant(
  all: readonly Joining[],
  who: string | undefined,
  records: Records,
): readonly Joining[] {
  // 不同意，不认识: a reason is no name.
  if (who === undefined || /^[，,、\s]*[不没]/.test(who)) return all;
  const number = Number(fold(who));
  if (Number.isInteger(number)) return all.filter((one) => one.number === number);
  return all.filter((one) => nameKey(records.get(people, one.id)?.name ?? '') === nameKey(who));
}
