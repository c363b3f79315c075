import type { BlobStore } from '../../src/ports/blobs.ts';

/** Photos, to be looked at only, beside a bot that has them open. */
export interface BlobReader extends Pick<BlobStore, 'get' | 'names'> {
  readonly partitions: () => Promise<readonly string[]>;
}
