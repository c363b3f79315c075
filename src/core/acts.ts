import { z } from 'zod';
import { actKinds, type NewAct } from './act.ts';
import { collection } from './collection.ts';
import { moment } from './moment.ts';
import { nothing, type Outcome } from './outcome.ts';
import { monthKey } from './time.ts';

/** No blanks, so that nobody's words get in. */
const token = z.string().regex(/^\S+$/u);

/**
 * The log of acts: who did what for whom, when and from where. Only the runtime writes it, in the
 * commit of the change itself, and no command changes or removes an entry.
 */
export const acts = collection(
  'acts',
  z.object({
    id: z.string(),
    kind: z.enum(actKinds),
    at: moment,
    /** How it came about: in a chat, carried by hand, on the machine itself, by the clock. */
    source: z.enum(['chat', 'hand', 'machine', 'clock']),
    /** Who did it. */
    by: z.string().optional(),
    /** The account that did it, where it was nobody whom the alliance knows. */
    account: z.string().optional(),
    whom: z.array(z.string()).optional(),
    about: token.optional(),
    from: token.optional(),
    to: token.optional(),
    /** Where it was said: the platform, and the group's id where it was one. */
    platform: z.string().optional(),
    group: z.string().optional(),
    /** The id by which the message is remembered as handled. */
    message: z.string().optional(),
  }),
  {
    shard: ({ at }) => monthKey(at),
    // The log says what was: after a merge it still names whoever they were then.
    peopleApart: ['by', 'whom[]'],
    accounts: ['account'],
    indexes: {
      /** All of them and those of a kind, in their order. */
      byKind: { by: ({ kind }) => ['all', kind], order: ({ at }) => at },
      /** What a person did, and what was done for them. */
      byPerson: { by: ({ by, whom = [] }) => [by ?? [], whom].flat(), order: ({ at }) => at },
    },
  },
);
export type Act = z.infer<(typeof acts)['schema']>;

/**
 * Has an act logged that no record shows, such as an export. Changes of records that have to be
 * logged are found by the runtime: their collection declares `act`.
 */
export function audited(act: NewAct): Outcome {
  return { ...nothing, acts: [act] };
}
