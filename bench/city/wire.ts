import type { ChatTraits } from '../../src/ports/chat.ts';

/* What a process of the city and the people of it say to each other. */

export const PLATFORM = 'city';

/** As Telegram's, without its limits: those are arithmetic. */
export const traits: ChatTraits = {
  edits: true,
  redelivers: true,
  opensPrivate: true,
  cardPause: { quiet: 0, longest: 0, apart: 3_000 },
};

export type FromProcess =
  | { readonly kind: 'works' }
  | {
      readonly kind: 'send';
      readonly n: number;
      readonly to: string;
      readonly text: string;
      readonly isNew: boolean;
    }
  | { readonly kind: 'heard' | 'not heard'; readonly id: string }
  | { readonly kind: 'counts'; readonly statements: number; readonly memory: number };

export type ToProcess =
  | { readonly kind: 'sent'; readonly n: number }
  | {
      readonly kind: 'said';
      readonly id: string;
      readonly name: string;
      /** In private when missing. */
      readonly group?: string;
      readonly text: string;
    };
