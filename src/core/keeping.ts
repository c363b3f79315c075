import { z } from 'zod';
import type { AnyRecord, Collection, Records } from './collection.ts';
import { collection } from './collection.ts';
import { moment } from './moment.ts';

/** What is kept for a time of its own, and for how many days where the convenor sets nothing else. */
const keptDays = {
  requests: 730,
  activities: 730,
  votes: 730,
  announcements: 365,
  acts: 730,
  attempts: 90,
} as const;
export type KeptKind = keyof typeof keptDays;
export const keptKinds = Object.keys(keptDays) as KeptKind[];

/** Nothing is kept for less or longer than this, days. */
export const SHORTEST_KEPT = 30;
export const LONGEST_KEPT = 3_650;

/** For how long the records of a collection are kept; what is not over yet is always kept. */
export interface Keeps<R extends AnyRecord = AnyRecord> {
  readonly collection: Collection<R>;
  readonly as: KeptKind;
  /** The moment from which the time counts, ms; undefined while it is not over. */
  since(record: R, records: Records): number | undefined;
}

/** Declares a keeping time; the types follow from the collection. */
export function keeps<R extends AnyRecord>(definition: Keeps<R>): Keeps {
  return definition as unknown as Keeps;
}

/** What the convenor has set, and the last time that anything was let go; one record. */
export const keepings = collection(
  'keepings',
  z.object({
    id: z.literal('keeping'),
    days: z.partialRecord(z.enum(keptKinds as [KeptKind, ...KeptKind[]]), z.int().positive()),
    /** When it is looked at next. */
    next: moment,
    /** When it was last looked at, and how many records went then and in all. */
    last: z.object({ at: moment, gone: z.int() }).optional(),
    gone: z.int().nonnegative(),
  }),
  {
    act: (before, after) => {
      const changed = keptKinds.find((kind) => before?.days[kind] !== after?.days[kind]);
      if (changed === undefined) return undefined;
      const [from, to] = [before, after].map((one) =>
        String(one?.days[changed] ?? keptDays[changed]),
      );
      return { kind: 'keeping', about: changed, from, to };
    },
  },
);

/** For how many days something is kept here. */
export function daysKept(kind: KeptKind, records: Records): number {
  return records.get(keepings, 'keeping')?.days[kind] ?? keptDays[kind];
}
