import { z } from 'zod';
import { collection } from '../../../core/collection.ts';
import { moment } from '../../../core/moment.ts';

/** What came of an activity, as its groups are told once. Its id is the activity's. */
export const recaps = collection(
  'recaps',
  z.object({
    id: z.string(),
    /** Who was shown it last, and when; their word sends it. */
    by: z.string(),
    at: moment,
    sent: moment.optional(),
  }),
  { key: ({ by }) => by, people: ['by'] },
);
export type Recap = z.infer<(typeof recaps)['schema']>;
