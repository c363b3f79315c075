import { put, type Records, type Remember, remove } from '../core/collection.ts';
import { addressKey, cards, deliveries } from '../core/records.ts';
import { groupAt, groups } from '../identity/alliance/index.ts';
import { alliancesOf } from '../identity/directory/index.ts';
import { allianceAt } from '../identity/directory-index.ts';
import { accountKey, accounts } from '../identity/people/index.ts';
import type { Address, GroupNotice } from '../ports/chat.ts';
import type { Clock } from '../ports/clock.ts';
import type { Partition } from './partition.ts';
import type { Partitions } from './partitions.ts';
import type { RuntimeParts } from './parts.ts';

/**
 * Keeps in step with the platforms which places there are: groups that move, places that cannot be
 * written to.
 */
export class GroupBindings {
  private readonly partitions: Partitions;
  private readonly clock: Clock;

  constructor(parts: Pick<RuntimeParts, 'partitions' | 'clock'>) {
    this.partitions = parts.partitions;
    this.clock = parts.clock;
  }

  /** Somebody talks: a group that was thought gone is there. */
  async heardFrom(address: Address): Promise<void> {
    const alliance =
      address.kind === 'group' ? allianceAt(address, this.partitions.directory) : undefined;
    if (alliance === undefined || isThere(this.partitions.peek(alliance), address)) return;
    await this.partitions.transact(alliance, (partition) => this.heardIn(partition, address));
  }

  /** The same, in the partition of the group. */
  heardIn(partition: Partition, address: Address): Promise<unknown> | undefined {
    const changes = reachable(partition.records, address);
    return changes.length === 0 ? undefined : this.partitions.remember(partition, changes);
  }

  /** Resolves when what a platform has told is durable. Told again it changes nothing. */
  async notice(notice: GroupNotice): Promise<void> {
    const { directory } = this.partitions;
    const address = notice.kind === 'moved' ? notice.from : notice.address;
    const alliances =
      address.kind === 'group'
        ? [allianceAt(address, directory)]
        : alliancesOf(directory, accountKey(address, address.chat));
    for (const alliance of alliances)
      if (alliance !== undefined)
        await this.partitions.transact(alliance, (partition) => this.change(partition, notice));
  }

  private change(partition: Partition, notice: GroupNotice): Promise<unknown> {
    const { records } = partition;
    const changes =
      notice.kind === 'moved'
        ? moved(records, notice.from, notice.to)
        : notice.kind === 'gone'
          ? unreachable(records, notice.address, this.clock.now())
          : reachable(records, notice.address);
    return changes.length === 0
      ? this.partitions.durable(partition.name)
      : this.partitions.remember(partition, changes);
  }
}

/** Whether nothing would change by a word that is heard in a group. */
function isThere(partition: Partition | undefined, address: Address): boolean {
  return partition !== undefined && reachable(partition.records, address).length === 0;
}

/** A group's broadcasts stop; a person is not written to until they write again. */
export function unreachable(records: Records, address: Address, now: number): readonly Remember[] {
  if (address.kind === 'group') {
    const group = groupAt(records, address);
    return group === undefined || group.gone !== undefined
      ? []
      : [put(groups, { ...group, gone: { at: now, told: false } })];
  }
  const account = records.get(accounts, accountKey(address, address.chat));
  return account?.met ? [put(accounts, { ...account, met: false })] : [];
}

/**
 * Somebody was heard in a group that was thought gone, or the platform says that it is there again.
 */
function reachable(records: Records, address: Address): readonly Remember[] {
  const group = groupAt(records, address);
  if (group?.gone === undefined) return [];
  const { gone: _, ...there } = group;
  return [put(groups, there)];
}

/**
 * A group has another address: it stays the same group with all that refers to it, and what waits
 * to be sent follows. Messages keep their ids only where they stand, so cards are sent again.
 */
function moved(records: Records, from: Address, to: Address): readonly Remember[] {
  const group = groupAt(records, from);
  if (group === undefined) return [];
  const there = groupAt(records, to);
  const { gone: _, topic: __, ...kept } = group;
  const waiting = records.slice(deliveries, 'byChat', addressKey(from));
  const shown = records.slice(cards, 'byGroup', group.id);
  return [
    ...(there === undefined ? [] : [remove(groups, there.id)]),
    put(groups, { ...kept, address: { ...to } }),
    ...waiting.map(({ answers: _answers, topic: _topic, ...one }) =>
      put(deliveries, { ...one, to: { ...to } }),
    ),
    ...shown.map(({ messageId: _messageId, topic: _topic, ...card }) => put(cards, card)),
  ];
}
