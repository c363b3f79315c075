import { z } from 'zod';
import { collection } from '../../core/collection.ts';
import { moment } from '../../core/moment.ts';

/** proposed → chosen or refused → claimed → running → done; or stopped. */
const projectState = z.enum([
  'proposed',
  'chosen',
  'refused',
  'claimed',
  'running',
  'done',
  'stopped',
]);
export type ProjectState = z.infer<typeof projectState>;
export const projectStates = projectState.options;

/** Everything that can happen to a project; `rules/transitions.ts` says when, and with what effect. */
const projectEvent = z.enum([
  ...(['propose', 'add', 'second', 'choose', 'refuse', 'claim', 'release'] as const),
  ...(['progress', 'count', 'uncount', 'visit', 'finish', 'stop', 'change'] as const),
]);
export type ProjectEvent = z.infer<typeof projectEvent>;

/** A unit, or a person without one, with the part that it takes. */
const claim = z.object({
  person: z.string(),
  unit: z.string().optional(),
  part: z.string().optional(),
  /** What it gives and what it gets, one line each. */
  gives: z.string().optional(),
  gets: z.string().optional(),
  at: moment,
});
export type Claim = z.infer<typeof claim>;

/** Two parties with a rhythm and no end. */
const pair = z.object({
  /** The unit or the household; of a household only its code name is ever kept. */
  partner: z.string(),
  /** A household: no group ever reads of it. */
  isHousehold: z.boolean(),
  everyMonths: z.int().min(1).max(12),
  /** When a visit is due next. */
  due: moment,
});

/** A line of the claim table 项目认领表: what the alliance does this year, and who takes it on. */
export const projects = collection(
  'projects',
  z.object({
    id: z.string(),
    /** 2 for `J2`. */
    number: z.int().positive(),
    title: z.string(),
    category: z.string(),
    /** Id of the gathering in which it was proposed. */
    call: z.string().optional(),
    state: projectState,
    /** When it came into its state. */
    since: moment,
    /** Who proposed or added it. */
    by: z.string(),
    /** Id of the request that it came from. */
    request: z.string().optional(),
    /** Ids of those who want the same. */
    seconds: z.array(z.string()),
    /** Why it was not chosen, or was stopped. */
    reason: z.string().optional(),
    /** Votes that it got in a poll over projects. */
    votes: z.int().nonnegative().optional(),
    target: z.object({ amount: z.int().positive(), measure: z.string() }).optional(),
    /** The month until which it is to be done, `2027-06`. */
    month: z.string().optional(),
    claims: z.array(claim),
    /** Ids of the activities and the requests that count for it. */
    activities: z.array(z.string()),
    requests: z.array(z.string()),
    pair: pair.optional(),
    /** When claimants are asked what is planned. */
    asks: moment.optional(),
    at: moment,
    message: z.string(),
  }),
  {
    key: (project) => String(project.number),
    people: ['by', 'seconds[]', 'claims[].person'],
    indexes: {
      /** What groups may read, by its state; pairs stand apart. */
      byState: { by: ({ state, pair: two }) => (two === undefined ? state : undefined) },
      byCategory: {
        by: ({ category, pair: two, state }) =>
          two === undefined && isTaken(state) ? category : undefined,
      },
      /** `<call> <state>` */
      ofCall: {
        by: ({ call, state }) => (call === undefined ? undefined : `${call} ${state}`),
        order: ({ number }) => number,
      },
      /** Of those who have taken it on: the unit, else the person. */
      byClaimant: {
        by: ({ claims, state, pair: two }) =>
          two === undefined && isTaken(state)
            ? claims.map(({ unit, person }) => unit ?? person)
            : undefined,
      },
      /** The activities and requests that count, by their ids. */
      byCounted: { by: ({ activities, requests }) => [...activities, ...requests] },
      pairs: { by: ({ pair: two, state }) => (two && state !== 'stopped' ? 'all' : undefined) },
    },
  },
);
export type Project = z.infer<(typeof projects)['schema']>;

function isTaken(state: ProjectState): boolean {
  return state === 'claimed' || state === 'running' || state === 'done';
}

/** One thing that happened to a project. Entries are added; one that is taken back is removed. */
export const projectEntries = collection(
  'projectEntries',
  z.object({
    id: z.string(),
    project: z.string(),
    event: projectEvent,
    at: moment,
    by: z.string().optional(),
    message: z.string().optional(),
    note: z.string().optional(),
    claim: claim.optional(),
  }),
  {
    key: ({ project }) => project,
    people: ['by', 'claim.person'],
    indexes: { byEvent: { by: ({ event }) => event, order: ({ at }) => at } },
  },
);
export type ProjectEntry = z.infer<(typeof projectEntries)['schema']>;

/** A claim table that the convenor has sent, until it is carried out. Its id is the person's. */
export const projectDrafts = collection(
  'projectDrafts',
  z.object({ id: z.string(), rows: z.array(z.array(z.string())), at: moment }),
  { people: ['id'] },
);
export type ProjectDraft = z.infer<(typeof projectDrafts)['schema']>;

/** A round of a vote over projects: which are voted on, and in which poll. */
const round = z.object({ projects: z.array(z.string()), poll: z.string().optional() });

/** Everybody is asked what is to be done: 征集. */
export const projectCalls = collection(
  'projectCalls',
  z.object({
    id: z.string(),
    title: z.string(),
    until: moment,
    state: z.enum(['open', 'closed']),
    by: z.string(),
    at: moment,
    /** The vote over what was proposed, in rounds of at most twelve. */
    vote: z
      .object({
        rounds: z.array(round),
        /** How long each round is open, ms, and how many of its projects one may vote for. */
        lasts: z.int().positive(),
        most: z.int().positive(),
        /** So many are to be chosen in the end. */
        wanted: z.int().positive(),
        groups: z.array(z.string()),
      })
      .optional(),
  }),
  {
    people: ['by'],
    indexes: {
      byState: { by: ({ state }) => state, order: ({ at }) => at },
      ofPoll: { by: ({ vote }) => vote?.rounds.flatMap(({ poll }) => poll ?? []) },
    },
  },
);
export type ProjectCall = z.infer<(typeof projectCalls)['schema']>;
