import type { Records, Remember } from '../../core/collection.ts';
import type { Card } from '../../core/feature.ts';
import { groups } from '../../identity/alliance/index.ts';
import type { BlobStore } from '../../ports/blobs.ts';
import type { Address, ChatAdapter } from '../../ports/chat.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import { viewContextOf } from '../decision-context.ts';
import { unreachable } from '../group-bindings.ts';
import type { Partition } from '../partition.ts';
import type { Partitions } from '../partitions.ts';
import { render, renderChoices } from '../render.ts';

/** What everything that sends works with. */
export interface OutboxContext {
  readonly partitions: Partitions;
  readonly chats: ReadonlyMap<string, ChatAdapter>;
  readonly cards: ReadonlyMap<string, Card>;
  readonly blobs: BlobStore;
  readonly clock: Clock;
  readonly log: Log;
  /** What was sent and is being ticked off. */
  readonly ticking: Set<Promise<unknown>>;
  /** Photos that are being fetched, by their keys: what resolves when the first try has ended. */
  readonly arriving: Map<string, Promise<void>>;
}

/**
 * Remembers what became of something, without anybody waiting for it: if it is lost, the message is
 * sent again.
 */
export function markDone(
  context: OutboxContext,
  partition: string,
  changes: (opened: Partition) => readonly Remember[],
): void {
  const ticked = context.partitions
    .transact(partition, (opened) => context.partitions.remember(opened, changes(opened)))
    .catch((error: unknown) => context.log.error('not ticked off', error))
    .finally(() => context.ticking.delete(ticked));
  context.ticking.add(ticked);
}

/** The platform says that it cannot be written to any more. */
export function gone(context: OutboxContext, partition: string, address: Address): void {
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
  opened: Partition,
  card: string,
  changes: readonly string[],
  to: Address,
): { readonly text: string; readonly choices: readonly string[] } | undefined {
  const [name = '', id = ''] = card.split(/:(.*)/s);
  const view = context.cards
    .get(name)
    ?.view(id, changes, viewContextOf(opened.records, context.clock.now()));
  if (view === undefined) return undefined;
  const { records } = opened;
  return {
    text: render(view.text, to, records),
    choices: renderChoices(view.choices, to, records),
  };
}
