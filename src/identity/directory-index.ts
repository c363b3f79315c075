import { put, type Records, type Remember, remove } from '../core/collection.ts';
import { addressKey } from '../core/records.ts';
import type { Address, Incoming } from '../ports/chat.ts';
import { type Alliance, alliances, type Group, groups } from './alliance/index.ts';
import { accountAlliances, allianceNames, currentOf, groupAlliances } from './directory/index.ts';
import { accountKey, accounts } from './people/index.ts';

/*
 * The directory is the partition that knows which alliance a group or an account belongs to. It is an
 * index over the records of the alliances and changes in the same commit as they do.
 */

/** Name of the directory's partition. What is decided where no alliance is concerned is kept there too. */
export const DIRECTORY = 'directory';

/** What the directory has to change when an alliance remembers something. */
export function indexChanges(
  alliance: string,
  changes: readonly Remember[],
  directory: Records,
): readonly Remember[] {
  return changes.flatMap(({ collection: { name }, id, record }) => {
    if (name === groups.name)
      return indexGroup(alliance, id, record as Group | undefined, directory);
    if (name === alliances.name && record)
      return [put(allianceNames, { id: alliance, name: (record as Alliance).name })];
    if (name !== accounts.name) return [];
    const before = directory.get(accountAlliances, id) ?? { id, alliances: [] };
    if ((record !== undefined) === before.alliances.includes(alliance)) return [];
    const others = before.alliances.filter((one) => one !== alliance);
    const now = record === undefined ? others : [...others, alliance];
    return [
      now.length > 0
        ? put(accountAlliances, { ...before, alliances: now })
        : remove(accountAlliances, id),
    ];
  });
}

function indexGroup(
  alliance: string,
  group: string,
  record: Group | undefined,
  directory: Records,
): readonly Remember[] {
  const at = record && addressKey(record.address);
  const left = directory.where(groupAlliances, group).filter((place) => place.id !== at);
  const moved = left.map((place) => remove(groupAlliances, place.id));
  if (at === undefined) return moved;
  return [
    ...moved,
    put(groupAlliances, at === group ? { id: at, alliance } : { id: at, alliance, group }),
  ];
}

/** The alliance that a group belongs to. */
export function allianceAt(address: Address, directory: Records): string | undefined {
  return directory.get(groupAlliances, addressKey(address))?.alliance;
}

/** The alliances that have groups with some accounts of the bot. */
export function alliancesOn(
  isMeant: (own: Pick<Address, 'platform' | 'account'>) => boolean,
  directory: Records,
): readonly string[] {
  const there = directory.all(groupAlliances).filter(({ id }) => isMeant(ownOf(id)));
  return [...new Set(there.map(({ alliance }) => alliance))];
}

/** The platform and the bot's account in a place's key, which `addressKey` made. */
function ownOf(place: string): Pick<Address, 'platform' | 'account'> {
  const [platform, account] = JSON.parse(place) as [string, string];
  return { platform, account };
}

/**
 * The alliance that a message concerns: the group's; in private the one that the chat is about, or
 * the only one there is for somebody whom none knows. Undefined when it is not known.
 */
export function allianceOfMessage(
  incoming: Incoming,
  directory: Records,
  known: readonly string[],
): string | undefined {
  if (incoming.address.kind === 'group') return allianceAt(incoming.address, directory);
  const account = accountKey(incoming.address, incoming.sender.id);
  if (directory.get(accountAlliances, account) !== undefined) return currentOf(directory, account);
  return known.length === 1 ? known[0] : undefined;
}
