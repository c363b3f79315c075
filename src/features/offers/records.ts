import { z } from 'zod';
import { collection } from '../../core/collection.ts';
import { moment } from '../../core/moment.ts';
import { timeOfDay } from '../../identity/alliance/index.ts';

/** When something can be had: on these weekdays (1 is Monday), between these times of the day. */
const hours = z.object({
  weekdays: z.array(z.int().min(1).max(7)).optional(),
  from: timeOfDay.optional(),
  /** Before `from` where it is over midnight. */
  to: timeOfDay.optional(),
});
export type Hours = z.infer<typeof hours>;

/** Somebody's, or a unit's by whoever entered it. */
const owner = z.object({ person: z.string(), unit: z.string().optional() });

const offerState = z.enum(['inUse', 'paused', 'withdrawn']);
export type OfferState = z.infer<typeof offerState>;

/** What a unit or a person can give: a service, a skill, a room, places to park, a team. */
export const offers = collection(
  'offers',
  z.object({
    id: z.string(),
    /** 3 for `F3`. */
    number: z.int().positive(),
    /** What it is, as typed, without time and place. */
    text: z.string(),
    /** When it can be had, as typed. */
    when: z.string().optional(),
    hours: hours.optional(),
    place: z.string().optional(),
    /** So many may have it at once; without it nobody is in another's way. */
    capacity: z.int().positive().optional(),
    /** It is had by the month. */
    byMonth: z.boolean().optional(),
    category: z.string(),
    owner,
    /** Everybody may know of it; otherwise liaisons only. */
    isPublic: z.boolean(),
    /** A team: the ids of those in it, the owner is its leader. */
    team: z.array(z.string()).optional(),
    state: offerState,
    /** When it came into its state; until then it was in use. */
    since: moment.optional(),
    at: moment,
    message: z.string(),
  }),
  {
    key: (offer) => String(offer.number),
    people: ['owner.person', 'team[]'],
    indexes: {
      /** Those that everybody may have now, by their category. */
      open: {
        by: ({ state, isPublic, category }) =>
          state === 'inUse' && isPublic ? ['all', category] : undefined,
      },
      byState: { by: ({ state }) => state },
      /** Of a person or a unit, those that are not withdrawn. */
      ofOwner: {
        by: ({ owner: { person, unit }, state }) =>
          state === 'withdrawn' ? undefined : [person, ...(unit === undefined ? [] : [unit])],
      },
      teams: {
        by: ({ team, state }) => (team === undefined || state === 'withdrawn' ? undefined : 'all'),
      },
    },
  },
);
export type Offer = z.infer<(typeof offers)['schema']>;

/**
 * Somebody was asked to take on a request. Its id is `<request>/<person>`; who has said no is not
 * asked for it again.
 */
export const helpAsked = collection(
  'helpAsked',
  z.object({
    id: z.string(),
    request: z.string(),
    person: z.string(),
    offer: z.string().optional(),
    by: z.string(),
    at: moment,
    declined: moment.optional(),
  }),
  {
    key: ({ request }) => request,
    people: ['id', 'person', 'by'],
    indexes: { ofPerson: { by: ({ person, declined }) => (declined ? undefined : person) } },
  },
);

/** One of two people who are to be introduced to each other. */
const party = z.object({
  person: z.string(),
  /** How they may be reached, in their own words; said with their yes. */
  contact: z.string().optional(),
});

/**
 * Two people who may know each other once both have said yes. It is removed when they do, or when
 * one says no: what they wrote is kept no longer than it is needed.
 */
export const introductions = collection(
  'introductions',
  z.object({
    id: z.string(),
    number: z.int().positive(),
    /** What it is about, in the liaison's words. */
    about: z.string(),
    one: party,
    other: party,
    by: z.string(),
    at: moment,
  }),
  {
    key: ({ number }) => String(number),
    people: ['one.person', 'other.person', 'by'],
    indexes: { all: { by: () => 'all', order: ({ at }) => at } },
  },
);
export type Introduction = z.infer<(typeof introductions)['schema']>;
