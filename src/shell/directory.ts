import { z } from 'zod';
import { type Group, groups } from '../alliance/index.ts';
import { type Collection, collection, put, type Records, type Remember, remove } from '../core/collection.ts';
import { addressKey, moment } from '../core/records.ts';
import { accountKey, accounts } from '../people/index.ts';
import type { Address, Incoming } from '../ports/chat.ts';

/*
 * The partition that knows which alliance a group or an account belongs to, and when each alliance wants to be woken.
 * It is an index: everything in it but the clock follows from the alliances' own records.
 */

export const DIRECTORY = 'directory';

/** Address of a group → the one alliance it belongs to, and the group's id where that is not its address. */
const places = collection('places', z.object({ id: z.string(), alliance: z.string(), group: z.string().optional() }), {
  key: (place) => place.group ?? place.id,
});

/** Account → the alliances whose people speak from it. */
const users = collection('users', z.object({ id: z.string(), alliances: z.array(z.string()) }));

/** Alliance → a moment that is never later than its next due one. */
export const wakes = collection('wakes', z.object({ id: z.string(), at: moment }));

/** The newest moment the process is known to have lived in; one record, `clock`. */
export const clockSeen = collection('clock', z.object({ id: z.literal('clock'), at: moment }));

export const directoryCollections: readonly Collection[] = [places, users, wakes, clockSeen];

/** What the directory has to change when an alliance remembers something. */
export function indexed(alliance: string, changes: readonly Remember[], directory: Records): readonly Remember[] {
  return changes.flatMap(({ collection: { name }, id, record }) => {
    if (name === groups.name) return placed(alliance, id, record as Group | undefined, directory);
    if (name !== accounts.name) return [];
    const before = directory.get(users, id)?.alliances ?? [];
    if ((record !== undefined) === before.includes(alliance)) return [];
    const alliances = record === undefined ? before.filter((one) => one !== alliance) : [...before, alliance];
    return [alliances.length > 0 ? put(users, { id, alliances }) : remove(users, id)];
  });
}

function placed(alliance: string, group: string, record: Group | undefined, directory: Records): readonly Remember[] {
  const at = record && addressKey(record.address);
  const left = directory.where(places, group).filter((place) => place.id !== at);
  const moved = left.map((place) => remove(places, place.id));
  if (at === undefined) return moved;
  return [...moved, put(places, at === group ? { id: at, alliance } : { id: at, alliance, group })];
}

/** The alliance that a group belongs to. */
export function allianceAt(address: Address, directory: Records): string | undefined {
  return directory.get(places, addressKey(address))?.alliance;
}

/** The alliances whose people speak from an account. */
export function alliancesOf(account: string, directory: Records): readonly string[] {
  return directory.get(users, account)?.alliances ?? [];
}

/**
 * The alliance that a message concerns: the group's; in private that of the speaker's account, or the only one there
 * is. Undefined when it is not known.
 */
export function allianceFor(incoming: Incoming, directory: Records, alliances: readonly string[]): string | undefined {
  if (incoming.address.kind === 'group') return allianceAt(incoming.address, directory);
  const own = alliancesOf(accountKey(incoming.address, incoming.sender.id), directory);
  return own[0] ?? (alliances.length === 1 ? alliances[0] : undefined);
}
