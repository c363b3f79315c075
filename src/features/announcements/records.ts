import { z } from 'zod';
import { collection } from '../../core/collection.ts';
import { moment } from '../../core/moment.ts';
import { monthKey } from '../../core/time.ts';

/**
 * A text for groups: shown to its author, confirmed by them, and sent a minute later unless it is
 * taken back.
 */
export const announcements = collection(
  'announcements',
  z.object({
    id: z.string(),
    text: z.string(),
    /** Ids of the groups it goes to. */
    groups: z.array(z.string()),
    by: z.string(),
    /** `preview` waits for its author's word, `confirmed` for its minute. */
    state: z.enum(['preview', 'confirmed', 'sent', 'withdrawn']),
    /** When it was written. */
    at: moment,
    /** When it goes out, once it is confirmed. */
    sendAt: moment.optional(),
    message: z.string(),
  }),
  {
    key: (announcement) => announcement.by,
    shard: (announcement) => monthKey(announcement.at),
    people: ['by'],
    indexes: {
      /** In the order in which they go out. */
      byState: { by: ({ state }) => state, order: ({ sendAt = 0 }) => sendAt },
    },
  },
);
export type Announcement = z.infer<(typeof announcements)['schema']>;
