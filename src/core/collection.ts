import type { z } from 'zod';

/** A kind of record: its name in the store and its shape. */
export interface Collection<R extends { readonly id: string } = { readonly id: string }> {
  readonly name: string;
  readonly schema: z.ZodType<R>;
  /** Records with the same key are found together, without looking through all. */
  key?(record: R): string;
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
}

export function collection<R extends { readonly id: string }>(
  name: string,
  schema: z.ZodType<R>,
  options: Pick<Collection<R>, 'key' | 'shard' | 'photos'> = {},
): Collection<R> {
  return { name, schema, ...options };
}

/**
 * What a decision may see: the records of one alliance, as they are now. Never changed by reading.
 */
export interface Records {
  get<R extends { readonly id: string }>(collection: Collection<R>, id: string): R | undefined;
  /** In the order in which they came into the collection. */
  all<R extends { readonly id: string }>(collection: Collection<R>): readonly R[];
  /** Those with this key, in the order in which they came. */
  where<R extends { readonly id: string }>(collection: Collection<R>, key: string): readonly R[];
}

/** What a decision wants remembered: one record put (whole) or removed. */
export type Remember = {
  readonly collection: Collection;
  readonly id: string;
  /** Missing: removed. */
  readonly record?: { readonly id: string };
};

export function put<R extends { readonly id: string }>(
  collection: Collection<R>,
  record: R,
): Remember {
  return { collection, id: record.id, record };
}

export function remove<R extends { readonly id: string }>(
  collection: Collection<R>,
  id: string,
): Remember {
  return { collection, id };
}
