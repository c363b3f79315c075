import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import { z } from 'zod';
import { StoreDamaged } from '../../src/ports/store.ts';

/** How the content of a file is written down and checked. */
export interface Format<T> {
  /**
   * The file's text in slices. The event loop runs between two of them; what is read before the
   * first belongs together.
   */
  encode(content: T): Iterable<string>;
  /**
   * @throws Error when the JSON is not such a content; its message is shown and must hold nothing
   * of it.
   */
  decode(json: unknown): T;
}

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

const systemDisk: Disk = {
  mkdir: (path, options) => mkdir(path, options),
  open: (path, flags, mode) => open(path, flags, mode),
  rename: (from, to) => rename(from, to),
  rm: (path, options) => rm(path, options),
};

/**
 * A lowdb adapter for one JSON file that holds, after a crash at any moment, its old or its new
 * content.
 */
export class DurableFile<T> implements Adapter<T> {
  readonly path: string;
  readonly #format: Format<T>;

  constructor(path: string, format: Format<T>) {
    this.path = path;
    this.#format = format;
  }

  /**
   * The content; null only when there is no such file.
   * @throws StoreDamaged when there is one and it cannot be read. The file is left as it is.
   */
  async read(): Promise<T | null> {
    try {
      const bytes = await readFile(this.path);
      return this.#format.decode(
        JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)),
      );
    } catch (error) {
      if (isMissing(error)) return null;
      throw new StoreDamaged(
        `${this.path} cannot be read: ${reasonOf(error)}. It was left as it is; restore the folder from a backup.`,
      );
    }
  }

  /**
   * Once it resolves the new content survives a power cut; when it rejects the file is whole, most
   * likely the old one.
   */
  async write(content: T): Promise<void> {
    await writeDurably(this.path, this.#format.encode(content));
  }
}

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

function reasonOf(error: unknown): string {
  // A parser's message quotes what it read, and that is what people wrote.
  if (error instanceof SyntaxError) return 'it is not JSON';
  const [issue] = error instanceof z.ZodError ? error.issues : [];
  if (issue) return [...issue.path, issue.message].join(' ');
  return error instanceof Error ? error.message : String(error);
}

/** Whether an error says that a file or folder does not exist. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
