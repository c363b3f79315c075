import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Log } from '../../src/ports/log.ts';
import type { Store } from '../../src/ports/store.ts';
import { isGone } from '../durable/damage.ts';
import { UNFINISHED } from '../durable/files.ts';
import { openLocked } from '../durable/lock.ts';
import { type Migration, migrations, newestVersion } from '../durable/migrations.ts';
import { createDatabase, inspect, openDatabase } from './database.ts';
import { FILE } from './file.ts';
import { backUp, migrateRecords } from './migrate.ts';
import { SqliteStore } from './store.ts';

/** Where and how a SQLite store keeps its records. */
export interface SqliteStoreOptions {
  /** The data folder, made when it is not there. */
  readonly folder: string;
  readonly log: Log;
  /**
   * Called in each transaction before it is committed; a test throws here, as a full disk would.
   */
  readonly beforeCommit?: () => void;
  /** Called before what was refused is taken out of the log; likewise. */
  readonly beforeEmptied?: () => void;
  /** The migrations of the records; for tests. */
  readonly migrations?: readonly Migration[];
}

/**
 * Opens the store in a folder: one SQLite database, with a log that is written ahead and synced
 * with each batch.
 * @throws StoreLocked when another process has the folder.
 * @throws StoreDamaged when the database is missing beside its log, not whole, or of a newer
 * version; nothing is changed then.
 */
export async function sqliteStore(options: SqliteStoreOptions): Promise<Store> {
  const folder = resolve(options.folder);
  return openLocked(folder, (release) => open({ ...options, folder }, release));
}

async function open(options: SqliteStoreOptions, release: () => void): Promise<Store> {
  const { folder, log, beforeCommit, beforeEmptied, migrations: steps = migrations } = options;
  const path = join(folder, FILE);
  const newest = newestVersion(steps);
  if (!existsSync(path)) {
    if (existsSync(`${path}-wal`)) throw isGone(path);
    await createDatabase(path, newest);
  }
  const version = inspect(path, newest);
  await removeUnfinished(folder);
  const database = openDatabase(path);
  try {
    if (version < newest) {
      const copy = await backUp(database, folder, version);
      log.info('store.migrating', { from: version, to: newest, copy });
      migrateRecords(database, version, steps);
    }
    const hooks = {
      ...(beforeCommit === undefined ? {} : { beforeCommit }),
      ...(beforeEmptied === undefined ? {} : { beforeEmptied }),
    };
    return new SqliteStore({ database, path, log, release, ...hooks });
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Removes databases that an earlier process did not finish making. */
async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder))
    if (name.startsWith(`${FILE}.`) && name.includes(UNFINISHED)) await rm(join(folder, name));
}
