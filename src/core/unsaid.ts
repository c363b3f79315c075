import { z } from 'zod';
import { address } from './address.ts';
import { collection } from './collection.ts';
import { moment } from './moment.ts';

/** Something that was decided to be said and was not, until the convenors have been told. */
export const unsaid = collection(
  'unsaid',
  z.object({
    id: z.string(),
    /** When it was given up. */
    at: moment,
    /** Since when it was to be said. */
    since: moment,
    kind: z.enum(['answer', 'private', 'card']),
    /** Where it was to be said, and what the group is called. */
    to: address,
    group: z.string().optional(),
    /** How it begins, where everybody in a group might have read it. */
    begins: z.string().optional(),
    /** `late`: nobody waited for it any more; `perhaps`: it may have arrived. */
    why: z.enum(['late', 'perhaps', 'gone', 'unfit']),
  }),
  { accounts: ['to.chat'], indexes: { all: { by: () => 'all' } } },
);
export type Unsaid = z.infer<(typeof unsaid)['schema']>;
