import { createReadStream } from 'node:fs';
import { open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { isNamed } from '../durable/blob-name.ts';
import { isMissing, writeDurably } from '../durable/files.ts';
import { Decrypting, isEncrypted, type Keys } from './cipher.ts';

/**
 * The photos of all backups of a folder, each once: a photo is named by its content and never
 * changes.
 */
export class PhotoPool {
  private readonly root: string;
  private readonly keys: Keys | undefined;

  /** @param folder the folder of backups. */
  constructor(folder: string, keys: Keys | undefined) {
    this.root = join(folder, 'photos');
    this.keys = keys;
  }

  /** Whether it is there, in the way in which it would be written now. */
  async has(partition: string, name: string): Promise<boolean> {
    const path = this.pathOf(partition, name);
    const head = await firstBytes(path);
    return head !== undefined && isEncrypted(head) === (this.keys !== undefined);
  }

  async put(partition: string, name: string, bytes: Uint8Array): Promise<void> {
    const sealed = this.keys === undefined ? new PassThrough() : await this.keys.encrypting();
    const content = await buffer(Readable.from([bytes]).pipe(sealed));
    await writeDurably(this.pathOf(partition, name), content);
  }

  /** The very bytes that were put; undefined where they are not there, or not the same any more. */
  async get(partition: string, name: string): Promise<Uint8Array | undefined> {
    const path = this.pathOf(partition, name);
    const head = await firstBytes(path);
    if (head === undefined || (isEncrypted(head) && this.keys === undefined)) return undefined;
    const file = createReadStream(path);
    const plain =
      isEncrypted(head) && this.keys ? file.compose(new Decrypting(this.keys, path)) : file;
    const bytes = await buffer(plain);
    return isNamed(bytes, name) ? bytes : undefined;
  }

  /** Removes the photos that no backup names. @returns how many. */
  async sweep(named: ReadonlySet<string>): Promise<number> {
    let removed = 0;
    for (const partition of await listed(this.root))
      for (const name of await listed(join(this.root, partition)))
        if (!named.has(`${partition}/${name}`)) {
          await rm(this.pathOf(partition, name), { force: true });
          removed += 1;
        }
    return removed;
  }

  /** How many bytes it takes. */
  async size(): Promise<number> {
    let sum = 0;
    for (const partition of await listed(this.root))
      for (const name of await listed(join(this.root, partition)))
        sum += (await stat(this.pathOf(partition, name))).size;
    return sum;
  }

  private pathOf(partition: string, name: string): string {
    return join(this.root, partition, name);
  }
}

async function firstBytes(path: string): Promise<Uint8Array | undefined> {
  const file = await open(path).catch(unlessMissing(undefined));
  if (file === undefined) return undefined;
  try {
    const { buffer: bytes } = await file.read(Buffer.alloc(16), 0, 16);
    return bytes;
  } finally {
    await file.close();
  }
}

function listed(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(unlessMissing<readonly string[]>([]));
}

function unlessMissing<T>(instead: T): (error: unknown) => T {
  return (error) => {
    if (isMissing(error)) return instead;
    throw error;
  };
}
