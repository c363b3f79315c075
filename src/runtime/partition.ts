import type { Feature } from '../core/feature.ts';
import { Memory } from '../core/memory.ts';
import { pipelineCollections } from '../core/records.ts';
import { DIRECTORY } from '../identity/directory-index.ts';
import type { PartitionContent } from '../ports/store.ts';
import { deliveryDueRules } from './delivery-due-rules.ts';
import { DueQueue } from './due-queue.ts';
import { hashKeys } from './message-keys.ts';
import { wakeCollections } from './wakes.ts';

/** A partition in memory. */
export interface Partition {
  readonly name: string;
  readonly records: Memory;
  readonly dueQueue: DueQueue;
}

/** A partition with what the store holds of it. @throws WrongShape when a record has not its shape. */
export function partitionOf(
  name: string,
  content: PartitionContent,
  features: readonly Feature[],
): Partition {
  const dueQueue = new DueQueue([...features.flatMap((one) => one.dueRules), ...deliveryDueRules]);
  // In the directory features decide too, on the few records that stand outside of any alliance.
  const shared =
    name === DIRECTORY
      ? [...wakeCollections, hashKeys, ...features.flatMap((one) => one.directory)]
      : [];
  const collections = [
    ...shared,
    ...features.flatMap((one) => one.collections),
    ...pipelineCollections,
  ];
  const records = new Memory(name, collections, content, (...change) => dueQueue.follow(...change));
  return { name, records, dueQueue };
}
