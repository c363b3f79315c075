import type { AnyRecord, Collection, Remember } from '../../src/core/collection.ts';
import { Memory } from '../../src/core/memory.ts';

/** Records that hold these, and nothing else. */
export function holding(collections: readonly Collection[], ...there: readonly Remember[]): Memory {
  const records = new Memory('test', collections, new Map(), () => {});
  records.apply(there);
  return records;
}

/** What an index should say, computed from all records. */
export function plainly<R extends AnyRecord>(
  all: readonly R[],
  { by, sum, order }: NonNullable<Collection<R>['indexes']>[string],
  key: string,
) {
  const under = all.filter((record) => [by(record)].flat().includes(key));
  const sorted = order === undefined ? under : under.toSorted((a, b) => order(a) - order(b));
  return {
    list: sorted,
    sum: under.reduce((total, record) => total + (sum?.(record) ?? 0), 0),
    before: (place: number) => under.filter((record) => (order?.(record) ?? 0) < place).length,
  };
}
