import { z } from 'zod';
import { groups } from '../alliance/index.ts';
import { type Collection, collection, put, type Records, type Remember, remove } from '../core/collection.ts';
import { addressKey, moment } from '../core/records.ts';
import { accountKey, accounts } from '../people/index.ts';
import type { Incoming } from '../ports/chat.ts';

/*
 * The partition that knows which alliance a group or an account belongs to, and when each alliance wants to be woken.
 * It is an index: everything in it but the clock follows from the alliances' own records.
 */

export const DIRECTORY = 'directory';

/** Group → the one alliance it belongs to. */
const places = collection('places', z.object({ id: z.string(), alliance: z.string() }));

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
    if (name === groups.name) return record === undefined ? [remove(places, id)] : [put(places, { id, alliance })];
    if (name !== accounts.name) return [];
    const before = directory.get(users, id)?.alliances ?? [];
    if ((record !== undefined) === before.includes(alliance)) return [];
    const alliances = record === undefined ? before.filter((one) => one !== alliance) : [...before, alliance];
    return [alliances.length > 0 ? put(users, { id, alliances }) : remove(users, id)];
  });
}

/**
 * The alliance that a message concerns: the group's; in private that of the speaker's account, or the only one there
 * is. Undefined when it is not known.
 */
export function allianceFor(incoming: Incoming, directory: Records, alliances: readonly string[]): string | undefined {
  if (incoming.address.kind === 'group') return directory.get(places, addressKey(incoming.address))?.alliance;
  const own = directory.get(users, accountKey(incoming.address, incoming.sender.id))?.alliances ?? [];
  return own[0] ?? (alliances.length === 1 ? alliances[0] : undefined);
}
