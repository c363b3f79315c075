import { cp, readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Low } from 'lowdb';
import { z } from 'zod';
import { type Change, StoreDamaged, type StoredRecord } from '../../src/ports/store.ts';
import { DurableFile, type Format, makeFolder } from './durable-file.ts';
import type { Place } from './edit.ts';
import { LOCK_FILE } from './lock.ts';

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

const schema = z.strictObject({ version: z.int().positive() });
const format: Format<z.infer<typeof schema>> = {
  encode: (content) => [`${JSON.stringify(content)}\n`],
  decode: (json) => schema.parse(json),
};

/** The version of a folder, a file of its own beside everything else. */
export class FolderVersion {
  readonly #folder: string;
  readonly #low: Low<{ version: number }>;

  constructor(folder: string) {
    this.#folder = folder;
    this.#low = new Low(new DurableFile(join(folder, 'version.json'), format), { version: 0 });
  }

  /**
   * Reads it; undefined when the folder is a new one.
   * @throws StoreDamaged when it is newer than the newest known one, unreadable, or missing beside
   * records.
   */
  async read(newest: number): Promise<number | undefined> {
    await this.#low.read();
    const { version } = this.#low.data;
    if (version > newest) {
      throw new StoreDamaged(
        `${this.#folder} is of version ${version}, this program knows ${newest}. Start the newer program, or restore a backup from before it.`,
      );
    }
    if (version > 0) return version;
    const records = (await readdir(this.#folder)).filter(
      (name) => name === 'journal' || name === 'documents',
    );
    if (records.length === 0) return undefined;
    throw new StoreDamaged(
      `${this.#folder} holds records and no version.json. Restore the folder from a backup.`,
    );
  }

  /** Makes the version durable. */
  async write(version: number): Promise<void> {
    this.#low.data = { version };
    await this.#low.write();
  }

  /** Copies the folder to `backups` beside it. @returns the copy's path. */
  async backUp(version: number): Promise<string> {
    const stamp = new Date().toISOString().replaceAll(':', '-');
    const copy = join(
      dirname(this.#folder),
      'backups',
      `${basename(this.#folder)}-v${version}-${stamp}`,
    );
    await makeFolder(dirname(copy));
    // Opening the lock's file to copy it would give the lock away.
    const filter = (source: string) => basename(source) !== LOCK_FILE;
    await cp(this.#folder, copy, { recursive: true, errorOnExist: true, force: false, filter });
    return copy;
  }
}
