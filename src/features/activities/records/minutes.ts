import { z } from 'zod';
import { collection } from '../../../core/collection.ts';
import { moment } from '../../../core/moment.ts';

/** What was done, written down with `小结`. Its id is the activity's. */
export const minutes = collection(
  'minutes',
  z.object({
    id: z.string(),
    text: z.string().optional(),
    /** 惠及人次: as a liaison said it, never derived. */
    served: z.object({ people: z.int().nonnegative(), estimated: z.boolean() }).optional(),
    /** Ids of photos. */
    photos: z.array(z.string()),
    by: z.string(),
    at: moment,
    message: z.string(),
  }),
  { photos: (record) => record.photos, people: ['by'] },
);
export type Minutes = z.infer<(typeof minutes)['schema']>;
