import {
  backupsIn,
  type Keys,
  letGo,
  PhotoPool,
  readArchive,
} from '../../adapters/backup/index.ts';

/**
 * Lets go of the backups that are over, and of the photos that only they named.
 * @returns how many backups.
 */
export async function prune(
  folder: string,
  keys: Keys | undefined,
  dateOf: (at: number) => string,
): Promise<number> {
  const gone = await letGo(folder, dateOf);
  if (gone === 0) return 0;
  const named = new Set<string>();
  for (const { path } of await backupsIn(folder))
    for await (const entry of readArchive(path, keys))
      if ('photo' in entry) named.add(`${entry.partition}/${entry.photo}`);
  await new PhotoPool(folder, keys).sweep(named);
  return gone;
}
