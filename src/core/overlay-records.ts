import type { AnyRecord, Collection, Records, Remember } from './collection.ts';

/** Records as they would be after further changes; the records under it stay as they are. */
export class OverlayRecords implements Records {
  private readonly under: Records;
  /** Collection → id → the record as it would be, undefined where it would be gone. */
  private readonly changed = new Map<string, Map<string, AnyRecord | undefined>>();

  constructor(under: Records) {
    this.under = under;
  }

  apply(changes: readonly Remember[]): void {
    for (const { collection, id, record } of changes) {
      const table = this.changed.get(collection.name) ?? new Map<string, AnyRecord | undefined>();
      this.changed.set(collection.name, table.set(id, record && collection.schema.parse(record)));
    }
  }

  get<R extends AnyRecord>(collection: Collection<R>, id: string): R | undefined {
    const table = this.changed.get(collection.name);
    return table?.has(id) ? (table.get(id) as R | undefined) : this.under.get(collection, id);
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

  private over<R extends AnyRecord>(
    under: readonly R[],
    { name }: Collection<R>,
    belongs: (record: R) => boolean,
  ) {
    const table = this.changed.get(name) as Map<string, R | undefined> | undefined;
    if (table === undefined) return under;
    const kept = under.filter((record) => !table.has(record.id));
    const drafted = [...table.values()].filter((record) => record !== undefined);
    return [...kept, ...drafted.filter(belongs)];
  }
}
