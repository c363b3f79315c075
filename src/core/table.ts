import { type AnyRecord, type Collection, type Index, keysOf } from './collection.ts';
import { type Row, SortedRows } from './sorted-rows.ts';

const NOTHING = new SortedRows(undefined);

/** One index of a table, kept in step with its records. */
class KeptIndex {
  /** Most keys of many indexes have one row: it stands there alone. */
  private readonly groups = new Map<string, Row | SortedRows>();
  private readonly index: Index;
  private readonly orderOf: ((record: AnyRecord) => number) | undefined;

  constructor(index: Index) {
    this.index = index;
    this.orderOf = index.order && ((record) => index.order?.(record) ?? 0);
  }

  /** The rows under a key; they are only read. */
  under(key: string): SortedRows {
    const known = this.groups.get(key);
    if (known === undefined) return NOTHING;
    return known instanceof SortedRows ? known : this.groupOf(known);
  }

  /** How many rows there are under a key. */
  count(key: string): number {
    const known = this.groups.get(key);
    return known instanceof SortedRows ? known.size : known === undefined ? 0 : 1;
  }

  get keys(): readonly string[] {
    return [...this.groups.keys()];
  }

  add(row: Row): void {
    for (const key of keysOf(this.index, row.record)) this.enter(key, row);
  }

  remove(row: Row): void {
    for (const key of keysOf(this.index, row.record)) this.leave(key, row);
  }

  /** Whether a record may take the place of the one before. */
  canStay(before: AnyRecord, after: AnyRecord): boolean {
    return (
      this.orderOf?.(before) === this.orderOf?.(after) &&
      isSame(keysOf(this.index, before), keysOf(this.index, after))
    );
  }

  /** A record was replaced by one with the same keys at the same place. */
  replaced(before: AnyRecord, after: AnyRecord): void {
    const more = (this.index.sum?.(after) ?? 0) - (this.index.sum?.(before) ?? 0);
    for (const key of keysOf(this.index, after)) {
      const group = this.groups.get(key);
      if (!(group instanceof SortedRows)) continue;
      group.sum += more;
      group.touch();
    }
  }

  private enter(key: string, row: Row): void {
    const known = this.groups.get(key);
    if (known === undefined) this.groups.set(key, row);
    else if (known instanceof SortedRows) this.put(known, row);
    else this.groups.set(key, this.groupOf(known, row));
  }

  private leave(key: string, row: Row): void {
    const known = this.groups.get(key);
    if (known instanceof SortedRows) {
      known.remove(row);
      known.sum -= this.index.sum?.(row.record) ?? 0;
    }
    if (known === row || (known instanceof SortedRows && known.size === 0)) this.groups.delete(key);
  }

  private groupOf(...rows: readonly Row[]): SortedRows {
    const group = new SortedRows(this.orderOf);
    for (const row of rows) this.put(group, row);
    return group;
  }

  private put(group: SortedRows, row: Row): void {
    group.add(row);
    group.sum += this.index.sum?.(row.record) ?? 0;
  }
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((key, at) => key === others[at]);
}

/** Records by a key, each where it came under that key. */
class KeptByKey {
  /** Most keys of many collections have one record: it stands there alone. */
  private readonly groups = new Map<string, AnyRecord | Map<string, AnyRecord>>();
  private readonly lists = new Map<string, readonly AnyRecord[]>();
  private readonly keyOf: (record: AnyRecord) => string;

  constructor(keyOf: (record: AnyRecord) => string) {
    this.keyOf = keyOf;
  }

  put(record: AnyRecord, before: AnyRecord | undefined): void {
    const key = this.keyOf(record);
    if (before !== undefined && this.keyOf(before) !== key) this.remove(before);
    const group = this.groups.get(key);
    if (group instanceof Map) {
      this.lists.delete(key);
      group.set(record.id, record);
    } else if (group === undefined || group.id === record.id) this.groups.set(key, record);
    else
      this.groups.set(
        key,
        new Map([
          [group.id, group],
          [record.id, record],
        ]),
      );
  }

  remove(record: AnyRecord): void {
    const key = this.keyOf(record);
    const group = this.groups.get(key);
    if (group instanceof Map) {
      this.lists.delete(key);
      group.delete(record.id);
      if (group.size === 0) this.groups.delete(key);
    } else if (group?.id === record.id) this.groups.delete(key);
  }

  list(key: string): readonly AnyRecord[] {
    const known = this.lists.get(key);
    if (known !== undefined) return known;
    const group = this.groups.get(key);
    if (group === undefined) return [];
    if (!(group instanceof Map)) return [group];
    const list = [...group.values()];
    if (list.length > FEW) this.lists.set(key, list);
    return list;
  }
}

/** A list of no more than so many is made each time that it is asked for. */
const FEW = 8;

/** One collection of one partition: by id, in order of arrival, by key, and in its indexes. */
export class Table {
  private readonly rows = new Map<string, Row>();
  private readonly keyed: KeptByKey | undefined;
  private readonly named = new Map<string, KeptIndex>();
  private readonly indexes: readonly KeptIndex[];
  private readonly name: string;
  private arrived = 0;
  private kept: readonly AnyRecord[] | undefined;

  constructor({ name, key, indexes = {} }: Collection) {
    this.name = name;
    this.keyed = key && new KeptByKey(key);
    for (const [title, index] of Object.entries(indexes))
      this.named.set(title, new KeptIndex(index));
    this.indexes = [...this.named.values()];
  }

  get(id: string): AnyRecord | undefined {
    return this.rows.get(id)?.record;
  }

  put(record: AnyRecord): void {
    this.kept = undefined;
    const row = this.rows.get(record.id);
    this.keyed?.put(record, row?.record);
    if (row === undefined) this.come(record);
    else this.replace(row, record);
  }

  /** @returns what was removed. */
  remove(id: string): AnyRecord | undefined {
    const row = this.rows.get(id);
    if (row === undefined) return undefined;
    this.kept = undefined;
    this.rows.delete(id);
    this.keyed?.remove(row.record);
    for (const index of this.indexes) index.remove(row);
    return row.record;
  }

  all(): readonly AnyRecord[] {
    this.kept ??= Array.from(this.rows.values(), ({ record }) => record);
    return this.kept;
  }

  where(key: string): readonly AnyRecord[] {
    return this.keyed?.list(key) ?? [];
  }

  under(index: string, key: string): SortedRows {
    return this.indexNamed(index).under(key);
  }

  /** How many records an index has under a key. */
  count(index: string, key: string): number {
    return this.indexNamed(index).count(key);
  }

  keys(index: string): readonly string[] {
    return this.indexNamed(index).keys;
  }

  private come(record: AnyRecord): void {
    const row = { record, arrival: this.arrived++ };
    this.rows.set(record.id, row);
    for (const index of this.indexes) index.add(row);
  }

  private replace(row: Row, record: AnyRecord): void {
    const before = row.record;
    const moved = this.indexes.filter((index) => !index.canStay(before, record));
    for (const index of moved) index.remove(row);
    row.record = record;
    for (const index of this.indexes)
      if (moved.includes(index)) index.add(row);
      else index.replaced(before, record);
  }

  private indexNamed(name: string): KeptIndex {
    const index = this.named.get(name);
    if (index === undefined) throw new Error(`${this.name} has no index ${name}`);
    return index;
  }
}
