import { z } from 'zod';
import { collection } from '../../core/collection.ts';
import { fold } from '../../core/line.ts';
import { timeOfDay } from '../../core/moment.ts';
import { address, addressKey } from '../../core/records.ts';
import { isSame } from '../../core/same.ts';

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
    /** Ids of liaisons who may send reports, besides the convenor. */
    reportSenders: z.array(z.string()).optional(),
  }),
  {
    people: ['reportSenders[]'],
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
  {
    keepsNames: true,
    indexes: { byName: { by: ({ name, short }) => [name, ...short].map(fold) } },
  },
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
 * What a group is: of the units and their liaisons, of party members, of residents, of those who
 * organise, of a branch.
 */
export type GroupKind = z.infer<typeof groupKind>;
export const groupKind = z.enum(['alliance', 'members', 'residents', 'work', 'branch']);

/**
 * Who hears of a thing: the groups of these kinds, those of these branches, and these very groups.
 * Where none of the three is named it is all groups but those of `notKinds`.
 */
export type Audience = z.infer<typeof audience>;
export const audience = z.strictObject({
  kinds: z.array(groupKind).min(1).optional(),
  /** Ids of branches. */
  branches: z.array(z.string()).min(1).optional(),
  /** Ids of groups. */
  groups: z.array(z.string()).min(1).optional(),
  notKinds: z.array(groupKind).min(1).optional(),
});

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
    /** What it has said it is; what hangs on a kind leaves a group alone that has not. */
    kind: groupKind.optional(),
    /** The convenors have been asked what it is. */
    asked: z.boolean().optional(),
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
