import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { StoreDamaged } from '../../src/ports/store.ts';
import type { Text } from '../../src/ports/text.ts';
import { migrations, newestVersion } from '../durable/migrations.ts';
import { Checkpoints, checkComplete } from './checkpoint.ts';
import { Documents, listFolder } from './documents.ts';
import { readJournal } from './replay.ts';
import { FolderVersion } from './version.ts';

/**
 * Everything that is wrong with the folder of a JSON store, not only the first thing; takes no lock
 * and changes nothing.
 */
export async function inspectFolder(folder: string): Promise<readonly Text[]> {
  const path = resolve(folder);
  const found: Text[] = [];
  const noting = async <T>(look: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await look();
    } catch (error) {
      if (!(error instanceof StoreDamaged)) throw error;
      found.push(error.text);
      return undefined;
    }
  };
  const version = await noting(() => new FolderVersion(path).read(newestVersion(migrations)));
  const manifest = await noting(() => new Checkpoints(path).read());
  const { documents: files } = await listFolder(path);
  const replay = await noting(() => readJournal(join(path, 'journal'), manifest?.seq ?? 0));
  if (version === undefined || manifest === undefined) return found;
  if (replay !== undefined) await noting(async () => checkComplete(manifest, files, replay));
  const last = replay?.last ?? Number.MAX_SAFE_INTEGER;
  for (const file of files)
    await noting(() => new Documents(path, migrations).read([file], manifest, last));
  return found;
}

/** What was put aside of the journal, in the names of its files. */
export async function tornIn(folder: string): Promise<readonly string[]> {
  const journal = join(resolve(folder), 'journal');
  if (!existsSync(journal)) return [];
  return (await readdir(journal)).filter((name) => name.endsWith('.torn'));
}
