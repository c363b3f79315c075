import { z } from 'zod';
import type { AnyRecord, Collection, Records } from './collection.ts';
import { collection } from './collection.ts';
import { moment } from './moment.ts';

/** What is kept for a time of its own, and for how many days where the convenor sets nothing else. */
const keptDays = {
  requests: 730,
  activities: 730,
  votes: 730,
  letters: 730,
  offers: 365,
  projects: 1_095,
  counts: 1_095,
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

/** Why records of a collection have no keeping time. */
export type StayReason =
  /** What the alliance is and how it wants things: as long as there is the alliance. */
  | 'alliance'
  /** Who somebody is: until they are erased. */
  | 'person'
  /** What was done, without names beside ids: the numbers of years hang on it. */
  | 'history'
  /** It removes itself, or gives way to the next one, within days; the next one of a chat or person. */
  | 'passing'
  /** It goes with the records that name it. */
  | 'named'
  /** A key, or a hash by which nobody is known. */
  | 'key';

/** Collections that have no keeping time, and why. */
export interface Stays {
  readonly why: StayReason;
  readonly collections: readonly Collection[];
}

/** Declares that collections have no keeping time. */
export function stays(why: StayReason, ...collections: readonly Collection[]): Stays {
  return { why, collections };
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

/** For how many days each kind is kept here. */
export function daysOfAll(records: Records): readonly (readonly [KeptKind, number])[] {
  return keptKinds.map((kind) => [kind, daysKept(kind, records)]);
}

/** For how many days something is kept here. */
export function daysKept(kind: KeptKind, records: Records): number {
  return records.get(keepings, 'keeping')?.days[kind] ?? keptDays[kind];
}
