import { createHash } from 'node:crypto';

/** Into so many slots all partitions fall, for ever. */
export const SLOTS = 256;

/** The slot of a partition; the same in every process and version. */
export function slotOf(partition: string): number {
  return createHash('sha256').update(partition).digest().readUInt8(0);
}
