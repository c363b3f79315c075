import { z } from 'zod';
import { put, type Records, type Remember, remove } from '../../core/collection.ts';
import type { CommandContext, DecisionContext } from '../../core/command.ts';
import { fold } from '../../core/line.ts';
import { nameKey, shownName } from '../../core/names.ts';
import { type Outcome, remember, together } from '../../core/outcome.ts';
import { mayActAs, type Role } from '../../core/roles.ts';
import type { Text } from '../../core/text.ts';
import { DAY } from '../../core/time.ts';
import { BY_HAND } from '../../ports/by-hand.ts';
import type { Address, Incoming } from '../../ports/chat.ts';
import { type Unit, units } from '../alliance/index.ts';
import type { Grant } from '../codes/index.ts';
import {
  type Account,
  type Attempts,
  accounts,
  attempts,
  type Joining,
  joinings,
  merged,
  type Person,
  people,
} from './records.ts';

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

/** How many attempts of an account are kept, and of how many accounts. */
const ATTEMPTS_KEPT = 10;
const ACCOUNTS_KEPT = 200;

/** Remembers that an account tried what it may not; of many the oldest are forgotten. */
export function attempted(
  { address, sender }: Pick<Incoming, 'address' | 'sender'>,
  command: string,
  records: Records,
  now: number,
): readonly Remember[] {
  const id = accountKey(address, sender.id);
  const before = records.get(attempts, id);
  const last = [...(before?.last ?? []), { command, at: now, where: address.kind }].slice(
    -ATTEMPTS_KEPT,
  );
  const all = records.all(attempts);
  const oldest = before === undefined && all.length >= ACCOUNTS_KEPT ? leastRecent(all) : undefined;
  const kept = put(attempts, {
    id,
    name: shownName(sender.name),
    count: (before?.count ?? 0) + 1,
    last,
  });
  return oldest === undefined ? [kept] : [remove(attempts, oldest.id), kept];
}

function leastRecent(all: readonly Attempts[]): Attempts | undefined {
  const newest = (one: Attempts) => one.last.at(-1)?.at ?? 0;
  return all.reduce<Attempts | undefined>(
    (old, one) => (old && newest(old) <= newest(one) ? old : one),
    undefined,
  );
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
  const met = records.get(accounts, id)?.met === true;
  return { id, platform, account, user, person, met };
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
      ...[...moved].map((id) => put(accounts, accountOf(records, id, into.id))),
      put(people, into),
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
export function doubtful(records: Records, id: string, name: string): readonly Person[] {
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

/** What a decision does itself about what an alliance that is being set up lacks. */
interface Done {
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
export type NextStep = (records: Records, done?: Done) => Text | undefined;

/** The units for which nobody acts yet from an account of theirs. */
export function withoutLiaison(records: Records, more: readonly Unit[] = []): readonly Unit[] {
  const all = new Map([...records.all(units), ...more].map((unit) => [unit.id, unit]));
  const acting = records
    .all(people)
    .filter(({ id, role }) => mayActAs(role, 'liaison') && isSpokenFor(records, id));
  return [...all.values()].filter((unit) => !acting.some((person) => person.unit === unit.id));
}

/** How long a wish to join a unit waits for an answer. */
const JOINING_WAITS = 7 * DAY;

/** Who answers for a unit: its liaisons that have an account, else the convenors. */
export function approversOf(unit: string, records: Records): readonly Person[] {
  const all = records.all(people).filter((one) => accountsOf(records, one.id).length > 0);
  const liaisons = all.filter((one) => one.role === 'liaison' && one.unit === unit);
  return liaisons.length > 0 ? liaisons : all.filter((one) => one.role === 'convenor');
}

/** The wishes to join that somebody may answer. */
export function joiningsFor(
  person: Pick<Person, 'role' | 'unit'>,
  records: Records,
  now: number,
): readonly Joining[] {
  const open = records.all(joinings).filter(({ at }) => now - at < JOINING_WAITS);
  return open.filter(({ unit }) => person.role === 'convenor' || unit === person.unit);
}

/** Those of some that are meant by a number or a name; all where nothing was said. */
export function joiningsMeant(
  all: readonly Joining[],
  who: string | undefined,
  records: Records,
): readonly Joining[] {
  if (who === undefined) return all;
  const number = Number(fold(who));
  if (Number.isInteger(number)) return all.filter((one) => one.number === number);
  return all.filter((one) => nameKey(records.get(people, one.id)?.name ?? '') === nameKey(who));
}
