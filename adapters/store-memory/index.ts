import { type Change, CommitFailed, type Store, type StoredRecord } from '../../src/ports/store.ts';
import { Commits } from '../durable/commits.ts';
import { type Edit, editOf } from '../durable/edit.ts';

/**
 * What a memory store keeps its records on: it outlives the store, so that a test can stop and
 * start again.
 */
export class MemoryDisk {
  /** While true no commit becomes durable, as on a full disk. */
  full = false;
  /** How many commits it holds. */
  commits = 0;
  /** Partition → place → id → the JSON of the record. */
  readonly partitions = new Map<
    string,
    Map<string, { collection: string; records: Map<string, string> }>
  >();
}

/**
 * A store without files, for tests and for trying things out; it keeps every promise but the one
 * about power cuts.
 */
export function memoryStore(disk: MemoryDisk = new MemoryDisk()): Store {
  const commits = new Commits<readonly Edit[]>(async (batch) => {
    if (disk.full) throw Object.assign(new Error('The disk is full.'), { code: 'ENOSPC' });
    const first = disk.commits + 1;
    disk.commits += batch.length;
    for (const edit of batch.flat()) keep(disk, edit);
    return first;
  });
  let closed = false;
  const checkOpen = () => {
    if (closed) throw new Error('The store is closed.');
  };

  return {
    async partitions() {
      checkOpen();
      return [...disk.partitions.keys()];
    },

    async load(partition) {
      checkOpen();
      const content = new Map<string, StoredRecord[]>();
      for (const { collection, records } of disk.partitions.get(partition)?.values() ?? []) {
        const read = Array.from(records.values(), (text) => JSON.parse(text) as StoredRecord);
        content.set(collection, (content.get(collection) ?? []).concat(read));
      }
      return content;
    },

    unsettledSince: undefined,

    placeOf: (partition, collection, id) => `${partition}/${collection}, ${id}`,

    commit: (changes: readonly Change[]) => commits.add(() => changes.map(editOf)),

    async erase() {
      checkOpen();
      await commits.idle();
    },

    async recover() {
      checkOpen();
      await commits.idle();
      commits.accept();
    },

    async close() {
      closed = true;
      commits.end(new CommitFailed('The store is closed.'));
      await commits.idle();
    },
  };
}

function keep(disk: MemoryDisk, { place, id, text }: Edit): void {
  const { partition, collection, shard = '' } = place;
  const places = disk.partitions.get(partition) ?? new Map();
  disk.partitions.set(partition, places);
  // No name holds a dot, so no two places share this key.
  const table = places.get(`${collection}.${shard}`) ?? { collection, records: new Map() };
  places.set(`${collection}.${shard}`, table);
  if (text === undefined) table.records.delete(id);
  else table.records.set(id, text);
}
