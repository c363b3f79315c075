import { chmod } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { StoredRecord } from '../../src/ports/store.ts';
import { makeFolder, syncFolder } from '../durable/files.ts';
import { type Migration, migrate, newestVersion } from '../durable/migrations.ts';
import { syncFile } from './database.ts';

/** Copies the database to `backups` beside the data folder. @returns the copy's path. */
export async function backUp(
  database: DatabaseSync,
  folder: string,
  version: number,
): Promise<string> {
  const stamp = new Date().toISOString().replaceAll(':', '-');
  const backups = join(dirname(folder), 'backups');
  const copy = join(backups, `${basename(folder)}-v${version}-${stamp}.sqlite`);
  await makeFolder(backups);
  database.prepare('VACUUM INTO ?').run(copy);
  await chmod(copy, 0o600);
  await syncFile(copy);
  await syncFolder(backups);
  return copy;
}

/** Brings every record to the newest version, all of them or none. */
export function migrateRecords(
  database: DatabaseSync,
  from: number,
  steps: readonly Migration[],
): void {
  const rows = database.prepare(
    'SELECT arrival, "partition", collection, shard, record FROM records',
  );
  const change = database.prepare('UPDATE records SET record = ? WHERE arrival = ?');
  database.exec('BEGIN IMMEDIATE');
  try {
    for (const { arrival, partition, collection, shard, record } of rows.all()) {
      const place = {
        partition: String(partition),
        collection: String(collection),
        shard: shard === '' ? undefined : String(shard),
      };
      const older = JSON.parse(String(record)) as StoredRecord;
      change.run(JSON.stringify(migrate(older, from, place, steps)), Number(arrival));
    }
    database.exec(`PRAGMA user_version = ${newestVersion(steps)}; COMMIT`);
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
