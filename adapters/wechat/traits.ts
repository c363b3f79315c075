import type { ChatTraits } from '../../src/ports/chat.ts';
import type { Text } from '../../src/ports/text.ts';

export const title: Text = { zh: '微信', en: 'WeChat' };

/**
 * Nothing can be edited, and who talks much is locked out: cards collect what happened before they
 * are sent. Strangers cannot be written to, so a private word waits until its reader has written
 * first.
 */
export const traits: ChatTraits = {
  edits: false,
  redelivers: false,
  opensPrivate: false,
  cardPause: { quiet: 20_000, longest: 60_000 },
};
