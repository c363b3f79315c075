import { z } from 'zod';
import { activityKind } from '../activities/index.ts';
import { timeOfDay } from '../alliance/index.ts';
import { collection } from '../core/collection.ts';
import { moment } from '../core/records.ts';

/** On this day of every month; in a month that is too short on its last day, or not at all. */
const monthly = z.object({
  type: z.literal('monthly'),
  day: z.int().min(1).max(31),
  short: z.enum(['last', 'skip']).default('last'),
});

/** A fixed day: a rule of the calendar, never an interval. */
export const rules = collection(
  'rules',
  z.object({
    id: z.string(),
    title: z.string(),
    kind: activityKind,
    on: monthly,
    /** When the activity begins and how long it lasts, minutes. */
    at: timeOfDay,
    minutes: z.int().positive(),
    zone: z.string(),
    place: z.string().optional(),
    capacity: z.int().positive().optional(),
    /** Ids of groups; none means all. */
    groups: z.array(z.string()),
    /** What is announced: so many days before, at a time. */
    notices: z.array(z.object({ id: z.string(), days: z.int().min(0).max(60), at: timeOfDay })),
    /** A notice may come this much too late, minutes. */
    late: z.int().nonnegative().default(120),
    active: z.boolean(),
    /** Notices up to this moment have been decided; nothing before it is ever announced. */
    decided: moment,
  }),
);
export type Rule = z.infer<(typeof rules)['schema']>;
export type Notice = Rule['notices'][number];

/** One day of a rule that has come near, named by the rule and its planned local date. Its id is `<rule>/<date>`. */
export const occurrences = collection(
  'occurrences',
  z.object({ id: z.string(), rule: z.string(), date: z.string(), activity: z.string() }),
);
