import { execFileSync } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { type SqliteStoreOptions, sqliteStore } from '../../adapters/store-sqlite/index.ts';
import type { Store } from '../../src/ports/store.ts';
import { recordingLog } from '../contracts/recording-log.ts';
import { storeFolder } from './store-folder.ts';

/** Opens a store; whatever the test leaves open is closed. */
export async function openSqlite(
  folder: string,
  options: Partial<SqliteStoreOptions> = {},
): Promise<Store> {
  const store = await sqliteStore({ folder, log: recordingLog(), ...options });
  onTestFinished(() => store.close());
  return store;
}

/**
 * The folder as a crash would leave it at this moment. Another process copies it: a process that
 * closes any descriptor of a file gives up all locks that it has on it.
 */
export async function crashCopy(folder: string): Promise<string> {
  const copy = await storeFolder();
  execFileSync('cp', ['-r', folder, copy]);
  return copy;
}
