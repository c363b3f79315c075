import type { ChatTraits } from '../../src/ports/chat.ts';
import type { Text } from '../../src/ports/text.ts';

export const title: Text = { zh: 'Telegram', en: 'Telegram' };

/** With the name of one of several bots. */
export function titleOf(bot: string): Text {
  const named = `Telegram ${bot}`;
  return { zh: named, en: named };
}

/** Cards are edited in place at once, then at most every 3 s: a group's 20 messages a minute. */
export const traits: ChatTraits = {
  edits: true,
  redelivers: true,
  opensPrivate: false,
  cardPause: { quiet: 0, longest: 0, apart: 3_000 },
};
