import { z } from 'zod';
import { collection } from './collection.ts';
import { moment } from './moment.ts';
import { role } from './roles.ts';

/** Fields of a record by their names; null where a field has no value. */
const fields = z.record(z.string(), z.json());

/**
 * What a decision changed in one record: the fields that are other than before, as they were and as
 * it left them. Without `was` the record was new, without `left` it is gone; then the other one is
 * all of it.
 */
const edit = z.object({
  collection: z.string(),
  id: z.string(),
  was: fields.optional(),
  left: fields.optional(),
});
export type Edit = z.infer<typeof edit>;

/**
 * What somebody changed last, for taking it back and for photos that follow; its id is their
 * account's.
 */
export const lastChanges = collection(
  'lastChanges',
  z.object({
    id: z.string(),
    /** Latin name of the command, and what it called the change. */
    command: z.string(),
    change: z.string(),
    edits: z.array(edit).optional(),
    /** Where it was said, as `addressKey`. */
    place: z.string(),
    at: moment,
    /** The message that it was said with, and what the speaker was allowed then. */
    message: z.string().optional(),
    role: role.optional(),
  }),
  // As the change left things; where a person has become another since, it is not taken back.
  {
    peopleApart: ['edits'],
    accounts: ['id'],
    indexes: { byAge: { by: () => 'all', order: ({ at }) => at } },
  },
);
