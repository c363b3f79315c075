import {
  backupsIn,
  type Keys,
  letGo,
  PhotoPool,
  readArchive,
} from '../../adapters/backup/index.ts';
import { UserError } from '../../src/core/user-error.ts';

/**
 * Lets go of the backups that are over, and of the photos that no backup names any more.
 * @param rewritten whether backups have let go of photos.
 * @returns how many backups.
 */
export async function prune(
  folder: string,
  keys: Keys | undefined,
  dateOf: (at: number) => string,
  rewritten = false,
): Promise<number> {
  const gone = await letGo(folder, dateOf);
  if (gone === 0 && !rewritten) return 0;
  const named = await photosNamed(folder, keys);
  if (named !== undefined) await new PhotoPool(folder, keys).sweep(named);
  return gone;
}

/** Undefined where a backup cannot be opened: nobody knows what it names. */
async function photosNamed(
  folder: string,
  keys: Keys | undefined,
): Promise<ReadonlySet<string> | undefined> {
  const named = new Set<string>();
  try {
    for (const { path } of await backupsIn(folder))
      for await (const entry of readArchive(path, keys))
        if ('photo' in entry) named.add(`${entry.partition}/${entry.photo}`);
    return named;
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
