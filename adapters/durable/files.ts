import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * The end of the names of files that are not finished yet; whoever opens the folder removes them.
 */
export const UNFINISHED = '.tmp';

/** What a durable write asks of the disk. A test puts another one here, whose power may go. */
export interface Disk {
  /** @returns the topmost folder that was made, undefined where all were there. */
  mkdir(path: string, options: { recursive: true; mode: number }): Promise<string | undefined>;
  open(path: string, flags: string, mode?: number): Promise<OpenFile>;
  rename(from: string, to: string): Promise<void>;
  rm(path: string, options: { force: true }): Promise<void>;
}

interface OpenFile {
  writeFile(content: Iterable<string> | Uint8Array): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** The functions as they are when they are called: a test may have put others in their place. */
const systemDisk: Disk = {
  mkdir: (path, options) => mkdir(path, options),
  open: (path, flags, mode) => open(path, flags, mode),
  rename: (from, to) => rename(from, to),
  rm: (path, options) => rm(path, options),
};

/**
 * Puts a file in the place of what was there. Until it resolves either of them may be found there,
 * never a part.
 */
export async function writeDurably(
  path: string,
  content: Iterable<string> | Uint8Array,
  disk: Disk = systemDisk,
): Promise<void> {
  const folder = dirname(path);
  await makeFolder(folder, disk);
  const unfinished = `${path}.${randomUUID()}${UNFINISHED}`;
  try {
    const file = await disk.open(unfinished, 'wx', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await disk.rename(unfinished, path);
  } catch (error) {
    await disk.rm(unfinished, { force: true });
    throw error;
  }
  await syncFolder(folder, disk);
}

/**
 * Makes a folder (absolute path) that only its owner can open, durably; one that is there stays as
 * it is.
 */
export async function makeFolder(folder: string, disk: Disk = systemDisk): Promise<void> {
  const topmost = await disk.mkdir(folder, { recursive: true, mode: 0o700 });
  if (topmost === undefined) return;
  for (let made = folder; made.length >= topmost.length; made = dirname(made))
    await syncFolder(dirname(made), disk);
}

/** Makes durable which files a folder holds. */
export async function syncFolder(folder: string, disk: Disk = systemDisk): Promise<void> {
  // Windows cannot sync a folder; it journals the names of files itself.
  if (process.platform === 'win32') return;
  const handle = await disk.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Whether an error says that a file or folder does not exist. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

const SQLITE_FULL = 13;

/** Whether an error of a disk, or of SQLite, says that there is no room left. */
export function hasNoRoom(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('errcode' in error) return error.errcode === SQLITE_FULL;
  return 'code' in error && /^(ENOSPC|EDQUOT)$/.test(String(error.code));
}
