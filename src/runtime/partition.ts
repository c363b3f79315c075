import type { Feature } from '../core/feature.ts';
import { Memory } from '../core/memory.ts';
import { pipelineCollections } from '../core/records.ts';
import { DIRECTORY } from '../identity/directory-index.ts';
import type { Clock } from '../ports/clock.ts';
import type { PartitionContent } from '../ports/store.ts';
import { deliveryDueRules } from './delivery-due-rules.ts';
import { DueQueue } from './due-queue.ts';
import { hashKeys } from './message-keys.ts';
import { unsaidReport } from './unsaid-report.ts';
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
  const partition = emptyPartition(name, features);
  for (const _ of partition.records.fill(content));
  return partition;
}

/** The same, while other work has its turn in between. */
export async function partitionInSlices(
  name: string,
  content: PartitionContent,
  features: readonly Feature[],
  clock: Pick<Clock, 'turn'>,
): Promise<Partition> {
  const partition = emptyPartition(name, features);
  for (const _ of partition.records.fill(content)) await clock.turn();
  return partition;
}

function emptyPartition(name: string, features: readonly Feature[]): Partition {
  const dueQueue = new DueQueue([
    ...features.flatMap((one) => one.dueRules),
    ...deliveryDueRules,
    unsaidReport,
  ]);
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
  const records = new Memory(name, collections, new Map(), (...change) =>
    dueQueue.follow(...change),
  );
  return { name, records, dueQueue };
}
