import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing, writeDurably } from '../durable/files.ts';

/** The list of those who were erased, within a data folder and beside its back-ups. */
export const ERASED_LIST = 'erased.json';

/**
 * Keeps a copy of the list beside the back-ups, for the day on which the data folder is lost: it
 * holds hashes only. Where there is none nothing is done.
 */
export async function keepErasedList(dataFolder: string, backups: string): Promise<void> {
  const list = await readFile(join(dataFolder, ERASED_LIST)).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (list !== undefined) await writeDurably(join(backups, ERASED_LIST), list);
}
