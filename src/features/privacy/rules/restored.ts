import {
  type AnyRecord,
  type Collection,
  put,
  type Records,
  type Remember,
} from '../../../core/collection.ts';
import type { Withheld } from '../../../core/erased.ts';

/** Puts words back where they were hidden; undefined where that has changed since. */
export function restored(
  { collection: name, record: id, path, text, hidden }: Withheld,
  collections: readonly Collection[],
  records: Records,
): Remember | undefined {
  const collection = collections.find((one) => one.name === name);
  const record = collection && records.get(collection, id);
  if (collection === undefined || record === undefined) return undefined;
  const now = withText(record, path, hidden, text);
  return now === undefined ? undefined : put(collection, now as AnyRecord);
}

/** The value with another text at a path; undefined where not this one stands there. */
function withText(
  value: unknown,
  [step, ...further]: readonly string[],
  before: string,
  after: string,
): unknown {
  if (step === undefined) return value === before ? after : undefined;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
  const inner = withText((value as Record<string, unknown>)[step], further, before, after);
  if (inner === undefined) return undefined;
  if (Array.isArray(value)) return value.map((one, at) => (String(at) === step ? inner : one));
  return { ...value, [step]: inner };
}
