import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { jsonStore } from '../../adapters/store-json/index.ts';
import type { JournalFiles } from '../../adapters/store-json/journal.ts';
import { type Change, type Store, StoreDamaged } from '../../src/ports/store.ts';
import { type RecordingLog, recordingLog } from '../contracts/recording-log.ts';

/** A folder for a store, gone when the test has finished. */
export async function storeFolder(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'store-'));
  onTestFinished(() => rm(home, { recursive: true }));
  return join(home, 'store');
}

/** Opens a store that makes no checkpoint by itself; whatever the test leaves open is closed. */
export async function openStore(
  folder: string,
  options: { checkpointBytes?: number; files?: JournalFiles; log?: RecordingLog } = {},
): Promise<Store> {
  const store = await jsonStore({ folder, log: recordingLog(), checkpointBytes: 1e9, ...options });
  onTestFinished(() => store.close());
  return store;
}

/**
 * The folder as a crash would leave it at this moment. The lock stays: copying it would give it
 * away.
 */
export async function crashCopy(folder: string): Promise<string> {
  const copy = await storeFolder();
  await cp(folder, copy, { recursive: true, filter: (source) => !source.endsWith('lock.sqlite') });
  return copy;
}

/** The content of every file of a folder, to see that nothing was touched. */
async function bytesOf(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name !== 'lock.sqlite');
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).toSorted();
  return new Map(
    await Promise.all(paths.map(async (path) => [path, await readFile(path, 'latin1')] as const)),
  );
}

/** The only segment of a journal. */
export async function onlySegment(folder: string): Promise<string> {
  const names = await readdir(join(folder, 'journal'));
  if (names.length !== 1) throw new Error(`${names.length} segments instead of one.`);
  return join(folder, 'journal', `${names[0]}`);
}

/** One decision that counts in two partitions at once; half of it would show. */
export function counted(n: number): Change[] {
  return ['p', 'q'].map((partition) => ({ partition, collection: 'c', put: { id: 'count', n } }));
}

/**
 * The last decision that a store holds, 0 for none. @throws Error when it holds half a decision.
 */
export async function countOf(store: Store): Promise<number> {
  const [p, q] = await Promise.all(
    ['p', 'q'].map(async (partition) => (await store.load(partition)).get('c')?.[0]?.['n'] ?? 0),
  );
  if (p !== q) throw new Error(`Half a decision: ${p} and ${q}.`);
  return Number(p);
}

/**
 * Expects that the folder is not opened, for each of the reasons, and that nothing in it is
 * touched.
 */
export async function expectRefused(folder: string, ...reasons: string[]) {
  const before = await bytesOf(folder);
  const opening = jsonStore({ folder, log: recordingLog() });
  await expect(opening).rejects.toThrow(StoreDamaged);
  for (const reason of reasons) await expect(opening).rejects.toThrow(reason);
  expect(await bytesOf(folder)).toEqual(before);
}
