import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';
import { UserError } from '../../src/core/user-error.ts';
import type { StoredRecord } from '../../src/ports/store.ts';
import { makeFolder, syncFolder, UNFINISHED } from '../durable/files.ts';
import { Decrypting, isEncrypted, type Keys, unopened } from './cipher.ts';

/*
 * One backup: all records of a data folder at one moment, one JSON a line, and the names of its
 * photos; gzip, and where a passphrase is set encrypted. It holds records, not files of a store: it
 * opens with every store and outlives their formats.
 */

/** What stands on the first line. */
const headSchema = z.object({
  lianluo: z.literal('backup'),
  /** Of the file itself. */
  format: z.int().positive(),
  /** Of the records in it. */
  version: z.int().positive(),
  /** When it was read, ISO. */
  at: z.string(),
  records: z.int().nonnegative(),
  photos: z.int().nonnegative(),
  /** Who was erased from it after it was made. */
  erased: z.array(z.string()).default([]),
});
export type Head = z.infer<typeof headSchema>;

export const FORMAT = 1;

const entrySchema = z.union([
  z.object({
    partition: z.string(),
    collection: z.string(),
    record: z.record(z.string(), z.unknown()),
  }),
  z.object({ partition: z.string(), photo: z.string() }),
]);

export type Entry =
  | { readonly partition: string; readonly collection: string; readonly record: StoredRecord }
  | { readonly partition: string; readonly photo: string };

const endSchema = z.object({ end: z.literal(true), sha256: z.string() });

/** Writes a backup; under its name stands a whole one or none. */
export async function writeArchive(
  path: string,
  head: Head,
  entries: Iterable<Entry>,
  keys: Keys | undefined,
): Promise<void> {
  const folder = dirname(path);
  await makeFolder(folder);
  const unfinished = `${path}${UNFINISHED}`;
  try {
    const out = createWriteStream(unfinished, { mode: 0o600 });
    const sealed = keys === undefined ? new PassThrough() : await keys.encrypting();
    await pipeline(Readable.from(linesOf(head, entries)), createGzip(), sealed, out);
    const file = await open(unfinished, 'r+');
    await file.sync().finally(() => file.close());
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

function* linesOf(head: Head, entries: Iterable<Entry>): Iterable<string> {
  const hash = createHash('sha256');
  let slice = '';
  const add = (value: unknown) => {
    slice += `${JSON.stringify(value)}\n`;
  };
  add(head);
  for (const entry of entries) {
    add(entry);
    if (slice.length < SLICE) continue;
    hash.update(slice);
    yield slice;
    slice = '';
  }
  hash.update(slice);
  add({ end: true, sha256: hash.digest('hex') });
  yield slice;
}

/** So much goes through the streams at once, characters. */
const SLICE = 64 * 1024;

/** Reads the first line alone. @throws UserError when this is no backup, or does not open. */
export async function readHead(path: string, keys: Keys | undefined): Promise<Head> {
  for await (const { head } of linesIn(path, keys)) if (head !== undefined) return head;
  throw damaged(path);
}

/**
 * Reads a whole backup. What it has given holds only when it has ended without an error.
 * @throws UserError when this is no backup, a newer one, does not open, or is not whole.
 */
export async function* readArchive(
  path: string,
  keys: Keys | undefined,
): AsyncGenerator<Entry, void> {
  const hash = createHash('sha256');
  let isWhole = false;
  for await (const { text, head } of linesIn(path, keys)) {
    if (isWhole) throw damaged(path);
    const end = head === undefined ? endSchema.safeParse(parsed(path, text)) : undefined;
    if (end?.success) {
      isWhole = end.data.sha256 === hash.digest('hex');
      if (!isWhole) throw damaged(path);
      continue;
    }
    hash.update(`${text}\n`);
    if (head !== undefined) continue;
    const entry = entrySchema.safeParse(parsed(path, text));
    if (!entry.success) throw damaged(path);
    yield entry.data as Entry;
  }
  if (!isWhole) throw damaged(path);
}

interface ArchiveLine {
  readonly text: string;
  /** Of the first line. */
  readonly head?: Head;
}

async function* linesIn(path: string, keys: Keys | undefined): AsyncGenerator<ArchiveLine> {
  const opened = await opening(path, keys);
  const plain = new PassThrough();
  const done = pipeline([...opened, createGunzip(), plain]);
  // Whoever reads the lines is told.
  done.catch(() => {});
  let isFirst = true;
  try {
    const lines = createInterface({ input: plain, crlfDelay: Number.POSITIVE_INFINITY });
    for await (const text of lines) {
      yield isFirst ? { text, head: headOf(path, text) } : { text };
      isFirst = false;
    }
    await done;
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw opened.length > 1
      ? unopened(path, error)
      : isFirst
        ? noBackup(path)
        : damaged(path, error);
  } finally {
    plain.destroy();
  }
}

async function opening(
  path: string,
  keys: Keys | undefined,
): Promise<[Readable] | [Readable, Decrypting]> {
  if (!isEncrypted(await firstBytes(path))) return [createReadStream(path)];
  if (keys === undefined)
    throw new UserError({
      zh: `${path} 是加密的：请在 BACKUP_PASSPHRASE 里写口令`,
      en: `${path} is encrypted: set BACKUP_PASSPHRASE to its passphrase`,
    });
  return [createReadStream(path), new Decrypting(keys, path)];
}

async function firstBytes(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException;
    throw new UserError(
      {
        zh: code === 'ENOENT' ? `没有 ${path} 这个文件` : `${path} 打不开（${code}）`,
        en: code === 'ENOENT' ? `there is no file ${path}` : `${path} cannot be opened (${code})`,
      },
      { cause },
    );
  }
}

function headOf(path: string, text: string): Head {
  const head = headSchema.safeParse(jsonOf(text));
  if (!head.success) throw noBackup(path);
  if (head.data.format > FORMAT)
    throw new UserError({
      zh: `${path} 是更新的程序做的备份，请用新版程序恢复`,
      en: `${path} was made by a newer program. Restore it with that one`,
    });
  return head.data;
}

function parsed(path: string, text: string): unknown {
  const value = jsonOf(text);
  if (value === undefined) throw damaged(path);
  return value;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function noBackup(path: string): UserError {
  return new UserError({
    zh: `${path} 不是联络的备份`,
    en: `${path} is no backup of this program`,
  });
}

function damaged(path: string, cause?: unknown): UserError {
  return new UserError(
    {
      zh: `${path} 不完整，或者坏了。请用别的备份`,
      en: `${path} is not whole, or damaged. Take another backup`,
    },
    { cause },
  );
}
