import { groups } from '../../identity/alliance/index.ts';
import type { Card } from '../../core/feature.ts';
import type { Records, Remember } from '../../core/collection.ts';
import type { Address, Chat } from '../../ports/chat.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Files } from '../../ports/blobs.ts';
import type { Log } from '../../ports/log.ts';
import type { Ledger, Opened } from '../partitions.ts';
import { unreachable } from '../group-bindings.ts';
import { situationOf } from '../decision-context.ts';
import { worded, wordedChoices } from '../render.ts';

/** What everything that sends works with. */
export interface Desk {
  readonly ledger: Ledger;
  readonly chats: ReadonlyMap<string, Chat>;
  readonly cards: ReadonlyMap<string, Card>;
  readonly files: Files;
  readonly clock: Clock;
  readonly log: Log;
  /** What was sent and is being ticked off. */
  readonly ticking: Set<Promise<unknown>>;
  /** Photos that are being fetched, by their keys: what resolves when the first try has ended. */
  readonly arriving: Map<string, Promise<void>>;
}

/** Remembers what became of something, without anybody waiting for it: if it is lost, the message is sent again. */
export function tickOff(desk: Desk, partition: string, changes: (opened: Opened) => readonly Remember[]): void {
  const ticked = desk.ledger
    .with(partition, (opened) => desk.ledger.remember(opened, changes(opened)))
    .catch((error: unknown) => desk.log.error('not ticked off', error))
    .finally(() => desk.ticking.delete(ticked));
  desk.ticking.add(ticked);
}

/** The platform says that it cannot be written to any more. */
export function gone(desk: Desk, partition: string, address: Address): void {
  tickOff(desk, partition, ({ records }) => unreachable(records, address, desk.clock.now()));
}

/** Where a group is written to; nowhere while its address is not to be relied on. */
export function groupAddress(records: Records, group: string): Address | undefined {
  const found = records.get(groups, group);
  return found?.unverified === undefined ? found?.address : undefined;
}

/** A card as it is now. */
export function cardText(
  desk: Desk,
  opened: Opened,
  card: string,
  changes: readonly string[],
  to: Address,
): { readonly text: string; readonly choices: readonly string[] } | undefined {
  const [name = '', id = ''] = card.split(/:(.*)/s);
  const view = desk.cards.get(name)?.view(id, changes, situationOf(opened.records, desk.clock.now()));
  if (view === undefined) return undefined;
  const { records } = opened;
  return { text: worded(view.text, to, records), choices: wordedChoices(view.choices, to, records) };
}
