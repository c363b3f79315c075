import { z } from 'zod';
import { collection, type Records } from './collection.ts';
import { keyedHash } from './hmac.ts';
import { moment } from './moment.ts';

/**
 * Who was erased in an alliance: a keyed hash of the id that they had, so that nothing brings them
 * back, neither an import nor a backup. `purged`: the store has let go of what it held of them.
 */
export const erased = collection(
  'erased',
  z.object({ id: z.string(), at: moment, purged: z.boolean() }),
  { indexes: { unpurged: { by: ({ purged }) => (purged ? undefined : 'unpurged') } } },
);

/** The key of those hashes; one record, `key`, from the first erasure on. */
export const erasureKeys = collection(
  'erasure-keys',
  z.object({ id: z.literal('key'), key: z.string() }),
);

/**
 * Words that hold the name of somebody who was erased: hidden where they stand, kept here for the
 * convenor, and gone after some days. They may have meant another of the same name.
 */
export const withheld = collection(
  'withheld',
  z.object({
    id: z.string(),
    /** 3 for `/隐去 3`. */
    number: z.int().positive(),
    /** The record, and the field in it. */
    collection: z.string(),
    record: z.string(),
    path: z.array(z.string()),
    /** As it was, and as it stands there now. */
    text: z.string(),
    hidden: z.string(),
    at: moment,
    /** They are gone from then on. */
    until: moment,
  }),
  {
    key: ({ number }) => String(number),
    indexes: { all: { by: () => 'all', order: ({ number }) => number } },
  },
);
export type Withheld = z.infer<(typeof withheld)['schema']>;

/** Whether somebody of this id was erased here. */
export function wasErased(records: Records, person: string): boolean {
  const key = records.get(erasureKeys, 'key')?.key;
  return key !== undefined && records.get(erased, keyedHash(key, person)) !== undefined;
}
