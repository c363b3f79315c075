import { z } from 'zod';
import { collection } from '../../core/collection.ts';
import { moment } from '../../core/moment.ts';
import { monthKey } from '../../core/time.ts';

/** A change that its author took back: both stay known, with who, when, and from which messages. */
export const takenBack = collection(
  'taken-back',
  z.object({
    id: z.string(),
    person: z.string(),
    /** Name of the command, and what it called the change. */
    command: z.string(),
    change: z.string(),
    /** The records that it had changed, by their ids alone. */
    of: z.array(z.object({ collection: z.string(), id: z.string() })),
    at: moment,
    message: z.string(),
    undone: z.object({ at: moment, message: z.string() }),
  }),
  {
    shard: ({ undone }) => monthKey(undone.at),
    people: ['person'],
    // Of records that may be gone, by the ids they had.
    peopleApart: ['of[].id'],
  },
);
