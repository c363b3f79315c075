import { readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { BlobStore } from '../../src/ports/blobs.ts';
import { fileName, isFileName, isNamed, isPartition, partitionName } from '../durable/blob-name.ts';
import type { BlobReader } from '../durable/blob-reader.ts';
import { isMissing, syncFolder, UNFINISHED, writeDurably } from '../durable/files.ts';

/** The folder within the data folder. */
const PHOTOS = 'photos';

/**
 * Files in a data folder, `photos/<partition>/<hash>.jpg`, which only their owner can read. Whoever
 * opens it holds the folder: what an earlier process did not finish is removed, and what it
 * finished is made durable.
 */
export async function blobFolder(dataFolder: string): Promise<BlobStore> {
  const root = join(resolve(dataFolder), PHOTOS);
  const folderOf = (partition: string) => join(root, partitionName(partition));
  for (const partition of (await listed(root)).filter(isPartition)) {
    const folder = folderOf(partition);
    for (const name of await listed(folder))
      if (name.endsWith(UNFINISHED)) await rm(join(folder, name));
    await syncFolder(folder);
  }

  return {
    async put(partition, bytes, ending) {
      const name = fileName(bytes, ending);
      const path = join(folderOf(partition), name);
      const there = await read(path);
      if (there === undefined || !isNamed(there, name)) await writeDurably(path, bytes);
      else await utimes(path, new Date(), new Date());
      return name;
    },

    ...reads(folderOf),

    async remove(partition, name) {
      if (isFileName(name)) await rm(join(folderOf(partition), name), { force: true });
    },
  };
}

/**
 * The photos of a data folder, to be looked at only, beside a bot that has it open. Takes
 * nothing and changes nothing; empty where there is no folder.
 */
export function readBlobs(dataFolder: string): BlobReader {
  const root = join(resolve(dataFolder), PHOTOS);
  return {
    partitions: async () => (await listed(root)).filter(isPartition),
    ...reads((partition) => join(root, partitionName(partition))),
  };
}

/** What whoever holds the folder and whoever looks at it do alike. */
function reads(folderOf: (partition: string) => string): Pick<BlobStore, 'get' | 'names'> {
  return {
    async get(partition, name) {
      const bytes = isFileName(name) ? await read(join(folderOf(partition), name)) : undefined;
      return bytes !== undefined && isNamed(bytes, name) ? bytes : undefined;
    },

    async names(partition, atLeast = 0) {
      const folder = folderOf(partition);
      const names = (await listed(folder)).filter(isFileName);
      if (atLeast === 0) return names;
      const before = Date.now() - atLeast;
      const put = await Promise.all(names.map((name) => putAt(join(folder, name))));
      return names.filter((_, index) => (put[index] ?? before) < before);
    },
  };
}

/** When a file was put, ms; undefined where it is gone meanwhile. */
async function putAt(path: string): Promise<number | undefined> {
  const found = await stat(path).catch(unlessMissing(undefined));
  return found?.mtimeMs;
}

async function read(path: string): Promise<Uint8Array | undefined> {
  return readFile(path).catch(unlessMissing(undefined));
}

async function listed(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(unlessMissing<readonly string[]>([]));
}

function unlessMissing<T>(instead: T): (error: unknown) => T {
  return (error) => {
    if (isMissing(error)) return instead;
    throw error;
  };
}
