import { z } from 'zod';
import type { StoreKind } from '../registration.ts';
import { FILE } from './file.ts';

/** One database file. */
export const sqlite: StoreKind = {
  settings: z.object({}),
  mark: FILE,
  files: [`${FILE}-wal`, `${FILE}-shm`, FILE],
  open: async ({ folder, log }) => (await import('./index.ts')).sqliteStore({ folder, log }),
  openReadOnly: async ({ folder }) => (await import('./read.ts')).readSqlite(folder),
};
