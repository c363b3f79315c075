import { z } from 'zod';
import { collection } from '../../core/collection.ts';
import { moment } from '../../core/moment.ts';

/** A list of people that the convenor pasted, until it is carried out. Its id is the person's. */
export const rosterDrafts = collection(
  'roster-drafts',
  z.object({
    id: z.string(),
    /** Names with the ids of their units. */
    rows: z.array(z.object({ name: z.string(), unit: z.string() })),
    at: moment,
  }),
  { people: ['id'] },
);
export type RosterDraft = z.infer<(typeof rosterDrafts)['schema']>;
