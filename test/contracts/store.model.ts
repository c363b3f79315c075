import fc from 'fast-check';
import { expect } from 'vitest';
import { type Change, CommitFailed, type Store } from '../../src/ports/store.ts';

/** What a store stands on; it outlives the stores that are opened on it. */
export interface Ground {
  open(): Promise<Store>;
  /** Whether the disk refuses to write from now on. */
  refuseWrites(refuse: boolean): void;
  remove(): Promise<void>;
}

/** Random commits, failures and reopenings: in the end the store holds what a plain map holds. */
export async function likeAMap(prepare: () => Promise<Ground>): Promise<void> {
  const name = fc.constantFrom('p', 'q', 'r');
  const change = fc.record(
    {
      partition: name,
      collection: name,
      shard: fc.constantFrom('s', 't'),
      id: fc.constantFrom('a', 'b', '__proto__'),
      n: fc.nat(),
    },
    { requiredKeys: ['partition', 'collection', 'id'] },
  );
  const step = fc.oneof(
    { weight: 6, arbitrary: fc.array(fc.array(change, { maxLength: 5 }), { minLength: 1, maxLength: 6 }) },
    { weight: 1, arbitrary: fc.constant('reopen' as const) },
    { weight: 1, arbitrary: fc.constant('fail' as const) },
  );
  const property = fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
    const place = await prepare();
    const model = new Map<string, string>();
    let store = await place.open();
    let count = 0;
    for (const current of steps) {
      if (current === 'reopen') {
        await store.close();
        store = await place.open();
      } else if (current === 'fail') {
        place.refuseWrites(true);
        await expect(store.commit([{ partition: 'p', collection: 'p', put: { id: 'lost' } }])).rejects.toThrow(
          CommitFailed,
        );
        place.refuseWrites(false);
        await store.recover();
      } else {
        const committed = current.map((drawn) => store.commit(drawn.map(changeOf)));
        for (const drawn of current.flat()) note(model, drawn);
        expect(await Promise.all(committed)).toEqual(current.map(() => ++count));
      }
    }
    const loaded = new Map<string, string>();
    for (const partition of await store.partitions()) {
      for (const [collection, records] of await store.load(partition)) {
        // An id may stand in one shard of a collection only, so the record tells its own.
        for (const record of records) {
          loaded.set(`${partition}/${collection}/${record['shard'] ?? ''}/${record.id}`, JSON.stringify(record));
        }
      }
    }
    expect(loaded).toEqual(model);
    await store.close();
    await place.remove();
  });
  await fc.assert(property, { numRuns: 25 });
}

interface Drawn {
  readonly partition: string;
  readonly collection: string;
  readonly shard?: string;
  readonly id: string;
  /** Left out: a removal. */
  readonly n?: number;
}

function changeOf({ partition, collection, shard, id, n }: Drawn): Change {
  const place = { partition, collection, ...(shard === undefined ? {} : { shard }) };
  return n === undefined ? { ...place, remove: id } : { ...place, put: { id, n, shard } };
}

function note(model: Map<string, string>, { partition, collection, shard, id, n }: Drawn): void {
  const key = `${partition}/${collection}/${shard ?? ''}/${id}`;
  if (n === undefined) model.delete(key);
  else model.set(key, JSON.stringify({ id, n, shard }));
}
