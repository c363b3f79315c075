import { z } from 'zod';
import { put, type Records, remove } from '../../../core/collection.ts';
import type { CommandContext, DecisionContext } from '../../../core/command.ts';
import { withPerson } from '../../../core/merging.ts';
import { nameKey, shownName } from '../../../core/names.ts';
import { type Outcome, remember, together } from '../../../core/outcome.ts';
import { BY_HAND } from '../../../ports/by-hand.ts';
import type { Address } from '../../../ports/chat.ts';
import { type Account, accounts, merged, type Person, people } from '../records.ts';

/**
 * The one guest of this name whom others have named and who has never spoken. There is no right to
 * inherit: a guest has none, so a name may join them to the account that turns up under it.
 */
export function guestWithoutAccount(records: Records, name: string): Person | undefined {
  const silent = records
    .where(people, nameKey(name))
    .filter((person) => person.role === 'guest' && records.where(accounts, person.id).length === 0);
  return silent.length === 1 ? silent[0] : undefined;
}

/** One text for each account on a platform. */
export function accountKey(address: Pick<Address, 'platform' | 'account'>, user: string): string {
  return JSON.stringify([address.platform, address.account, user]);
}

/** The record of an account by its id alone, as it is or new, with another person behind it. */
function accountOf(records: Records, id: string, person: string): Account {
  const [platform, account, user] = z
    .tuple([z.string(), z.string(), z.string()])
    .parse(JSON.parse(id));
  const { met = false, informed } = records.get(accounts, id) ?? {};
  return { id, platform, account, user, person, met, ...(informed && { informed }) };
}

/**
 * Two people turn out to be one: `into` is as given here, speaks from the accounts of both, and has
 * done what either did; the other is gone.
 */
export function unite(
  from: string,
  into: Person,
  context: Pick<CommandContext, 'records' | 'now' | 'account' | 'merge'> & {
    readonly person: Pick<Person, 'id'>;
  },
): Outcome {
  const { records, now } = context;
  const moved = new Set(accountsOf(records, from).map((account) => account.id));
  if (from === context.person.id) moved.add(context.account);
  const lost = [from, into.id]
    .flatMap((id) => records.where(accounts, id))
    .filter((account) => account.unverified);
  const gone =
    records.get(people, from) === undefined
      ? []
      : [put(merged, { id: from, into: into.id, at: now })];
  return together(
    context.merge(from, into.id),
    remember(
      ...lost.map(({ id }) => remove(accounts, id)),
      ...[...moved].map((id) =>
        put(accounts, {
          ...accountOf(records, id, into.id),
          // They say the code in private, and its answer tells them.
          ...(id === context.account && { informed: true }),
        }),
      ),
      put(people, withPerson(people, into, from, into.id)),
      remove(people, from),
      ...gone,
    ),
  );
}

/** The accounts that a person speaks from. */
export function accountsOf(records: Records, person: string): readonly Account[] {
  return records.where(accounts, person).filter((account) => !account.unverified);
}

/** Whether anybody speaks as this person from an account of their own. */
export function isSpokenFor(records: Records, person: string): boolean {
  return accountsOf(records, person).some(({ user }) => !user.startsWith(BY_HAND));
}

/**
 * The members of whom it has to be asked whether an account is theirs that is known by its name
 * only; none when nobody has that name, or it was asked already.
 */
export function membersToConfirm(records: Records, id: string, name: string): readonly Person[] {
  const known = records.get(accounts, id);
  const role = known && !known.unverified ? records.get(people, known.person)?.role : undefined;
  if (role !== undefined && (role !== 'guest' || known?.vouched !== undefined)) return [];
  return records.where(people, nameKey(name)).filter((person) => person.role !== 'guest');
}

/**
 * Somebody vouches that an account is this person's, or that it is nobody's but a guest's of its
 * name. What it has done as a guest until now becomes the person's.
 */
export function vouch(
  id: string,
  as: Person | { readonly guest: string },
  context: DecisionContext & Pick<CommandContext, 'merge'>,
): Outcome {
  const { records, newId } = context;
  const known = records.get(accounts, id);
  const before = known && !known.unverified ? records.get(people, known.person) : undefined;
  if ('guest' in as) {
    const name = shownName(as.guest);
    const guest =
      before ??
      guestWithoutAccount(records, name) ??
      ({ id: newId(), name, role: 'guest' } satisfies Person);
    return remember(
      put(people, guest),
      put(accounts, { ...accountOf(records, id, guest.id), vouched: false }),
    );
  }
  return together(
    before?.role === 'guest' && before.id !== as.id
      ? unite(before.id, as, { ...context, person: before, account: id })
      : remember(),
    remember(put(accounts, { ...accountOf(records, id, as.id), vouched: true })),
  );
}

/** The person that somebody is now, who may have turned out to be another since. */
export function personNow(records: Records, id: string): string {
  const into = records.get(merged, id)?.into;
  return into === undefined ? id : personNow(records, into);
}
