import { existsSync } from 'node:fs';
import { cp, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import {
  type Head,
  type Keys,
  PhotoPool,
  readArchive,
  readHead,
  uniteErased,
} from '../../adapters/backup/index.ts';
import { openBlobs } from '../../adapters/blobs.ts';
import { makeFolder, syncFolder } from '../../adapters/durable/files.ts';
import { openLocked } from '../../adapters/durable/lock.ts';
import { migrations, newestVersion } from '../../adapters/durable/migrations.ts';
import { openStore } from '../../adapters/index.ts';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { RESTORED } from '../../adapters/restored.ts';
import { readSettings } from '../../src/config.ts';
import type { Text } from '../../src/core/text.ts';
import { UserError } from '../../src/core/user-error.ts';
import type { StoreReader } from '../../src/ports/store.ts';
import { fill, type Progress, tryOpening } from '../backup/content.ts';

/** What is restored, and where. */
export interface RestoreParts {
  /** The backup. */
  readonly file: string;
  /** The data folder, absolute. */
  readonly folder: string;
  readonly keys: Keys | undefined;
  readonly progress?: Progress;
  /** Whether it is to take the place of what is there. */
  readonly agrees: (what: Text) => Promise<boolean>;
}

interface Restored {
  readonly head: Head;
  /** Where the folder lies now that was there before. */
  readonly aside: string | undefined;
  /** How many photos were not found. */
  readonly missing: number;
}

/**
 * Puts a backup in the place of a data folder. All of it is made ready and opened beside the folder
 * first; then two renames put it in place. Whatever happens in between, everything is still there.
 * @returns undefined where it was not agreed to.
 * @throws UserError when the backup is newer than this program, or cannot be read.
 * @throws StoreLocked when a bot runs on the folder.
 */
export async function restore(parts: RestoreParts): Promise<Restored | undefined> {
  const { file, folder, keys, agrees } = parts;
  const head = await readHead(file, keys);
  checkVersion(file, head);
  const isThere = existsSync(folder);
  return openLocked(folder, async (release) => {
    const isAgreed = await agrees(whatText(file, head, isThere ? folder : undefined));
    const restored = isAgreed ? await replace(parts, head) : undefined;
    release();
    return restored && { ...restored, ...(isThere ? {} : { aside: undefined }) };
  });
}

async function replace(parts: RestoreParts, head: Head): Promise<Restored> {
  const { folder } = parts;
  const making = `${folder}.restoring`;
  const ready = `${folder}${RESTORED}`;
  await rm(making, { recursive: true, force: true });
  try {
    const missing = await makeReady(making, parts, head);
    await carryOver(folder, dirname(parts.file), making);
    await rm(ready, { recursive: true, force: true });
    await rename(making, ready);
    await syncFolder(dirname(folder));
    const aside = await putAside(folder);
    await rename(ready, folder);
    await syncFolder(dirname(folder));
    return { head, aside, missing };
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

function checkVersion(file: string, head: Head): void {
  const newest = newestVersion(migrations);
  if (head.version > newest)
    throw new UserError({
      zh: `${file} 是第 ${head.version} 版的数据，这个程序只认识到第 ${newest} 版：请用新版程序恢复`,
      en: [
        `${file} is of version ${head.version}, this program knows ${newest}: `,
        `restore it with the newer program`,
      ].join(''),
    });
}

function whatText(file: string, head: Head, folder: string | undefined): Text {
  const at = head.at.slice(0, 16).replace('T', ' ');
  return {
    zh: [
      `备份 ${basename(file)}：${at}（UTC）的，记录 ${head.records} 条，照片 ${head.photos} 张。`,
      `${folder === undefined ? '' : `\n${folder} 里现有的会挪到一边。`}要恢复吗？`,
    ].join(''),
    en: `Back-up ${basename(file)}: of ${at} UTC, ${head.records} records, ${head.photos} photos.${folder === undefined ? '' : `\nWhat is in ${folder} now is put aside.`} Restore it?`,
  };
}

/** A new folder is empty; a database may hold what another bot works with. @throws UserError */
async function checkEmpty(store: StoreReader): Promise<void> {
  if ((await store.partitions()).length > 0)
    throw new UserError({
      zh: 'STORE_SCHEMA 里已经有记录，恢复不会盖掉它们。请换一个新的 STORE_SCHEMA 再恢复，以后就用它启动',
      en: 'STORE_SCHEMA holds records, and a restore does not replace them. Set another STORE_SCHEMA, restore again, and start the bot with it.',
    });
}

/** Makes a data folder of a backup, and opens it. @returns how many photos were not found. */
async function makeReady(
  ready: string,
  { file, keys, progress }: RestoreParts,
  head: Head,
): Promise<number> {
  const settings = <T>(schema: Parameters<typeof readSettings<T>>[0]) =>
    readSettings(schema, process.env);
  const store = await openStore({ settings, dataFolder: ready, log: silentLog });
  const pool = new PhotoPool(dirname(file), keys);
  const blobs = await openBlobs(settings, ready);
  let missing = 0;
  try {
    await checkEmpty(store);
    const entries = readArchive(file, keys);
    for (const { partition, name } of await fill(store, { path: file, head, entries }, progress)) {
      const bytes = await pool.get(partition, name);
      if (bytes === undefined) missing += 1;
      else await blobs.put(partition, bytes, name.slice(name.indexOf('.') + 1));
    }
  } catch (error) {
    await store.close();
    throw error;
  }
  // It closes the store.
  await tryOpening(store);
  return missing;
}

/**
 * What lies beside the records and belongs to today: a login, and the list of those who were
 * erased, by which the next start erases again whoever the back-up brings back: everybody of
 * the folder's own list and of the one beside the back-ups.
 */
async function carryOver(folder: string, backups: string, ready: string): Promise<void> {
  const login = join(folder, 'wechat');
  if (existsSync(login)) await cp(login, join(ready, 'wechat'), { recursive: true });
  await uniteErased([folder, backups], ready);
}

async function putAside(folder: string): Promise<string> {
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
  const aside = join(dirname(folder), 'backups', `${basename(folder)}-replaced-${stamp}`);
  await makeFolder(dirname(aside));
  await rename(folder, aside);
  return aside;
}
