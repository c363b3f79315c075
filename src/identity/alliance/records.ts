import { z } from 'zod';
import { collection } from '../../core/collection.ts';
import { because } from '../../core/mistakes.ts';
import { address, addressKey } from '../../core/records.ts';
import { isSame } from '../../core/same.ts';

export const timeOfDay = z
  .string()
  .refine(
    (text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text),
    because({ zh: '要写成几点几分，例：07:30', en: 'should be a time of day such as 07:30' }),
  );

/** The kinds of units, which are also the branches that an alliance may have. */
export type UnitKind = z.infer<typeof unitKind>;
export const unitKind = z.enum([
  'enterprise',
  'school',
  'agency',
  'community',
  'army',
  'organisation',
  'clinic',
]);

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
    /** So many announcements a group gets in a day; the usual number where nothing is said. */
    announcementsADay: z.int().positive().optional(),
  }),
  {
    keepsNames: true,
    // The names of the settings; what they are set to is no matter here.
    act: (before, after) => {
      const names = Object.entries({ ...before, ...after }).flatMap(([name]) => {
        const [was, is] = [before, after].map((one) => one?.[name as 'name']);
        return isSame(was, is) ? [] : [name];
      });
      const about = before === undefined ? 'alliance' : names.join(',');
      return names.length === 0 ? undefined : { kind: 'setting', about };
    },
  },
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
    /** What it looks after, in words: `3、5、7号楼`. */
    area: z.string().optional(),
  }),
  { keepsNames: true },
);
export type Unit = z.infer<(typeof units)['schema']>;

/** A part of the alliance with groups of its own, by the kinds of its units. */
export const branches = collection(
  'branches',
  z.object({ id: z.string(), name: z.string(), kinds: z.array(unitKind) }),
  { keepsNames: true },
);
export type Branch = z.infer<(typeof branches)['schema']>;

/**
 * A group chat that belongs to the alliance. Its id is the address it was bound at, as one text; it
 * keeps the id when its platform gives it another address.
 */
export const groups = collection(
  'groups',
  z.object({
    id: z.string(),
    address,
    title: z.string(),
    /** Id of the branch that it is for; without one it is for all. */
    branch: z.string().optional(),
    language: z.enum(['zh', 'zh-Hant', 'en']),
    /** The topic in which it was bound; broadcasts go there. */
    topic: z.string().optional(),
    /** Since when the bot cannot write there, ms, and whether the convenors know. */
    gone: z.object({ at: z.int(), told: z.boolean() }).optional(),
    /**
     * The platform has given out new ids since this moment, ms: it is not written there until it is
     * bound again.
     */
    unverified: z.int().optional(),
    /** What the bot gets to hear there, as it has told the group. */
    hears: z.enum(['all', 'addressed']).optional(),
  }),
  {
    key: (group) => addressKey(group.address),
    keepsNames: true,
    // What the platform tells of it is no change that somebody made.
    act: (before, after) => {
      const isAlike = before?.branch === after?.branch && before?.title === after?.title;
      if (isAlike && (before === undefined) === (after === undefined)) return undefined;
      return { kind: 'setting', about: 'group', to: after === undefined ? 'unbound' : 'bound' };
    },
  },
);
export type Group = z.infer<(typeof groups)['schema']>;

/** The last number given out of each kind: `activity` → 7. */
export const counters = collection('counters', z.object({ id: z.string(), last: z.int() }));
