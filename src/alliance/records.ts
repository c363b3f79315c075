import { z } from 'zod';
import { collection } from '../core/collection.ts';
import { address } from '../core/records.ts';

export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:mm');

/** The kinds of units, which are also the branches that an alliance may have. */
export const unitKind = z.enum(['enterprise', 'school', 'agency', 'community', 'army', 'organisation', 'clinic']);

/** The alliance itself; one record, whose id is `alliance`. */
export const alliances = collection(
  'alliance',
  z.object({
    id: z.literal('alliance'),
    name: z.string(),
    /** IANA zone. */
    zone: z.string(),
    quiet: z.object({ from: timeOfDay, to: timeOfDay }),
    /** Named to whoever reports an emergency; the one number that groups may read. */
    dutyPhone: z.string().optional(),
  }),
);
export type Alliance = z.infer<(typeof alliances)['schema']>;

export const units = collection(
  'units',
  z.object({
    id: z.string(),
    name: z.string(),
    /** What people call it: `恒威` for 恒威集团. */
    short: z.array(z.string()),
    kind: unitKind,
  }),
);
export type Unit = z.infer<(typeof units)['schema']>;

/** A group chat that belongs to the alliance. Its id is its address as one text. */
export const groups = collection(
  'groups',
  z.object({
    id: z.string(),
    address,
    title: z.string(),
    language: z.enum(['zh', 'zh-Hant', 'en']),
  }),
);
export type Group = z.infer<(typeof groups)['schema']>;

/** The last number given out of each kind: `activity` → 7. */
export const counters = collection('counters', z.object({ id: z.string(), last: z.int() }));
