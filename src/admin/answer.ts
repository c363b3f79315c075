import { z } from 'zod';
import { relayAnswer } from './relay/index.ts';

/** What comes of an order: words for the machine's own user, or what somebody is to carry. */
export const adminAnswer = z.union([
  z.object({ said: z.object({ zh: z.string(), en: z.string() }) }),
  z.object({ relay: relayAnswer }),
  /** Nobody is convenor yet, and this makes one; missing where somebody is. */
  z.object({ code: z.string().optional() }),
]);
export type AdminAnswer = z.infer<typeof adminAnswer>;
