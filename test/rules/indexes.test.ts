import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  type Collection,
  collection,
  keysOf,
  put,
  type Records,
  type Remember,
  remove,
} from '../../src/core/collection.ts';
import { Memory } from '../../src/core/memory.ts';
import { OverlayRecords } from '../../src/core/overlay-records.ts';
import { pipelineCollections } from '../../src/core/records.ts';
import { features } from '../../src/features/index.ts';
import { recordsFor } from '../support/arbitrary-record.ts';
import { holding, plainly } from '../support/records.ts';

/*
 * What is kept of a collection while records come and go is what one gets by looking through all of
 * them.
 */

const things = collection(
  'things',
  z.object({ id: z.string(), place: z.string(), tags: z.array(z.string()), size: z.int() }),
  {
    key: ({ place }) => place,
    indexes: {
      bySize: { by: ({ place }) => place, sum: ({ size }) => size, order: ({ size }) => size },
      byTag: { by: ({ tags }) => tags, sum: ({ size }) => size },
    },
  },
);

/** `overlaid` where the records lie in an overlay, in which those that are changed come last. */
function expectInStep(records: Records, one: Collection): void {
  const all = records.all(one);
  for (const [name, index] of Object.entries(one.indexes ?? {})) {
    const keys = new Set(all.flatMap((record) => keysOf(index, record)));
    expect(new Set(records.keys(one, name))).toEqual(keys);
    for (const key of [...keys, 'nowhere']) {
      const { list, sum, before } = plainly(all, index, key);
      expect(records.slice(one, name, key)).toEqual(list);
      expect(records.count(one, name, key)).toBe(list.length);
      expect(records.sum(one, name, key)).toBe(sum);
      for (const [from, to] of SLICES)
        expect(records.slice(one, name, key, from, to)).toEqual(list.slice(from, to));
      for (const place of [0, 1, 3])
        expect(records.countBefore(one, name, key, place)).toBe(before(place));
    }
  }
}

const SLICES = [
  [0, 1],
  [1, 3],
  [-1, undefined],
  [-2, undefined],
  [2, undefined],
] as const;

/** Puts and removals, so few that some of them concern the same record. */
function changesOf(one: Collection): fc.Arbitrary<readonly Remember[]> {
  const record = recordsFor(one);
  const change = fc.oneof(
    { weight: 3, arbitrary: record.map((made) => put(one, made)) },
    record.map(({ id }) => remove(one, id)),
  );
  return fc.array(change, { maxLength: 12 });
}

/** What makes the records as they were before some changes. */
function undone(records: Records, changes: readonly Remember[]): readonly Remember[] {
  return changes.map(({ collection: where, id }) => {
    const before = records.get(where, id);
    return before === undefined ? remove(where, id) : put(where, before);
  });
}

const indexed = [
  things,
  ...[...features.flatMap((one) => [...one.collections, ...one.directory]), ...pipelineCollections],
].filter(({ indexes = {} }) => Object.keys(indexes).length > 0) as readonly Collection[];

describe('the indexes', () => {
  test.each(indexed.map((one) => [one.name, one] as const))(
    'of %s are what all records come to, after any changes, taken back, and read again',
    (_, one) => {
      fc.assert(
        fc.property(changesOf(one), changesOf(one), changesOf(one), (first, second, drafted) => {
          const records = holding([one], ...first);
          expectInStep(records, one);
          const back = undone(records, second);
          const before = records.all(one);
          records.apply(second);
          expectInStep(records, one);

          const draft = new OverlayRecords(records);
          draft.apply(drafted);
          expectInStep(draft, one);
          expectInStep(records, one);

          const content = new Map([[one.name, [...records.all(one)]]]);
          expectInStep(new Memory('test', [one], content, () => {}), one);

          records.apply(back);
          expectInStep(records, one);
          expect(new Set(records.all(one))).toEqual(new Set(before));
        }),
        { numRuns: 30 },
      );
    },
  );

  test('stay in order when there are many, and are read from anywhere', () => {
    const size = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(fc.array(size, { minLength: 1_500, maxLength: 2_000 }), (sizes) => {
        const made = sizes.map((one, at) => ({ id: `${at}`, place: 'p', tags: [], size: one }));
        const gone = made.filter(({ size: one }) => one % 3 === 0);
        const records = holding([things], ...made.map((one) => put(things, one)));
        records.apply(gone.map(({ id }) => remove(things, id)));
        records.apply(made.slice(-200).map((one) => put(things, { ...one, size: 401 - one.size })));
        const list = records.all(things).toSorted((a, b) => a.size - b.size);
        expect(records.slice(things, 'bySize', 'p')).toEqual(list);
        expect(records.slice(things, 'bySize', 'p', 700, 710)).toEqual(list.slice(700, 710));
        expect(records.countBefore(things, 'bySize', 'p', 200)).toBe(
          list.filter((one) => one.size < 200).length,
        );
      }),
      { numRuns: 10 },
    );
  });

  test('an index that no collection declares is refused', () => {
    const records = holding([things]);
    expect(() => records.count(things as Collection, 'byColour', 'red')).toThrow('byColour');
    expect(() => new OverlayRecords(records).count(things as Collection, 'byColour', '')).toThrow();
  });
});
