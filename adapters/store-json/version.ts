import { cp, readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Low } from 'lowdb';
import { z } from 'zod';
import { StoreDamaged } from '../../src/ports/store.ts';
import { tooNew } from '../durable/damage.ts';
import { makeFolder } from '../durable/files.ts';
import { LOCK_FILE } from '../durable/lock.ts';
import { DurableFile, type Format } from './durable-file.ts';

const schema = z.strictObject({ version: z.int().positive() });
const format: Format<z.infer<typeof schema>> = {
  encode: (content) => [`${JSON.stringify(content)}\n`],
  decode: (json) => schema.parse(json),
};

/** The version of a folder, a file of its own beside everything else. */
export class FolderVersion {
  private readonly folder: string;
  private readonly low: Low<{ version: number }>;

  constructor(folder: string) {
    this.folder = folder;
    this.low = new Low(new DurableFile(join(folder, 'version.json'), format), { version: 0 });
  }

  /**
   * Reads it; undefined when the folder is a new one.
   * @throws StoreDamaged when it is newer than the newest known one, unreadable, or missing beside
   * records.
   */
  async read(newest: number): Promise<number | undefined> {
    await this.low.read();
    const { version } = this.low.data;
    if (version > newest) {
      throw tooNew(this.folder, version, newest);
    }
    if (version > 0) return version;
    const records = (await readdir(this.folder)).filter(
      (name) => name === 'journal' || name === 'documents',
    );
    if (records.length === 0) return undefined;
    throw new StoreDamaged({
      zh: `${this.folder} 里有记录，却没有 version.json。请用备份恢复（npm run restore -- 备份文件）`,
      en: `${this.folder} holds records and no version.json. Restore the folder from a backup.`,
    });
  }

  /** Makes the version durable. */
  async write(version: number): Promise<void> {
    this.low.data = { version };
    await this.low.write();
  }

  /** Copies the folder to `backups` beside it. @returns the copy's path. */
  async backUp(version: number): Promise<string> {
    const stamp = new Date().toISOString().replaceAll(':', '-');
    const copy = join(
      dirname(this.folder),
      'backups',
      `${basename(this.folder)}-v${version}-${stamp}`,
    );
    await makeFolder(dirname(copy));
    // Opening the lock's file to copy it would give the lock away.
    const filter = (source: string) => basename(source) !== LOCK_FILE;
    await cp(this.folder, copy, { recursive: true, errorOnExist: true, force: false, filter });
    return copy;
  }
}
