import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { StoreReader } from '../../src/ports/store.ts';
import { type Migration, migrate, migrations, newestVersion } from '../durable/migrations.ts';
import { contentOf, guarded, inspect, openReadOnly, partitionsIn, placeIn } from './database.ts';
import { FILE } from './file.ts';

/**
 * What is durable at this moment, beside a bot that has the store open; empty where there is no
 * store.
 * @throws StoreDamaged when it cannot be read.
 */
export function readSqlite(folder: string): StoreReader {
  const path = join(resolve(folder), FILE);
  if (!existsSync(path))
    return {
      partitions: async () => [],
      load: async () => new Map(),
      placeOf: () => path,
      close: async () => {},
    };
  const version = inspect(path, newestVersion(migrations));
  const toNewest: Migration = (record, place) => migrate(record, version, place, migrations);
  const database = guarded(path, () => openReadOnly(path));
  return {
    partitions: async () => guarded(path, () => partitionsIn(database)),
    load: async (partition) => guarded(path, () => contentOf(database, partition, toNewest)),
    placeOf: (...record) => placeIn(path, ...record),
    close: async () => database.close(),
  };
}
