import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreDamaged, StoreLocked } from '../../src/ports/store.ts';
import { makeFolder } from './files.ts';

/** The file whose lock is the folder's lock. */
export const LOCK_FILE = 'lock.sqlite';

const SQLITE_BUSY = 5;
const SQLITE_NOTADB = 26;

/**
 * Takes the folder for this process. The kernel holds the lock, so it is free at once when the
 * process dies, in whatever way. The process that holds it must not open the file again, not even
 * to copy it: closing any descriptor of a file gives up all locks that a process has on it.
 * @returns what gives the folder back.
 * @throws StoreLocked when somebody has it.
 */
function holdLock(folder: string): () => void {
  const file = join(folder, LOCK_FILE);
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
  const database = new DatabaseSync(file);
  try {
    // Nothing is ever written, so no second file is needed to roll it back.
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined;
    if (code === SQLITE_NOTADB)
      throw new StoreDamaged({
        zh: `${file} 已经不是原来的样子。它里面什么都没有：删掉这一个文件，再重新启动`,
        en: `${file} is not what it was made as. It holds nothing: delete this one file and start again.`,
      });
    if (code !== SQLITE_BUSY) throw error;
    throw new StoreLocked({
      zh: `${folder} 正被另一个程序用着。请先停掉那一个`,
      en: `${folder} is in use by another process. Stop that one first.`,
    });
  }
  return () => database.close();
}

/**
 * Makes the folder where it is not there, and takes it. @throws StoreDamaged when it is not ours to
 * write to.
 */
async function occupy(folder: string): Promise<() => void> {
  try {
    await makeFolder(folder);
    return holdLock(folder);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (!/^E(ACCES|PERM|ROFS|EXIST|NOTDIR|NOSPC)$/.test(code)) throw error;
    throw new StoreDamaged({
      zh: `${folder} 写不进去（${code}）：DATA_DIR 要是机器人自己的文件夹，磁盘要有空间`,
      en: `${folder} cannot be written to (${code}): DATA_DIR must be a folder that belongs to the bot, on a disk with room`,
    });
  }
}

/**
 * Opens what needs the folder for itself, and gives the folder back where that fails.
 * @throws what `open` throws, StoreLocked, StoreDamaged.
 */
export async function openLocked<T>(
  folder: string,
  open: (release: () => void) => Promise<T>,
): Promise<T> {
  const release = await occupy(folder);
  try {
    return await open(release);
  } catch (error) {
    release();
    throw error;
  }
}
