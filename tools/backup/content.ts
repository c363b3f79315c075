import type { Entry, Head, readArchive } from '../../adapters/backup/index.ts';
import { MemoryBlobs } from '../../adapters/blobs-memory/index.ts';
import { systemClock, systemRandom } from '../../adapters/clock-system/index.ts';
import { migrate, migrations } from '../../adapters/durable/migrations.ts';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { createBot } from '../../src/bot.ts';
import type { Collection } from '../../src/core/collection.ts';
import { pipelineCollections } from '../../src/core/records.ts';
import { features } from '../../src/features/index.ts';
import type { Change, Store, StoreReader } from '../../src/ports/store.ts';

/** How far long work has come. */
export type Progress = (done: number, all: number) => void;

const collections: ReadonlyMap<string, Collection> = new Map(
  [...features.flatMap((one) => one.collections), ...pipelineCollections].map((one) => [
    one.name,
    one as Collection,
  ]),
);

/** So many records are put with one commit. */
const AT_ONCE = 500;

/** Everything that a store holds, as the entries of a backup. */
export async function recordsIn(store: StoreReader): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for (const partition of await store.partitions())
    for (const [collection, records] of await store.load(partition))
      for (const record of records) entries.push({ partition, collection, record });
  return entries;
}

/**
 * Puts the records of a backup into an empty store. @returns the photos that it names, as
 * `<partition>/<name>`.
 */
export async function fill(
  store: Pick<Store, 'commit'>,
  { path, head, entries }: { path: string; head: Head; entries: ReturnType<typeof readArchive> },
  progress: Progress = () => {},
): Promise<readonly { readonly partition: string; readonly name: string }[]> {
  const photos: { partition: string; name: string }[] = [];
  let changes: Change[] = [];
  let done = 0;
  const commit = async () => {
    if (changes.length > 0) await store.commit(changes);
    done += changes.length;
    progress(done, head.records);
    changes = [];
  };
  for await (const entry of entries) {
    if ('photo' in entry) photos.push({ partition: entry.partition, name: entry.photo });
    else changes.push(changeOf(entry, head.version));
    if (changes.length >= AT_ONCE) await commit();
  }
  await commit();
  if (done !== head.records || photos.length !== head.photos)
    throw new Error(`${path} says ${head.records} records and holds ${done}`);
  return photos;
}

/** A record as it was in some version, to be put. */
export function changeOf(
  { partition, collection, record }: Extract<Entry, { record: unknown }>,
  version: number,
): Change {
  const known = collections.get(collection);
  const put = migrate(record, version, { partition, collection, shard: undefined }, migrations);
  const shard = known?.shard?.(put as never);
  return { partition, collection, put, ...(shard === undefined ? {} : { shard }) };
}

/**
 * Opens a store as the bot would, and lets go of it.
 * @throws StoreDamaged when a record has not the shape that it should have.
 */
export async function tryOpening(store: Store): Promise<void> {
  const bot = createBot({
    features,
    chats: [],
    store,
    blobs: new MemoryBlobs(),
    clock: systemClock(),
    random: systemRandom,
    log: silentLog,
    onFatal: (error) => {
      throw error;
    },
  });
  try {
    await bot.open();
  } finally {
    await bot.stop();
  }
}
