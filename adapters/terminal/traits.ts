import type { ChatTraits } from '../../src/ports/chat.ts';
import type { Text } from '../../src/ports/text.ts';

export const title: Text = { zh: '终端', en: 'terminal' };

/** Nobody else talks here: cards need not wait for more changes. */
export const traits: ChatTraits = {
  edits: false,
  redelivers: false,
  opensPrivate: true,
  cardPause: { quiet: 0, longest: 0 },
};
