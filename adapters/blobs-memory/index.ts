import type { BlobStore } from '../../src/ports/blobs.ts';
import { fileName, isNamed, partitionName } from '../durable/blob-name.ts';

/**
 * Files without a disk, for tests and plays; they outlive a restart of the bot, and keep every
 * other promise.
 */
export class MemoryBlobs implements BlobStore {
  /** While true nothing is kept, as on a full disk. */
  full = false;
  private readonly partitions = new Map<string, Map<string, Uint8Array>>();
  /** When each was put, by partition and name, ms. */
  private readonly times = new Map<string, number>();
  private readonly now: () => number;

  constructor(now: () => number = Date.now) {
    this.now = now;
  }

  async put(partition: string, bytes: Uint8Array, ending: string): Promise<string> {
    const name = fileName(bytes, ending);
    const kept = this.of(partition);
    if (this.full) throw new Error('The disk is full.');
    kept.set(name, Uint8Array.from(bytes));
    this.times.set(`${partition}/${name}`, this.now());
    return name;
  }

  async get(partition: string, name: string): Promise<Uint8Array | undefined> {
    const bytes = this.of(partition).get(name);
    return bytes !== undefined && isNamed(bytes, name) ? Uint8Array.from(bytes) : undefined;
  }

  async names(partition: string, atLeast = 0): Promise<readonly string[]> {
    const names = [...this.of(partition).keys()];
    const before = this.now() - atLeast;
    const isOld = (name: string) => (this.times.get(`${partition}/${name}`) ?? before) < before;
    return atLeast === 0 ? names : names.filter(isOld);
  }

  async remove(partition: string, name: string): Promise<void> {
    this.of(partition).delete(name);
  }

  /** Cuts a file short, as a failing disk may. */
  damage(partition: string, name: string): void {
    this.of(partition).set(name, new Uint8Array(1));
  }

  private of(partition: string): Map<string, Uint8Array> {
    const kept = this.partitions.get(partitionName(partition)) ?? new Map<string, Uint8Array>();
    this.partitions.set(partition, kept);
    return kept;
  }
}
