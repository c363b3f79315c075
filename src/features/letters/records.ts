import { z } from 'zod';
import { collection } from '../../core/collection.ts';
import { moment } from '../../core/moment.ts';
import { monthKey } from '../../core/time.ts';

/** received ⇄ answered → settled; or turned into a request, or withdrawn. */
const letterState = z.enum(['received', 'answered', 'settled', 'turned', 'withdrawn']);
export type LetterState = z.infer<typeof letterState>;

/** Who may see it once it is a request: the groups, without a name, or the community alone. */
const turnedFor = z.enum(['groups', 'community']);

/**
 * A letter 来信: a `#` that one person reads. No list, no export and no group has it, because
 * nothing that lists requests knows of this collection.
 */
export const letters = collection(
  'letters',
  z.object({
    id: z.string(),
    /** 21 for `#21`; requests have their numbers from the same counter. */
    number: z.int().positive(),
    writer: z.string(),
    reader: z.string(),
    /** The reader is told no name any more. */
    anonymous: z.boolean().optional(),
    state: letterState,
    at: moment,
    message: z.string(),
    /** What both have said, the letter itself first. */
    said: z.array(z.object({ by: z.enum(['writer', 'reader']), text: z.string(), at: moment })),
    /** The reader has asked whether it may become a request. */
    asked: z.boolean().optional(),
    turned: turnedFor.optional(),
  }),
  {
    key: (letter) => String(letter.number),
    shard: (letter) => monthKey(letter.at),
    people: ['writer', 'reader'],
    indexes: {
      /** All, and those that were answered, in the order in which they were written. */
      written: {
        by: ({ said }) => (said.some(({ by }) => by === 'reader') ? ['all', 'answered'] : 'all'),
        order: ({ at }) => at,
      },
      ofWriter: { by: ({ writer }) => writer },
      /** Those that one reader has to answer. */
      toRead: {
        by: ({ reader, state }) =>
          state === 'received' || state === 'answered' ? reader : undefined,
      },
      /** Those of one writer that wait for their end. */
      waiting: {
        by: ({ writer, state }) =>
          state === 'received' || state === 'answered' ? writer : undefined,
      },
    },
  },
);
export type Letter = z.infer<(typeof letters)['schema']>;

/** Who reads letters; one record, `letterbox`, once a convenor has named somebody. */
export const letterboxes = collection(
  'letterboxes',
  z.object({ id: z.literal('letterbox'), reader: z.string() }),
  { people: ['reader'] },
);
