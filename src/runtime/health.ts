import type { Health } from '../core/command.ts';
import type { ConnectionStatus } from '../ports/connection.ts';
import type { HealthReport } from '../ports/health.ts';
import type { RuntimeParts } from './parts.ts';

type Parts = Pick<RuntimeParts, 'chats' | 'partitions' | 'upkeep' | 'place'>;

/** How the process is doing now, for people. */
export function healthOf(
  { chats, partitions, upkeep, place }: Parts,
  lastHeard: ReadonlyMap<string, number>,
  clockBehind: boolean,
): Health {
  return {
    chats: chats.all().map((chat) => ({
      platform: chat.platform,
      title: chat.title,
      lastHeard: lastHeard.get(chats.nameOf(chat)),
      connection: chat.connection?.(),
    })),
    board: place && { url: place.url },
    clockBehind,
    refusal: partitions.refusal(),
    unsettledSince: partitions.unsettledSince,
    holder: partitions.holding,
    upkeep: upkeep?.(),
  };
}

/** The same in numbers, for machines. */
export function reportOf(
  { chats, partitions, outbox }: Parts & Pick<RuntimeParts, 'outbox'>,
  counts: Pick<HealthReport, 'since' | 'messages' | 'ignored' | 'sinceTick' | 'clockBehind'> & {
    readonly lastHeard: ReadonlyMap<string, number>;
  },
): HealthReport {
  const { lastHeard, ...rest } = counts;
  return {
    ...rest,
    waiting: outbox.waiting,
    alliances: partitions.alliances.length,
    connections: chats.all().map((chat) => ({
      platform: chats.nameOf(chat),
      state: stateOf(chat.connection?.()),
      lastHeard: lastHeard.get(chats.nameOf(chat)),
    })),
    refusingSince: partitions.refusal()?.since,
    unsettledSince: partitions.unsettledSince,
    holding: partitions.holding,
  };
}

function stateOf(
  status: ConnectionStatus | undefined,
): HealthReport['connections'][number]['state'] {
  return status?.why?.unattended === true ? 'unattended' : (status?.state ?? 'up');
}
