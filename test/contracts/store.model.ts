import fc from 'fast-check';
import { expect } from 'vitest';
import { type Change, CommitFailed, type Store, type StoredRecord } from '../../src/ports/store.ts';

/** What a store stands on; it outlives the stores that are opened on it. */
export interface Ground {
  open(): Promise<Store>;
  /** Whether the disk refuses to write from now on. */
  refuseWrites(refuse: boolean): void;
  remove(): Promise<void>;
  /** Where its files lie; it has none where this is missing. */
  readonly folder?: string;
}

/**
 * Random commits, failures, reopenings, and places that are emptied: in the end the store holds
 * what a map holds.
 */
export async function likeAMap(prepare: () => Promise<Ground>): Promise<void> {
  const name = fc.constantFrom('p', 'q', 'r');
  const place = { partition: name, collection: name, shard: fc.constantFrom('s', 't') };
  const change = fc.record(
    { ...place, id: fc.constantFrom('a', 'b', '__proto__'), n: fc.nat() },
    { requiredKeys: ['partition', 'collection', 'id'] },
  );
  const step = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.array(fc.array(change, { maxLength: 5 }), { minLength: 1, maxLength: 6 }),
    },
    { weight: 1, arbitrary: fc.constant('reopen' as const) },
    { weight: 1, arbitrary: fc.constant('fail' as const) },
    {
      weight: 2,
      arbitrary: fc.record({ emptied: fc.record(place, { requiredKeys: ['partition'] }) }),
    },
  );
  const property = fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
    const ground = await prepare();
    const model = new Map<string, Drawn>();
    let store = await ground.open();
    let last = 0;
    for (const current of steps) {
      if (current === 'reopen') {
        await store.close();
        store = await ground.open();
      } else if (current === 'fail') {
        ground.refuseWrites(true);
        await expect(
          store.commit([{ partition: 'p', collection: 'p', put: { id: 'lost' } }]),
        ).rejects.toThrow(CommitFailed);
        ground.refuseWrites(false);
        await store.recover();
      } else if ('emptied' in current) {
        const removals = [...model.values()]
          .filter((drawn) => fits(drawn, current.emptied))
          .map(({ n: _, ...removal }) => removal);
        for (const removal of removals) note(model, removal);
        await store.commit(removals.map(changeOf));
      } else {
        const committed = current.map((drawn) => store.commit(drawn.map(changeOf)));
        for (const drawn of current.flat()) note(model, drawn);
        const numbers = await Promise.all(committed);
        expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
        expect(numbers[0]).toBeGreaterThanOrEqual(last);
        last = numbers.at(-1) ?? last;
      }
    }
    await expectLike(model, store);
    await store.close();
    store = await ground.open();
    await expectLike(model, store);
    await store.close();
    await ground.remove();
  });
  await fc.assert(property, { numRuns: 25 });
}

async function expectLike(model: ReadonlyMap<string, Drawn>, store: Store): Promise<void> {
  const loaded = new Map<string, StoredRecord>();
  for (const partition of await store.partitions()) {
    for (const [collection, records] of await store.load(partition)) {
      // An id may stand in one shard of a collection only, so the record tells its own.
      for (const record of records)
        loaded.set(`${partition}/${collection}/${record['shard'] ?? ''}/${record.id}`, record);
    }
  }
  const expected = Array.from(model, ([key, { id, n, shard }]) => [key, { id, n, shard }] as const);
  expect(loaded).toEqual(new Map(expected));
}

interface Drawn {
  readonly partition: string;
  readonly collection: string;
  readonly shard?: string;
  readonly id: string;
  /** Left out: a removal. */
  readonly n?: number;
}

/**
 * Whether a record lies in a partition, and in the collection and the shard of it if they are
 * named.
 */
function fits(drawn: Drawn, part: Partial<Drawn>): boolean {
  return Object.entries(part).every(([field, value]) => drawn[field as keyof Drawn] === value);
}

function changeOf({ partition, collection, shard, id, n }: Drawn): Change {
  const place = { partition, collection, ...(shard === undefined ? {} : { shard }) };
  return n === undefined ? { ...place, remove: id } : { ...place, put: { id, n, shard } };
}

function note(model: Map<string, Drawn>, drawn: Drawn): void {
  const { partition, collection, shard, id, n } = drawn;
  const key = `${partition}/${collection}/${shard ?? ''}/${id}`;
  if (n === undefined) model.delete(key);
  else model.set(key, drawn);
}
