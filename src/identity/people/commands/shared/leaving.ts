import { put, type Records, remove } from '../../../../core/collection.ts';
import { nameKey } from '../../../../core/names.ts';
import { type Outcome, remember, tell, together } from '../../../../core/outcome.ts';
import type { Text } from '../../../../core/text.ts';
import { unitOf } from '../../../alliance/index.ts';
import { consents, contacts, type Person, people } from '../../records.ts';
import { isSpokenFor } from '../../rules/accounts.ts';
import { roleTexts } from '../../texts/roles.ts';

/** Whether an alliance would have no convenor without them. */
export function isLastConvenor(person: string, records: Records): boolean {
  const isOther = ({ id }: Person) => id !== person && isSpokenFor(records, id);
  return (
    records.get(people, person)?.role === 'convenor' &&
    !records.slice(people, 'byRight', 'convenor').some(isOther)
  );
}

/** The unit that has no liaison without them. */
function unitLeftAlone(person: string, records: Records): string | undefined {
  const { role, unit } = records.get(people, person) ?? {};
  if (unit === undefined || role === undefined || role === 'guest' || role === 'member')
    return undefined;
  const others = records
    .slice(people, 'byUnit', unit)
    .filter((one) => one.id !== person && (one.role === 'liaison' || one.role === 'convenor'));
  return others.length === 0 ? unitOf(records, unit)?.name : undefined;
}

/**
 * Somebody is about to be erased: their unit names them no more as somebody to call, and the
 * convenors hear of a unit that nobody acts for.
 */
export function leavePeople(person: string, records: Records): Outcome {
  const { name = '', unit } = records.get(people, person) ?? {};
  const listed = records
    .all(contacts)
    .filter(({ id }) => id === unit)
    .flatMap((one) => {
      const others = one.people.filter((other) => nameKey(other.name) !== nameKey(name));
      return others.length < one.people.length ? [put(contacts, { ...one, people: others })] : [];
    });
  const alone = unitLeftAlone(person, records);
  const told =
    alone === undefined
      ? []
      : records
          .slice(people, 'byRight', 'convenor')
          .filter(({ id }) => id !== person)
          .map(({ id }) => tell(id, roleTexts.unitLeftAlone(alone)));
  const answered = records.get(consents, person) && remove(consents, person);
  return together(remember(...listed, ...(answered ? [answered] : [])), ...told);
}

/** What becomes of their unit, for whoever thinks of being erased. */
export function aboutUnit(person: string, records: Records): readonly Text[] {
  const alone = unitLeftAlone(person, records);
  return alone === undefined ? [] : [roleTexts.leavingUnit(alone)];
}
