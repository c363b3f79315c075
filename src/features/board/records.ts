import { z } from 'zod';
import { collection } from '../../core/collection.ts';
import { moment } from '../../core/moment.ts';

/** The board of the alliance, once somebody has hung it up; one record, `board`. */
export const boards = collection(
  'boards',
  z.object({
    id: z.literal('board'),
    /** 128 bits in hexadecimal digits, which nobody can guess. */
    address: z.string().regex(/^[0-9a-f]{32}$/),
    on: z.boolean(),
    by: z.string(),
    at: moment,
    message: z.string(),
  }),
  { people: ['by'] },
);
export type Board = z.infer<(typeof boards)['schema']>;
