import type { Collection, Records } from '../../../core/collection.ts';
import { type Identity, valuesAt } from '../../../core/erasing.ts';
import { photos } from '../../../core/records.ts';
import { accounts, attempts, merged, people } from '../records.ts';

/** By what somebody can be known in an alliance's records; `collections` are those with photos. */
export function identityOf(
  person: string,
  collections: readonly Collection[],
  records: Records,
): Identity {
  const ids = [person, ...earlierIds(person, records)];
  const own = ids.flatMap((id) => records.where(accounts, id));
  const names = [
    records.get(people, person)?.name,
    ...own.flatMap(({ id, platform, user }) => [
      records.get(attempts, id)?.name,
      // Where a name is an account.
      platform === 'terminal' ? user : undefined,
    ]),
  ];
  return {
    ids,
    names: names.filter((name) => name !== undefined),
    accounts: own.map(({ id }) => id),
    users: own.map(({ user }) => user),
    photos: photosBy(ids, collections, records),
  };
}

/** The ids of those who turned out to be them. */
function earlierIds(person: string, records: Records): readonly string[] {
  return records
    .all(merged)
    .filter(({ into }) => into === person)
    .flatMap(({ id }) => [id, ...earlierIds(id, records)]);
}

/** Those that they sent; of earlier versions those in what they said. */
function photosBy(
  ids: readonly string[],
  collections: readonly Collection[],
  records: Records,
): ReadonlySet<string> {
  const sent = records.all(photos).filter(({ by }) => by !== undefined && ids.includes(by));
  const known = (id: string) => records.get(photos, id)?.by !== undefined;
  const said = collections.flatMap((collection) =>
    collection.photos === undefined
      ? []
      : records.all(collection).flatMap((record) => {
          const isTheirs = AUTHORS.some((path) =>
            valuesAt(record, path).some((one) => ids.includes(one)),
          );
          return isTheirs ? (collection.photos?.(record) ?? []).filter((id) => !known(id)) : [];
        }),
  );
  return new Set([...sent.map(({ id }) => id), ...said]);
}

/** The fields that name whoever said what a record holds. */
const AUTHORS = ['by', 'asker', 'reporter'];
