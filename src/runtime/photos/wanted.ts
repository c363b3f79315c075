import {
  type Collection,
  PHOTOS,
  put,
  type Records,
  type Remember,
} from '../../core/collection.ts';
import type { CommandContext } from '../../core/command.ts';
import { photos } from '../../core/records.ts';
import type { SentPhoto } from './recent.ts';

/**
 * The photos among these that a decision keeps, as wanted; one that was lost before is tried anew.
 */
export function wanted(
  decided: readonly Remember[],
  sent: readonly SentPhoto[],
  { records, now, person }: Pick<CommandContext, 'records' | 'now' | 'person'>,
): readonly Remember[] {
  const named = new Set(
    decided.flatMap(({ collection, record }) => (record && collection.photos?.(record)) ?? []),
  );
  return sent.flatMap(({ id, handle, from, message }) => {
    const known = records.get(photos, id);
    if (!named.has(id) || (known !== undefined && known.state !== 'lost')) return [];
    const at = known?.at ?? now;
    const by = person.id;
    return [
      put(photos, { id, state: 'wanted', at, since: now, handle, from: { ...from }, message, by }),
    ];
  });
}

/** The ids of all photos that records of these collections name. */
export function namedIn(collections: Iterable<Collection>, records: Records): ReadonlySet<string> {
  const named = new Set<string>();
  for (const collection of collections) {
    if (collection.photos === undefined) continue;
    for (const id of records.keys(collection, PHOTOS)) named.add(id);
  }
  return named;
}
