import { z } from 'zod';
import { collection } from '../../core/collection.ts';
import { moment } from '../../core/moment.ts';
import { nameKey } from '../../core/names.ts';
import { monthKey } from '../../core/time.ts';

/** What stays readable of a count that was set right, or struck. */
const mended = z.object({ by: z.string(), at: moment, why: z.string(), message: z.string() });

/**
 * Something that was counted by hand: `健康教育 1次` adds up, `建档 66379/68400` and `现有 覆盖人数 60000`
 * say how things stand.
 */
export const counts = collection(
  'counts',
  z.object({
    id: z.string(),
    /** As it was typed first: 健康教育. */
    name: z.string(),
    /** `added`: it adds up; `level`: the last one counts. */
    kind: z.enum(['added', 'level']),
    amount: z.int().nonnegative(),
    /** Of how many, where it is part of a whole. */
    whole: z.int().positive().optional(),
    /** 次, 户; none where it was not said. */
    measure: z.string(),
    /** The day it is for, as the moment at which it was said, or the end of an earlier day. */
    day: moment,
    /** Id of the unit whose doing it was. */
    unit: z.string().optional(),
    by: z.string(),
    at: moment,
    message: z.string(),
    /** What it was before a liaison set it right. */
    corrected: mended.extend({ from: z.int(), whole: z.int().optional() }).optional(),
    /** It counts no more. */
    struck: mended.optional(),
  }),
  {
    key: (count) => nameKey(count.name),
    shard: (count) => monthKey(count.at),
    people: ['by', 'corrected.by', 'struck.by'],
    indexes: {
      /** `added` or `level`, in the order of their days. */
      byKind: {
        by: ({ kind, struck }) => (struck === undefined ? kind : undefined),
        order: ({ day }) => day,
      },
      /** `<name> <kind>`, in the order of their days. */
      byName: {
        by: ({ name, kind, struck }) =>
          struck === undefined ? `${nameKey(name)} ${kind}` : undefined,
        order: ({ day }) => day,
      },
      /** All of them, those that were struck too, in the order of their days. */
      byDay: { by: () => 'all', order: ({ day }) => day },
      /** The names of levels. */
      levels: {
        by: ({ name, kind, struck }) =>
          struck === undefined && kind === 'level' ? nameKey(name) : undefined,
        order: ({ day }) => day,
      },
    },
  },
);
export type Count = z.infer<(typeof counts)['schema']>;
