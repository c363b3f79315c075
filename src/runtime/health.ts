import type { Health } from '../core/command.ts';
import type { RuntimeParts } from './parts.ts';

/** How the process is doing now. */
export function healthOf(
  { chats, partitions, place }: Pick<RuntimeParts, 'chats' | 'partitions' | 'place'>,
  lastHeard: ReadonlyMap<string, number>,
  clockBehind: boolean,
): Health {
  return {
    chats: [...chats.values()].map((chat) => ({
      platform: chat.platform,
      title: chat.title,
      lastHeard: lastHeard.get(chat.platform),
      connection: chat.connection?.(),
    })),
    board: place && { url: place.url },
    clockBehind,
    refusal: partitions.refusal,
    unsettledSince: partitions.unsettledSince,
  };
}
