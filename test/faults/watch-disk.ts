import disk from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { onTestFinished } from 'vitest';

/** Calls before a file is read, put into its place or removed, until it is told to stop. */
export function watchDisk(before: (action: string, path: string) => Promise<void>): () => void {
  const real = { readFile: disk.readFile, rename: disk.rename, rm: disk.rm };
  const use = (functions: object) => {
    Object.assign(disk, functions);
    syncBuiltinESMExports();
  };
  use({
    readFile: async (path: string) => before('read', path).then(() => real.readFile(path)),
    rename: async (from: string, to: string) =>
      before('write', to).then(() => real.rename(from, to)),
    rm: async (path: string, options: object) =>
      before('remove', path).then(() => real.rm(path, options)),
  });
  onTestFinished(() => use(real));
  return () => use(real);
}
