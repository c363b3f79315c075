import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { makeFolder, syncFolder } from '../../adapters/durable/files.ts';
import { openLocked } from '../../adapters/durable/lock.ts';
import { filesOf, openStore, openStoreReadOnly } from '../../adapters/index.ts';
import { silentLog } from '../../adapters/log-pino/index.ts';
import type { ReadSettings } from '../../adapters/registration.ts';
import { readSettings } from '../../src/config.ts';
import { UserError } from '../../src/core/user-error.ts';
import type { Store, StoreReader } from '../../src/ports/store.ts';
import { type Progress, tryOpening } from '../backup/content.ts';
import { areSame, copy, finish, isHalfFilled, type Sum, sumsOf } from './copy.ts';

/** What is moved, and where to. */
export interface MoveParts {
  /** The names of the stores. */
  readonly from: string;
  readonly to: string;
  /** The data folder, absolute; photos stay there. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly progress?: Progress;
  /** Called at each step; a test ends here as a killed process would. */
  readonly step?: (name: 'copied' | 'checked' | 'placed') => void;
}

export interface Moved {
  readonly sums: readonly Sum[];
  /** Where the files lie that held the records before. */
  readonly aside: string | undefined;
}

/**
 * Moves all records from one store to another and compares them there. Until that is done the old
 * store is the only one that a bot starts with; a move that was interrupted begins again.
 * @throws UserError where there is nothing to move, or the new store holds something else.
 * @throws StoreLocked where a bot runs.
 */
export async function move(parts: MoveParts): Promise<Moved> {
  const { folder } = parts;
  return openLocked(folder, async (release) => {
    const source = await openSource(parts);
    try {
      const moved = await moveFrom(source, parts);
      release();
      return moved;
    } finally {
      await source.close();
    }
  });
}

/** A store beside the folder stays ours meanwhile, as the folder does. */
async function openSource(parts: MoveParts): Promise<StoreReader> {
  const { from, folder: dataFolder } = parts;
  const given = { settings: settingsFor(parts, from), dataFolder, log: silentLog };
  const isInFolder = (await filesOf(from)).length > 0;
  return isInFolder ? openStoreReadOnly(given) : openStore(given);
}

async function moveFrom(source: StoreReader, parts: MoveParts): Promise<Moved> {
  const { from, to, folder, progress = () => {}, step = () => {} } = parts;
  const making = `${folder}.moving`;
  const sums = await sumsOf(source, () => {});
  if (sums.length === 0)
    throw new UserError({
      zh: `${from} 里还没有记录，没什么可搬的。设置都写对了吗？`,
      en: `${from} holds no records, so there is nothing to move. Are the settings right?`,
    });
  await rm(making, { recursive: true, force: true });
  try {
    if (!(await isThere(sums, parts, making))) {
      const records = sums.reduce((sum, one) => sum + one.records, 0);
      await fill(source, sums, records, parts, making, progress);
    }
    step('checked');
    for (const file of await filesOf(to))
      if (existsSync(join(making, file))) await rename(join(making, file), join(folder, file));
    await syncFolder(folder);
    step('placed');
    return { sums, aside: await putAside(folder, from) };
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

/**
 * Whether the new store holds the same records already, as after a move that ended just before its
 * last step. @throws UserError where it holds others.
 */
async function isThere(sums: readonly Sum[], parts: MoveParts, making: string): Promise<boolean> {
  const { to, folder } = parts;
  const files = await filesOf(to);
  const mark = files.at(-1);
  if (mark !== undefined && !existsSync(join(folder, mark))) return false;
  const dataFolder = mark === undefined ? making : folder;
  const settings = settingsFor(parts, to);
  const reader = await openStoreReadOnly({ settings, dataFolder, log: silentLog });
  try {
    const there = await sumsOf(reader, () => {});
    if (there.length === 0 || (await isHalfFilled(reader))) return false;
    if (areSame(there, sums)) return true;
  } finally {
    await reader.close();
  }
  throw new UserError({
    zh: `${to} 里已经有别的记录，不会盖掉它们。请换一个空的（postgres 换一个 STORE_SCHEMA）`,
    en: `${to} holds other records, and they are not replaced. Give an empty one (for postgres another STORE_SCHEMA).`,
  });
}

async function fill(
  source: StoreReader,
  sums: readonly Sum[],
  records: number,
  parts: MoveParts,
  making: string,
  progress: Progress,
): Promise<void> {
  const { to, step = () => {} } = parts;
  const given = { settings: settingsFor(parts, to), dataFolder: making, log: silentLog };
  const store = await openStore(given);
  try {
    await copy(source, store, records, progress);
    step('copied');
    const there = await sumsOf(store, () => {});
    if (!areSame(there, sums)) throw new Error(`what is in ${to} is not what was put there`);
    await finish(store);
  } catch (error) {
    await store.close();
    throw error;
  }
  await reopened(store, given);
}

/** Once more from what is durable, as the bot opens it. It closes the store. */
async function reopened(store: Store, given: Parameters<typeof openStore>[0]): Promise<void> {
  await store.close();
  await tryOpening(await openStore(given));
}

/** The files of the old store, that by which it is known first. */
async function putAside(folder: string, from: string): Promise<string | undefined> {
  const files = (await filesOf(from)).toReversed().filter((file) => existsSync(join(folder, file)));
  if (files.length === 0) return undefined;
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
  const aside = join(dirname(folder), 'backups', `${basename(folder)}-${from}-${stamp}`);
  await makeFolder(aside);
  for (const file of files) await rename(join(folder, file), join(aside, file));
  await syncFolder(folder);
  return aside;
}

function settingsFor({ environment }: MoveParts, store: string): ReadSettings {
  return (schema) => readSettings(schema, { ...environment, STORE: store });
}
