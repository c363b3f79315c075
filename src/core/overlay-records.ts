import {
  type AnyRecord,
  type Collection,
  type Index,
  keysOf,
  type Records,
  type Remember,
} from './collection.ts';

/**
 * Records as they would be after further changes; the records under it stay as they are. A changed
 * record gets its shape when somebody reads it: of most that a decision changes nobody does.
 */
export class OverlayRecords implements Records {
  private readonly under: Records;
  private readonly changed = new Map<string, Drafts>();

  constructor(under: Records) {
    this.under = under;
  }

  apply(changes: readonly Remember[]): void {
    for (const { collection, id, record } of changes) {
      let drafts = this.changed.get(collection.name);
      if (drafts === undefined) {
        drafts = new Drafts(collection);
        this.changed.set(collection.name, drafts);
      }
      drafts.set(id, record);
    }
  }

  get<R extends AnyRecord>(collection: Collection<R>, id: string): R | undefined {
    const drafts = this.changed.get(collection.name);
    return drafts?.has(id) ? (drafts.get(id) as R | undefined) : this.under.get(collection, id);
  }

  all<R extends AnyRecord>(collection: Collection<R>): readonly R[] {
    return this.over(this.under.all(collection), collection, () => true);
  }

  where<R extends AnyRecord>(collection: Collection<R>, key: string): readonly R[] {
    return this.over(
      this.under.where(collection, key),
      collection,
      (record) => collection.key?.(record) === key,
    );
  }

  count<R extends AnyRecord>(collection: Collection<R>, index: string, key: string): number {
    const { gone, come } = this.changedUnder(collection, index, key);
    return this.under.count(collection, index, key) - gone.length + come.length;
  }

  sum<R extends AnyRecord>(collection: Collection<R>, index: string, key: string): number {
    const { gone, come, kept } = this.changedUnder(collection, index, key);
    const total = (some: readonly R[]) =>
      some.reduce((sum, record) => sum + (kept.sum?.(record) ?? 0), 0);
    return this.under.sum(collection, index, key) - total(gone) + total(come);
  }

  slice<R extends AnyRecord>(
    collection: Collection<R>,
    index: string,
    key: string,
    from = 0,
    to = Number.POSITIVE_INFINITY,
  ): readonly R[] {
    const { gone, come, kept } = this.changedUnder(collection, index, key);
    const changed = gone.length;
    if (changed + come.length === 0) return this.under.slice(collection, index, key, from, to);
    // So many more that none is missing when those that are gone are left out.
    const isEnd = from < 0 && to === Number.POSITIVE_INFINITY;
    const near = isEnd
      ? this.under.slice(collection, index, key, from - changed)
      : this.under.slice(collection, index, key, 0, to < 0 || from < 0 ? undefined : to + changed);
    const ids = new Set(gone.map(({ id }) => id));
    const all = [...near.filter(({ id }) => !ids.has(id)), ...come];
    if (kept.order !== undefined)
      all.sort((a, b) => (kept.order?.(a) ?? 0) - (kept.order?.(b) ?? 0));
    return all.slice(from, to);
  }

  countBefore<R extends AnyRecord>(
    collection: Collection<R>,
    index: string,
    key: string,
    order: number,
  ): number {
    const { gone, come, kept } = this.changedUnder(collection, index, key);
    const isBefore = (record: R) => (kept.order?.(record) ?? 0) < order;
    const before = this.under.countBefore(collection, index, key, order);
    return before - gone.filter(isBefore).length + come.filter(isBefore).length;
  }

  keys<R extends AnyRecord>(collection: Collection<R>, index: string): readonly string[] {
    const kept = indexOf(collection, index);
    const drafts = this.changed.get(collection.name);
    const drafted = [...(drafts?.all() ?? [])].flatMap(([, record]) => (record as R) ?? []);
    const keys = new Set([
      ...this.under.keys(collection, index),
      ...drafted.flatMap((record) => keysOf(kept, record)),
    ]);
    return [...keys].filter((key) => this.count(collection, index, key) > 0);
  }

  /** What an index has under a key in the records below and would not have, or the other way. */
  private changedUnder<R extends AnyRecord>(collection: Collection<R>, index: string, key: string) {
    const kept = indexOf(collection, index);
    const gone: R[] = [];
    const come: R[] = [];
    for (const [id, after] of this.changed.get(collection.name)?.all() ?? []) {
      const before = this.under.get(collection, id);
      if (before !== undefined && keysOf(kept, before).includes(key)) gone.push(before);
      if (after !== undefined && keysOf(kept, after as R).includes(key)) come.push(after as R);
    }
    return { gone, come, kept };
  }

  private over<R extends AnyRecord>(
    under: readonly R[],
    { name }: Collection<R>,
    belongs: (record: R) => boolean,
  ) {
    const drafts = this.changed.get(name);
    if (drafts === undefined) return under;
    const kept = under.filter((record) => !drafts.has(record.id));
    const drafted = [...drafts.all()].flatMap(([, record]) => (record as R | undefined) ?? []);
    return [...kept, ...drafted.filter(belongs)];
  }
}

/** The changed records of one collection by their ids; undefined where one would be gone. */
class Drafts {
  private readonly given = new Map<string, AnyRecord | undefined>();
  /** Those that have their shape, once somebody has read them. */
  private readonly shaped = new Map<string, AnyRecord>();
  private readonly collection: Collection;

  constructor(collection: Collection) {
    this.collection = collection;
  }

  set(id: string, record: AnyRecord | undefined): void {
    this.given.set(id, record);
    this.shaped.delete(id);
  }

  has(id: string): boolean {
    return this.given.has(id);
  }

  /** @throws ZodError when the record has not its shape. */
  get(id: string): AnyRecord | undefined {
    const given = this.given.get(id);
    if (given === undefined) return undefined;
    let record = this.shaped.get(id);
    if (record === undefined) {
      record = this.collection.schema.parse(given);
      this.shaped.set(id, record);
    }
    return record;
  }

  *all(): Generator<readonly [string, AnyRecord | undefined]> {
    for (const id of this.given.keys()) yield [id, this.get(id)];
  }
}

function indexOf<R extends AnyRecord>({ name, indexes }: Collection<R>, index: string): Index<R> {
  const found = indexes?.[index];
  if (found === undefined) throw new Error(`${name} has no index ${index}`);
  return found;
}
