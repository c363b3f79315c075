import type { z } from 'zod';
import type { Change, PartitionContent } from '../ports/store.ts';
import type { AnyRecord, Collection, Records, Remember } from './collection.ts';
import { SharedTexts } from './shared-texts.ts';
import { Table } from './table.ts';

/** A stored record has not the shape it should have. Its message holds nothing of the record. */
export class WrongShape extends Error {
  readonly collection: string;
  readonly id: string;
  /** The field that is wrong, as a path; empty where it is the record itself. */
  readonly field: string;

  constructor(partition: string, collection: string, id: string, error: z.ZodError) {
    const [issue] = error.issues;
    const keys = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
    const field = [...(issue?.path ?? []), ...keys].map(String).join('.');
    super(`${partition}/${collection}: the record ${id} has a wrong ${field}`);
    this.collection = collection;
    this.id = id;
    this.field = field;
  }
}

/** So many records are taken in at a time. */
const SLICE = 250;

type Watcher = (collection: string, id: string, record: AnyRecord | undefined) => void;

/**
 * The records of one partition in memory. The runtime alone writes it; decisions read it as
 * `Records`.
 */
export class Memory implements Records {
  private readonly tables = new Map<string, Table>();
  private readonly collections: readonly Collection[];
  private readonly partition: string;
  private readonly watch: Watcher;

  /**
   * @throws WrongShape when a stored record has not the shape it should have.
   */
  constructor(
    partition: string,
    collections: Iterable<Collection>,
    content: PartitionContent,
    watch: Watcher,
  ) {
    this.partition = partition;
    this.watch = watch;
    this.collections = [...collections];
    for (const collection of this.collections)
      this.tables.set(collection.name, new Table(collection));
    for (const _ of this.fill(content));
  }

  /**
   * Takes in what is stored, once. Between two steps something else may have its turn.
   * @throws WrongShape as the constructor does.
   */
  *fill(content: PartitionContent): Generator<void> {
    let taken = 0;
    const texts = new SharedTexts();
    for (const { name, schema } of this.collections) {
      const table = this.table(name);
      for (const stored of content.get(name) ?? []) {
        const read = schema.safeParse(stored);
        if (!read.success) throw new WrongShape(this.partition, name, stored.id, read.error);
        texts.share(read.data);
        table.put(read.data);
        this.watch(name, stored.id, read.data);
        taken += 1;
        if (taken % SLICE === 0) yield;
      }
    }
  }

  get<R extends AnyRecord>(collection: Collection<R>, id: string): R | undefined {
    return this.table(collection.name).get(id) as R | undefined;
  }

  all<R extends AnyRecord>(collection: Collection<R>): readonly R[] {
    return this.table(collection.name).all() as readonly R[];
  }

  where<R extends AnyRecord>(collection: Collection<R>, key: string): readonly R[] {
    return this.table(collection.name).where(key) as readonly R[];
  }

  count({ name }: Collection, index: string, key: string): number {
    return this.table(name).count(index, key);
  }

  sum({ name }: Collection, index: string, key: string): number {
    return this.table(name).under(index, key).sum;
  }

  slice<R extends AnyRecord>(
    { name }: Collection<R>,
    index: string,
    key: string,
    from?: number,
    to?: number,
  ): readonly R[] {
    return this.table(name).under(index, key).slice(from, to) as readonly R[];
  }

  countBefore({ name }: Collection, index: string, key: string, order: number): number {
    return this.table(name).under(index, key).countBefore(order);
  }

  keys({ name }: Collection, index: string): readonly string[] {
    return this.table(name).keys(index);
  }

  /**
   * Checks everything, then applies everything.
   * @returns what the store has to make durable.
   * @throws ZodError when a record has not its shape; nothing is applied then.
   */
  apply(remembered: readonly Remember[]): readonly Change[] {
    return this.prepare(remembered)();
  }

  /** Checks now what the returned function applies. @throws as `apply` does. */
  prepare(remembered: readonly Remember[]): () => readonly Change[] {
    const checked = remembered.map(({ collection, id, record }) => {
      const table = this.table(collection.name);
      const value = record === undefined ? undefined : collection.schema.parse(record);
      return { collection, table, id, value };
    });
    return () =>
      checked.flatMap(({ collection, table, id, value }) => {
        const before = value === undefined ? table.remove(id) : undefined;
        const stored = value ?? before;
        if (stored === undefined) return [];
        if (value !== undefined) table.put(value);
        this.watch(collection.name, id, value);
        const place = {
          partition: this.partition,
          collection: collection.name,
          ...shardOf(collection, stored),
        };
        return [value === undefined ? { ...place, remove: id } : { ...place, put: value }];
      });
  }

  private table(name: string): Table {
    const table = this.tables.get(name);
    if (table === undefined) throw new Error(`no feature owns the collection ${name}`);
    return table;
  }
}

function shardOf(collection: Collection, record: AnyRecord): { shard?: string } {
  return collection.shard === undefined ? {} : { shard: collection.shard(record) };
}
