import type { ChatAdapter, Incoming } from '../ports/chat.ts';

/** All that everybody in a group can read of a message, also what a link in it says. */
export function readableIn(
  { text, quoted, shown }: Incoming,
  chats: readonly ChatAdapter[],
): readonly string[] {
  const written = [text, quoted?.text, shown].filter((one) => one !== undefined);
  const linked = written.flatMap((one) => chats.flatMap((chat) => chat.wordsInLinks?.(one) ?? []));
  return [...written, ...linked];
}
