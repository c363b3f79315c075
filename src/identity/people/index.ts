import { put, type Records, type Remember } from '../../core/collection.ts';
import type { Speaker } from '../../core/command.ts';
import { type Feature, feature } from '../../core/feature.ts';
import { keeps, stays } from '../../core/keeping.ts';
import { nameKey, shownName } from '../../core/names.ts';
import { remember } from '../../core/outcome.ts';
import { mayActAs, type Role } from '../../core/roles.ts';
import { plain, type Text } from '../../core/text.ts';
import type { Address, Incoming } from '../../ports/chat.ts';
import { unitOf } from '../alliance/index.ts';
import { peopleCommands } from './commands/index.ts';
import { aboutUnit, leavePeople } from './commands/shared/leaving.ts';
import {
  type Account,
  accounts,
  attempts,
  consents,
  contacts,
  joinings,
  merged,
  type Person,
  people,
} from './records.ts';
import { accountKey, accountsOf, guestWithoutAccount, personNow } from './rules/accounts.ts';
import type { Agreement } from './rules/agreement.ts';
import { joiningSubject, joiningsFor, settledWishes } from './rules/joinings.ts';
import type { NextStep } from './rules/next-step.ts';
import type { Party } from './rules/party.ts';
import { settledConsents } from './rules/published.ts';

export { isLastConvenor } from './commands/shared/leaving.ts';
export type { Account, Person } from './records.ts';
export { accounts, consents, contacts, people } from './records.ts';
export {
  accountKey,
  isSpokenFor,
  membersToConfirm as doubtful,
  personNow,
  unite,
  vouch,
} from './rules/accounts.ts';
export type { Agreement } from './rules/agreement.ts';
export { attempted, triedAs } from './rules/attempts.ts';
export { afterQuietHours, broadcastRows } from './rules/broadcast-rows.ts';
export { helperFor } from './rules/helper.ts';
export { identityOf } from './rules/identity.ts';
export type { NextStep } from './rules/next-step.ts';
export { withoutLiaison } from './rules/next-step.ts';
export { partyFor, partyId, speaksFor } from './rules/party.ts';
export { mayBeNamed, peopleHidden, published } from './rules/published.ts';
export { languageAt, type Rendered, render, renderView } from './rules/render.ts';
export { hiddenNamesText, personText as whoText } from './views.ts';

/**
 * Who speaks, and what they may do. Whoever sets up an alliance is told what comes `next`;
 * `agreements` are what else somebody may agree to by its number.
 */
export function peopleFeature(next: NextStep, agreements: readonly Agreement[] = []): Feature {
  return feature({
    name: 'people',
    collections: [people, accounts, attempts, merged, joinings, contacts, consents],
    commands: peopleCommands(next, agreements),
    spokenOf: [{ letter: 'wish', isAny: ({ records }) => records.all(joinings).length > 0 }],
    subjects: ({ records, person, now }) =>
      mayActAs(person.role, 'liaison')
        ? joiningsFor(person, records, now).map((one) => joiningSubject(one, records))
        : [],
    merge: (from, to, { records }) =>
      remember(...settledWishes(from, to, records), ...settledConsents(from, to, records)),
    keeps: [
      keeps({ collection: attempts, as: 'attempts', since: ({ last }) => last.at(-1)?.at }),
      // A wish that nobody answered.
      keeps({ collection: joinings, as: 'attempts', since: ({ at }) => at }),
    ],
    stays: [stays('person', people, accounts, merged, consents), stays('alliance', contacts)],
    leave: (person, { records }) => leavePeople(person, records),
    beforeLeaving: (person, { records }) => aboutUnit(person, records),
  });
}

/** The role of whoever speaks, without making anybody of them: an account never seen is a guest's. */
export function roleOf({ address, sender }: Incoming, records: Records): Role {
  const account = records.get(accounts, accountKey(address, sender.id));
  const person = account?.unverified ? undefined : account?.person;
  return (person === undefined ? undefined : records.get(people, person)?.role) ?? 'guest';
}

/**
 * Who speaks. Known by the account alone; an account that was never seen becomes a guest of its
 * display name, which is remembered when the command is. `isFirst`: they have never written to the
 * bot itself, from no account, since it tells what is kept.
 */
export function speakerOf(
  incoming: Incoming,
  records: Records,
  newId: () => string,
): { speaker: Speaker; isFirst: boolean; remember: readonly Remember[] } {
  const { address, sender } = incoming;
  const id = accountKey(address, sender.id);
  const bound = records.get(accounts, id);
  const known = bound?.unverified ? undefined : bound;
  const shown = shownName(sender.name);
  const person =
    (known && records.get(people, known.person)) ??
    guestWithoutAccount(records, shown) ??
    ({ id: newId(), name: shown, role: 'guest' } satisfies Person);
  const named = person.role === 'guest' ? { ...person, name: shown } : person;
  // What is entered by hand was not written to the bot itself.
  const isToBot = address.kind === 'private' && !incoming.byHand;
  const isFirst =
    isToBot &&
    known?.informed !== true &&
    !accountsOf(records, person.id).some(({ informed }) => informed);
  const account: Account = {
    ...known,
    id,
    person: person.id,
    platform: address.platform,
    account: address.account,
    user: sender.id,
    met: known?.met === true || isToBot,
    ...(isToBot && { informed: true }),
  };
  return {
    speaker: named,
    isFirst,
    remember: [
      ...(records.get(people, named.id)?.name === named.name ? [] : [put(people, named)]),
      ...(known?.person === account.person &&
      known.met === account.met &&
      known.informed === account.informed
        ? []
        : [put(accounts, account)]),
    ],
  };
}

/**
 * How a platform is for words in private: whether they may be the first ones, and whether it works
 * just now.
 */
interface Reach {
  readonly opensPrivate: boolean;
  readonly works: boolean;
}

/**
 * Where to write to a person in private: where it works now, the platform of `near` first. Only
 * where they, or the platform, allow it.
 */
export function privateAddress(
  records: Records,
  person: string,
  near: Pick<Address, 'platform' | 'account'> | undefined,
  reach: (own: Pick<Address, 'platform' | 'account'>) => Reach,
): Address | undefined {
  const reachable = accountsOf(records, person).filter((own) => own.met || reach(own).opensPrivate);
  const isNear = (own: Account) => own.platform === near?.platform && own.account === near.account;
  const worth = (own: Account) => (reach(own).works ? 2 : 0) + (isNear(own) ? 1 : 0);
  const [own] = reachable.toSorted((one, other) => worth(other) - worth(one));
  return own && { platform: own.platform, account: own.account, kind: 'private', chat: own.user };
}

/** @returns `无名` for somebody who is no longer known. */
export function nameOf(records: Records, person: string): string {
  return records.get(people, personNow(records, person))?.name ?? '无名';
}

/** A party as everybody may read it: the unit's short name, else the person's name. */
export function partyText({ unit: id, person }: Party, records: Records): Text {
  const unit = unitOf(records, id);
  if (id !== undefined) return plain(unit?.short[0] ?? unit?.name ?? '');
  return plain(nameOf(records, person ?? ''));
}

/**
 * Their name, with the unit where another person of these has the same name. Where `ids` are only
 * the first of many, `isOne` tells who is one of them.
 */
export function namesOf(
  records: Records,
  ids: readonly string[],
  isOne: (person: string) => boolean = () => false,
): readonly string[] {
  const found = ids.map((id) => {
    const name = nameOf(records, id);
    return { id, name, key: nameKey(name), unit: unitOf(records, records.get(people, id)?.unit) };
  });
  const known = new Set(ids);
  const times = new Map<string, number>();
  for (const { key } of found) times.set(key, (times.get(key) ?? 0) + 1);
  const isShared = (key: string) =>
    (times.get(key) ?? 0) > 1 ||
    records.where(people, key).some((other) => !known.has(other.id) && isOne(other.id));
  return found.map(({ name, key, unit }) =>
    unit && isShared(key) ? `${name}（${unit.short[0] ?? unit.name}）` : name,
  );
}

/** Everybody who is called so. */
export function peopleCalled(records: Records, name: string): readonly Person[] {
  return records.where(people, nameKey(name));
}

export function unitOfPerson(records: Records, person: string): string | undefined {
  return records.get(people, person)?.unit;
}

/** Everybody who is at least liaison. */
export function liaisonsOf(records: Records): readonly Person[] {
  return records.slice(people, 'byRight', 'liaison');
}

export function convenorsOf(records: Records): readonly Person[] {
  return records.slice(people, 'byRight', 'convenor');
}

/**
 * The person that a typed name means: the only member of that name, else the only guest, else
 * somebody without an account who was named before, else a new guest without an account.
 */
export function personCalled(
  records: Records,
  name: string,
  newId: () => string,
): { person: Person; remember: readonly Remember[] } {
  const shown = shownName(name);
  const sameName = records.where(people, nameKey(shown));
  const members = sameName.filter((person) => person.role !== 'guest');
  const only = members.length > 0 ? members : sameName;
  const known = only.length === 1 ? only[0] : guestWithoutAccount(records, shown);
  const person = known ?? ({ id: newId(), name: shown, role: 'guest' } satisfies Person);
  return { person, remember: known === undefined ? [put(people, person)] : [] };
}
