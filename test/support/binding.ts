import { put, type Remember } from '../../src/core/collection.ts';
import { addressKey } from '../../src/core/records.ts';
import type { Group } from '../../src/identity/alliance/index.ts';
import { groups } from '../../src/identity/alliance/index.ts';
import { accountKey, accounts } from '../../src/identity/people/index.ts';
import type { Address } from '../../src/ports/chat.ts';
import { example } from './conversation.ts';

/** A group of a platform as one of the alliance's. */
export function boundGroup(address: Address, title: string): Remember {
  return put(groups, { id: addressKey(address), address, title, language: 'zh' } satisfies Group);
}

/** A platform's account as that of the example's person of this name, if there is one. */
export function boundAccount(
  place: Pick<Address, 'platform' | 'account'>,
  user: string,
  name: string,
): Remember[] {
  const person = example.people.find((one) => one.name === name);
  if (person === undefined) return [];
  const { platform, account } = place;
  return [
    put(accounts, {
      id: accountKey(place, user),
      person: person.id,
      platform,
      account,
      user,
      met: false,
    }),
  ];
}
