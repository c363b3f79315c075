import type { Records, Remember } from '../../core/collection.ts';
import { groups } from '../../identity/alliance/index.ts';
import { type Rendered, renderView } from '../../identity/people/index.ts';
import type { Address } from '../../ports/chat.ts';
import type { Kept } from '../../ports/store.ts';
import { viewContextOf } from '../decision-context.ts';
import { unreachable } from '../group-bindings.ts';
import type { Partition } from '../partition.ts';
import type { RuntimeParts } from '../parts.ts';
import type { Job } from './keyed-queue.ts';
import type { AnswerShares } from './shares.ts';

/** What everything that sends works with. */
export interface OutboxContext
  extends Pick<
    RuntimeParts,
    | 'documents'
    | 'maker'
    | 'features'
    | 'partitions'
    | 'topics'
    | 'chats'
    | 'cards'
    | 'blobs'
    | 'clock'
    | 'log'
  > {
  /** What was sent and is being marked as done. */
  readonly marking: Set<Promise<unknown>>;
  /** Photos that are being fetched, by their keys: what resolves when the first try has ended. */
  readonly arriving: Map<string, Promise<void>>;
  /** How much of each group each person has had. */
  readonly shares: AnswerShares;
}

/** A job, and the queue that it belongs to. */
export type Planned = Omit<Job, 'key'> & { readonly queue: string };

/**
 * Remembers what became of something, without anybody waiting for it: if it is lost, the message is
 * sent again. Where it is `riding` it goes with the next commit: an answer that has been sent costs
 * no write of its own.
 */
export function markDone(
  { partitions, log, marking }: OutboxContext,
  name: string,
  changes: (partition: Partition) => readonly Remember[],
  kept: Kept | 'riding' = 'durable',
): void {
  const marked = partitions
    .transact(name, (partition) => partitions.remember(partition, changes(partition), [], kept))
    .catch((error: unknown) => log.error('not marked as done', error))
    .finally(() => marking.delete(marked));
  marking.add(marked);
}

/** The platform says that it cannot be written to any more. */
export function markUnreachable(context: OutboxContext, partition: string, address: Address): void {
  markDone(context, partition, ({ records }) => unreachable(records, address, context.clock.now()));
}

/** Where a group is written to; nowhere while its address is not to be relied on. */
export function groupAddress(records: Records, group: string): Address | undefined {
  const found = records.get(groups, group);
  return found?.unverified === undefined ? found?.address : undefined;
}

/** A card as it is now. */
export function cardText(
  context: OutboxContext,
  { records }: Partition,
  card: string,
  changes: readonly string[],
  to: Address,
): Rendered | undefined {
  const [name = '', id = ''] = card.split(/:(.*)/s);
  const view = context.cards
    .get(name)
    ?.view(id, changes, viewContextOf(records, context.clock.now()));
  return view && renderView(view, to, records);
}
