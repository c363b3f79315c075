import type { Phrase } from '../../../core/phrase.ts';

/** In private the word alone means a letter; with more around it, it is asked who may see it. */
export const letterPhrases: readonly Phrase[] = [
  { says: '反映 _ {rest}', as: '/信箱 {rest}', only: 'private', asks: true },
];

export const turnPhrases: readonly Phrase[] = [
  { says: '(不转|不同意转|别转) {request}', as: '/转 {request} 不', only: 'private' },
];
