import { join } from 'node:path';
import {
  backupName,
  FORMAT,
  type Head,
  type Keys,
  PhotoPool,
  readArchive,
  uniteErased,
  writeArchive,
} from '../../adapters/backup/index.ts';
import { openBlobsReadOnly } from '../../adapters/blobs.ts';
import { erasedListIn } from '../../adapters/durable/erased-list.ts';
import { migrations, newestVersion } from '../../adapters/durable/migrations.ts';
import { openStoreReadOnly } from '../../adapters/index.ts';
import { silentLog } from '../../adapters/log-pino/index.ts';
import type { ReadSettings } from '../../adapters/registration.ts';
import { MemoryDisk, memoryStore } from '../../adapters/store-memory/index.ts';
import { readSettings } from '../../src/config.ts';
import { UserError } from '../../src/core/user-error.ts';
import { fill, type Progress, recordsIn, tryOpening } from './content.ts';
import { newestErasure } from './rewrite.ts';

/** What is backed up, and where to. */
export interface BackupParts {
  readonly dataFolder: string;
  /** The folder of backups. */
  readonly to: string;
  readonly keys: Keys | undefined;
  /** Now, ms. */
  readonly now: number;
  readonly progress?: Progress;
}

/** A backup that was made and opened. */
export interface Made {
  readonly path: string;
  readonly head: Head;
}

/**
 * Makes a backup of what is durable now, beside a bot that may run, and opens it.
 * @throws UserError when there is nothing to back up.
 */
export async function makeBackup(parts: BackupParts): Promise<Made> {
  const { dataFolder, to, keys, now, progress = () => {} } = parts;
  // Before the records: whoever is erased in between is taken out with the next back-up.
  const cleared = newestErasure(await erasedListIn(dataFolder).read());
  const records = await readRecords(dataFolder);
  if (records.length === 0)
    throw new UserError({
      zh: `${dataFolder} 里还没有记录，没什么可备份的。DATA_DIR 写对了吗？`,
      en: `${dataFolder} holds no records, so there is nothing to back up. Is DATA_DIR right?`,
    });
  const photos = await keepPhotos(parts, progress);
  const head: Head = {
    lianluo: 'backup',
    format: FORMAT,
    version: newestVersion(migrations),
    at: new Date(now).toISOString(),
    records: records.length,
    photos: photos.length,
    cleared,
  };
  const path = join(to, backupName(now));
  await writeArchive(path, head, [...records, ...photos], keys);
  await uniteErased([dataFolder, to], to);
  await verify({ path, head }, keys, progress);
  return { path, head };
}

const settings: ReadSettings = (schema) => readSettings(schema, process.env);

async function readRecords(dataFolder: string) {
  const store = await openStoreReadOnly({ settings, dataFolder, log: silentLog });
  try {
    return await recordsIn(store);
  } finally {
    await store.close();
  }
}

/** Puts the photos that are new into the pool. @returns an entry for each that there is. */
async function keepPhotos({ dataFolder, to, keys }: BackupParts, progress: Progress) {
  const blobs = await openBlobsReadOnly(settings, dataFolder);
  const pool = new PhotoPool(to, keys);
  const found = [];
  for (const partition of await blobs.partitions())
    for (const name of await blobs.names(partition)) found.push({ partition, photo: name });
  const kept = [];
  for (const [index, { partition, photo }] of found.entries()) {
    // One that is gone meanwhile is named by no record any more.
    const bytes = (await pool.has(partition, photo))
      ? undefined
      : await blobs.get(partition, photo);
    if (bytes !== undefined) await pool.put(partition, photo, bytes);
    if (await pool.has(partition, photo)) kept.push({ partition, photo });
    progress(index + 1, found.length);
  }
  return kept;
}

/** Opens a backup as the bot would. @throws Error when it does not open, or a photo is missing. */
async function verify({ path, head }: Made, keys: Keys | undefined, progress: Progress) {
  const store = memoryStore(new MemoryDisk());
  await fill(store, { path, head, entries: readArchive(path, keys) }, progress);
  await tryOpening(store);
}
