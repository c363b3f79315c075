import { createHash } from 'node:crypto';
import { migrations, newestVersion } from '../../adapters/durable/migrations.ts';
import { DIRECTORY } from '../../src/identity/directory-index.ts';
import type { Change, Store, StoreReader } from '../../src/ports/store.ts';
import { changeOf, type Progress } from '../backup/content.ts';

/** So many records are put with one commit. */
const AT_ONCE = 500;
/**
 * Stands in a store while it is filled. It has not the shape of a record of the clock, so no bot
 * starts there, and whoever tries reads what to do.
 */
const UNDER_WAY = { partition: DIRECTORY, collection: 'clock' };
const ID = 'npm run move was interrupted, run it again';

/** What a partition holds, so that two stores can be compared. */
export interface Sum {
  readonly partition: string;
  readonly records: number;
  readonly digest: string;
}

/** The records of a partition, as they are put. */
async function changesOf(store: StoreReader, partition: string): Promise<readonly Change[]> {
  const version = newestVersion(migrations);
  const content = await store.load(partition);
  return [...content].flatMap(([collection, records]) =>
    records
      .filter((record) => record.id !== ID)
      .map((record) => changeOf({ partition, collection, record }, version)),
  );
}

/** What each partition holds, of those that hold something. */
export async function sumsOf(store: StoreReader, progress: Progress): Promise<readonly Sum[]> {
  const names = [...(await store.partitions())].toSorted();
  const sums: Sum[] = [];
  for (const [at, partition] of names.entries()) {
    const changes = await changesOf(store, partition);
    if (changes.length > 0)
      sums.push({ partition, records: changes.length, digest: digestOf(changes) });
    progress(at + 1, names.length);
  }
  return sums;
}

/** Whether two stores hold the same records, those of each shard in the same order. */
export function areSame(one: readonly Sum[], other: readonly Sum[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function digestOf(changes: readonly Change[]): string {
  const shards = new Map<string, ReturnType<typeof createHash>>();
  for (const change of changes) {
    const key = `${change.collection}.${change.shard ?? ''}`;
    const hash = shards.get(key) ?? createHash('sha256');
    shards.set(key, hash);
    if ('put' in change) hash.update(`${JSON.stringify(sorted(change.put))}\n`);
  }
  const lines = [...shards].map(([key, hash]) => `${key} ${hash.digest('hex')}\n`).toSorted();
  return createHash('sha256').update(lines.join('')).digest('hex');
}

/** With the fields of each object in one order: a store may keep another. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return fields.map(([name, field]) => [name, sorted(field)]);
}

/** Whether an earlier move ended in the middle of filling a store. */
export async function isHalfFilled(store: StoreReader): Promise<boolean> {
  const content = await store.load(UNDER_WAY.partition);
  return content.get(UNDER_WAY.collection)?.some(({ id }) => id === ID) === true;
}

/**
 * Puts all records of one store into another that is empty, or half filled by an earlier try: that
 * is taken back first.
 */
export async function copy(
  from: StoreReader,
  to: Store,
  records: number,
  progress: Progress,
): Promise<void> {
  await clear(to);
  await to.commit([{ ...UNDER_WAY, put: { id: ID } }]);
  let done = 0;
  for (const partition of await from.partitions())
    for (const some of inParts(await changesOf(from, partition))) {
      await to.commit(some);
      done += some.length;
      progress(done, records);
    }
}

/** From now on a bot may start over it. */
export async function finish(store: Store): Promise<void> {
  await store.commit([{ ...UNDER_WAY, remove: ID }]);
}

async function clear(store: Store): Promise<void> {
  if (!(await isHalfFilled(store))) return;
  for (const partition of await store.partitions())
    for (const some of inParts(await changesOf(store, partition))) {
      const removed = some.flatMap((one) =>
        'put' in one ? [{ ...placeOf(one), remove: one.put.id }] : [],
      );
      await store.commit(removed);
    }
  // No name of what is gone is to be taken for an alliance.
  await store.commit([{ ...UNDER_WAY, remove: ID }]);
  await store.erase();
}

function placeOf({ partition, collection, shard }: Change) {
  return { partition, collection, ...(shard === undefined ? {} : { shard }) };
}

function* inParts(changes: readonly Change[]): Iterable<readonly Change[]> {
  for (let at = 0; at < changes.length; at += AT_ONCE) yield changes.slice(at, at + AT_ONCE);
}
