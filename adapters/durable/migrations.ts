import type { Change, StoredRecord } from '../../src/ports/store.ts';
import type { Place } from './edit.ts';

/** Brings a record from one version to the next. Pure; the record keeps its id and its place. */
export type Migration = (record: StoredRecord, place: Place) => StoredRecord;

/**
 * All migrations; the first leads from version 1 to version 2. A folder that they have left never
 * comes back.
 */
export const migrations: readonly Migration[] = [];

/** The version that the last of some migrations leads to. */
export function newestVersion(steps: readonly Migration[]): number {
  return steps.length + 1;
}

/** Brings a record that was kept at a version to the newest one. */
export function migrate(
  record: StoredRecord,
  from: number,
  place: Place,
  steps: readonly Migration[],
): StoredRecord {
  return steps.slice(from - 1).reduce((older, step) => step(older, place), record);
}

/** The same for a change of the journal. */
export function migrateChange(change: Change, from: number, steps: readonly Migration[]): Change {
  if ('remove' in change) return change;
  const { partition, collection, shard } = change;
  return { ...change, put: migrate(change.put, from, { partition, collection, shard }, steps) };
}
