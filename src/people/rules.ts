import type { Records } from '../core/collection.ts';
import { nameKey } from '../core/names.ts';
import { accounts, type Person, people } from './records.ts';

/**
 * The one guest of this name whom others have named and who has never spoken. There is no right to inherit: a guest
 * has none, so a name may join them to the account that turns up under it.
 */
export function guestWithoutAccount(records: Records, name: string): Person | undefined {
  const silent = records
    .where(people, nameKey(name))
    .filter((person) => person.role === 'guest' && records.where(accounts, person.id).length === 0);
  return silent.length === 1 ? silent[0] : undefined;
}
