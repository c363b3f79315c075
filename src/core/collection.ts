import type { z } from 'zod';
import type { NewAct } from './act.ts';

/** Any record of the store. */
export type AnyRecord = { readonly id: string };

/**
 * What is kept of a collection while its records come and go, so that no decision has to look
 * through all of them: how many there are under a key, what they add up to, and who is first.
 */
export interface Index<R extends AnyRecord = AnyRecord> {
  /** The keys under which a record is found; none where it is left out. */
  by(record: R): string | readonly string[] | undefined;
  /** What is added up. */
  sum?(record: R): number;
  /** What they are ordered by; else, and where this is equal, the order in which they came. */
  order?(record: R): number;
}

/**
 * A kind of record: its name in the store, its shape, and what of it others have to know. `I` are
 * the names of its indexes.
 */
export interface Collection<R extends AnyRecord = AnyRecord, I extends string = string> {
  readonly name: string;
  readonly schema: z.ZodType<R>;
  /** Records with the same key are found together, without looking through all. */
  key?(record: R): string;
  readonly indexes?: Readonly<Record<I, Index<R>>>;
  /**
   * Spreads a large collection over several documents, for example by month; must never change for
   * a record.
   */
  shard?(record: R): string;
  /**
   * The photos that a record names. Their bytes are fetched with it, and kept for as long as any
   * record names them.
   */
  photos?(record: R): readonly string[];
  /**
   * The fields that hold a person's id: `by`, `corrected.by`, `claimants[].person`; `id` where the
   * id is a person's, or ends in one behind a slash. When two people turn out to be one, the id of
   * the one that is gone becomes the other's there.
   */
  readonly people?: readonly string[];
  /**
   * Further such fields, which merging leaves to the feature: its own `merge` sets them, or they
   * stay as they were.
   */
  readonly peopleApart?: readonly string[];
  /** The fields that hold the id of an account, or what its platform calls the person. */
  readonly accounts?: readonly string[];
  /**
   * The names in it are of things, or of people who have a record there: erasing somebody leaves
   * them. Elsewhere a text that holds the name of somebody who was erased is hidden.
   */
  readonly keepsNames?: boolean;
  /**
   * What the log of acts has to say of a change of a record, whatever caused it; undefined where it
   * is nothing that somebody has to look up later.
   */
  act?(before: R | undefined, after: R | undefined): NewAct | undefined;
}

/** Every path of at most three steps to a text in a value: `by`, `corrected.by`, `seconds[]`. */
type Path<V, Steps extends readonly 1[] = []> = V extends string
  ? ''
  : Steps['length'] extends 3
    ? never
    : V extends readonly (infer E)[]
      ? `[]${Path<E, [...Steps, 1]>}`
      : V extends object
        ? {
            [K in keyof V & string]-?: `.${K}${Path<NonNullable<V[K]>, [...Steps, 1]>}`;
          }[keyof V & string]
        : never;

type FieldPath<R> = Path<R> extends infer P ? (P extends `.${infer F}` ? F : never) : never;

/** The index of records by the photos that they name. */
export const PHOTOS = 'photos';

interface CollectionOptions<R extends AnyRecord, I extends string>
  extends Pick<Collection<R>, 'key' | 'shard' | 'photos' | 'peopleApart' | 'act' | 'keepsNames'> {
  readonly people?: readonly FieldPath<R>[];
  readonly accounts?: readonly FieldPath<R>[];
  readonly indexes?: Readonly<Record<I, Index<R>>>;
}

/** Declares a collection. Its name and the shapes it accepts are those of data that is kept. */
export function collection<R extends AnyRecord, I extends string = never>(
  name: string,
  schema: z.ZodType<R>,
  options: CollectionOptions<NoInfer<R>, I> = {},
): Collection<R, I> {
  const { photos, indexes } = options;
  const named = photos === undefined ? {} : { [PHOTOS]: { by: photos } };
  return { name, schema, ...options, indexes: { ...indexes, ...named } as Record<I, Index<R>> };
}

/**
 * What a decision may see: the records of one alliance, as they are now. Never changed by reading.
 */
export interface Records {
  get<R extends AnyRecord>(collection: Collection<R>, id: string): R | undefined;
  /** In the order in which they came into the collection. */
  all<R extends AnyRecord>(collection: Collection<R>): readonly R[];
  /** Those with this key, in the order in which they came. */
  where<R extends AnyRecord>(collection: Collection<R>, key: string): readonly R[];
  /** How many records an index has under a key. */
  count<R extends AnyRecord, I extends string>(
    collection: Collection<R, I>,
    index: NoInfer<I>,
    key: string,
  ): number;
  /** What they add up to. */
  sum<R extends AnyRecord, I extends string>(
    collection: Collection<R, I>,
    index: NoInfer<I>,
    key: string,
  ): number;
  /** Some of them in the order of the index, by their places as in `Array.slice`. */
  slice<R extends AnyRecord, I extends string>(
    collection: Collection<R, I>,
    index: NoInfer<I>,
    key: string,
    from?: number,
    to?: number,
  ): readonly R[];
  /** How many of them come before a place in the order of the index. */
  countBefore<R extends AnyRecord, I extends string>(
    collection: Collection<R, I>,
    index: NoInfer<I>,
    key: string,
    order: number,
  ): number;
  /** The keys under which an index has records. */
  keys<R extends AnyRecord, I extends string>(
    collection: Collection<R, I>,
    index: NoInfer<I>,
  ): readonly string[];
}

/** The keys of a record in an index. */
export function keysOf<R extends AnyRecord>(index: Index<R>, record: R): readonly string[] {
  const keys = index.by(record);
  if (keys === undefined) return [];
  return typeof keys === 'string' ? [keys] : [...new Set(keys)];
}

/** What a decision wants remembered: one record put (whole) or removed. */
export type Remember = {
  readonly collection: Collection;
  readonly id: string;
  /** Missing: removed. */
  readonly record?: AnyRecord;
};

export function put<R extends AnyRecord>(collection: Collection<R>, record: R): Remember {
  return { collection, id: record.id, record };
}

export function remove<R extends AnyRecord>(collection: Collection<R>, id: string): Remember {
  return { collection, id };
}

/** Those of a key whose place in the order of an index lies in a span: `from` ≤ place < `to`. */
export function between<R extends AnyRecord, I extends string>(
  { from, to }: { readonly from: number; readonly to: number },
  records: Records,
  collection: Collection<R, I>,
  index: NoInfer<I>,
  key: string,
): readonly R[] {
  const [first, end] = [from, to].map((at) => records.countBefore(collection, index, key, at));
  return records.slice(collection, index, key, first, end);
}
