import { open, unlink } from 'node:fs/promises';
import { join } from 'node:path';

/** What was asked of the disk. */
export interface Asked {
  syncs: number;
  bytes: number;
}

interface Handle {
  sync(...given: unknown[]): Promise<unknown>;
  datasync(...given: unknown[]): Promise<unknown>;
  write(...given: unknown[]): Promise<unknown>;
  writeFile(...given: unknown[]): Promise<unknown>;
}

/** Counts the syncs and the bytes of all files that are written from now on. */
export async function countedDisk(folder: string): Promise<Asked> {
  const path = join(folder, 'probe');
  const probe = await open(path, 'w');
  const handle = Object.getPrototypeOf(probe) as Handle;
  await probe.close();
  await unlink(path);
  const asked: Asked = { syncs: 0, bytes: 0 };
  for (const name of ['sync', 'datasync'] as const) {
    const original = handle[name];
    handle[name] = function (this: Handle, ...given) {
      asked.syncs += 1;
      return original.apply(this, given);
    };
  }
  const counted = (data: unknown) => {
    const isWhole = typeof data === 'string' || data instanceof Uint8Array;
    if (isWhole) asked.bytes += Buffer.byteLength(data);
    return isWhole ? data : pieces(data as Iterable<string>);
  };
  async function* pieces(data: Iterable<string> | AsyncIterable<string>) {
    for await (const piece of data) {
      asked.bytes += Buffer.byteLength(piece);
      yield piece;
    }
  }
  for (const name of ['write', 'writeFile'] as const) {
    const original = handle[name];
    handle[name] = function (this: Handle, data, ...given) {
      return original.apply(this, [counted(data), ...given]);
    };
  }
  return asked;
}
