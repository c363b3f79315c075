import { z } from 'zod';
import { collection } from '../../core/collection.ts';
import { pairsOfText, sameWords } from '../../core/likeness.ts';
import { moment } from '../../core/moment.ts';
import { monthKey } from '../../core/time.ts';
import { timeOfDay } from '../../identity/alliance/index.ts';

/** A request 需求, a small wish 微心愿, or an opinion 民情, which is kept and owes no action. */
const requestKind = z.enum(['need', 'wish', 'voice']);
export type RequestKind = z.infer<typeof requestKind>;

const danger = z.enum(['fire', 'gas', 'shock', 'stuck', 'hurt', 'crime', 'abuse', 'life', 'help']);
export type Emergency = z.infer<typeof danger>;

const requestState = z.enum([
  'open',
  'claimed',
  'underway',
  'awaiting',
  'resolved',
  'declined',
  'handed',
  'duplicate',
  'withdrawn',
  'held',
  'noted',
]);
export type RequestState = z.infer<typeof requestState>;

/** Everything that can happen to a request; `rules/chart.ts` says when and with what effect. */
export const requestEvent = z.enum([
  'submit',
  'note',
  'second',
  'photos',
  'claim',
  'join',
  'assign',
  'release',
  'promise',
  'progress',
  'done',
  'accept',
  'reopen',
  'decline',
  'hand',
  'merge',
  'withdraw',
  'hold',
  'resume',
  'prompt',
  'lapse',
]);
export type RequestEvent = z.infer<typeof requestEvent>;

/** A person, or a unit with who claimed it for them; a unit that was assigned has nobody yet. */
const claimant = z.object({ person: z.string().optional(), unit: z.string().optional() });
export type Claimant = z.infer<typeof claimant>;

/** A time that was promised; `by` is the moment at which it is over. */
const promise = z.object({
  start: moment,
  end: moment.optional(),
  dateOnly: z.boolean(),
  by: moment,
});
export type Promised = z.infer<typeof promise>;

/** What prompts there are, in the order in which they are taken. */
const promptKind = z.enum(['ahead', 'overdue', 'liaison', 'convenor']);
export type PromptKind = z.infer<typeof promptKind>;

/** Where a request stands: nothing but what its history comes to. */
const progress = z.object({
  state: requestState,
  /** When it came into this state, or was promised anew. */
  since: moment,
  claimants: z.array(claimant),
  promised: promise.optional(),
  /** How often it came back as not resolved. */
  reopened: z.int().nonnegative(),
  /** When a request on hold is taken up again. */
  until: moment.optional(),
  /** Id of the request that it is a duplicate of. */
  of: z.string().optional(),
  /** Ids of those who asked for the same. */
  seconds: z.array(z.string()),
  /** The last prompt since `since`, and when. */
  prompted: z.object({ kind: promptKind, at: moment }).optional(),
});
export type Progress = z.infer<typeof progress>;

/** What is not over: somebody does something about it, or will. */
export const LIVING: readonly RequestState[] = ['open', 'claimed', 'underway', 'held', 'awaiting'];

export const requests = collection(
  'requests',
  z.object({
    id: z.string(),
    /** 12 for `#12`. */
    number: z.int().positive(),
    kind: requestKind,
    /** As typed, private details included; only who does it reads this. */
    text: z.string(),
    category: z.string(),
    place: z.string().optional(),
    /** Ids of photos that show what it is about. */
    photos: z.array(z.string()),
    /** Ids of who needs it and of who wrote it down for them. */
    asker: z.string(),
    reporter: z.string(),
    /** Said in private: no name is shown in groups. */
    discreet: z.boolean(),
    /** Said for the community alone: no group hears of it. */
    kept: z.boolean().optional(),
    /** What cannot wait, if it is such. */
    urgent: danger.optional(),
    /** Id of the group that it belongs to; without one it belongs to all. */
    group: z.string().optional(),
    at: moment,
    message: z.string(),
    ...progress.shape,
  }),
  {
    key: (request) => String(request.number),
    shard: (request) => monthKey(request.at),
    photos: (request) => request.photos,
    people: ['asker', 'reporter', 'claimants[].person', 'seconds[]'],
    indexes: {
      // What was said for the community alone stands in no list that others read.
      byState: { by: ({ state, kept }) => (kept ? undefined : state) },
      /** All of them, in the order in which they came into their state. */
      sinceInState: { by: ({ state }) => state, order: ({ since }) => since },
      /** The same of one `<person or unit> <state>` who asked, wrote it down or does it. */
      ofParty: {
        by: ({ state, asker, reporter, claimants }) => {
          const doing = claimants.flatMap(({ person, unit }) => [person ?? [], unit ?? []].flat());
          return [...new Set([asker, reporter, ...doing])].map((id) => `${id} ${state}`);
        },
        order: ({ since }) => since,
      },
      openByCategory: {
        by: ({ state, category, kept }) => (state === 'open' && !kept ? category : undefined),
      },
      livingByCategory: {
        by: ({ state, category, kept }) => (isLiving(state) && !kept ? category : undefined),
      },
      /** `<group> <state>`, but for opinions; in the order in which they came into their state. */
      byGroup: {
        by: ({ group = '', state, kind, kept }) =>
          kind === 'voice' || kept ? undefined : `${group} ${state}`,
        order: ({ since }) => since,
      },
      /** The same, in the order in which they were asked. */
      inGroup: {
        by: ({ group = '', state, kind, kept }) =>
          kind === 'voice' || kept ? undefined : `${group} ${state}`,
      },
      duplicates: { by: ({ state, of }) => (state === 'duplicate' ? of : undefined) },
      /** Those that live, by who says the same words again. */
      bySaid: { by: (request) => (isLiving(request.state) ? saidKey(request) : undefined) },
      /** Those that live, by `<kind> <pair of characters>`. */
      byPair: {
        by: ({ state, kind, text }) =>
          isLiving(state) ? [...pairsOfText(text)].map((pair) => `${kind} ${pair}`) : [],
        order: ({ at }) => at,
      },
    },
  },
);
export type Request = z.infer<(typeof requests)['schema']>;

function isLiving(state: RequestState): boolean {
  return LIVING.includes(state);
}

/** The same for whoever asks for the same in the same words. */
export function saidKey(said: {
  readonly kind: RequestKind;
  readonly asker: string;
  readonly text: string;
}): string {
  const { kind, asker, text } = said;
  return JSON.stringify([kind, asker, sameWords(text)]);
}

/** One thing that happened to a request. Entries are added and never changed. */
export const requestEntries = collection(
  'requestEntries',
  z.object({
    id: z.string(),
    request: z.string(),
    event: requestEvent,
    at: moment,
    /** Who, and from which message; nobody when it came by the clock. */
    by: z.string().optional(),
    message: z.string().optional(),
    /** Their words. */
    note: z.string().optional(),
    photos: z.array(z.string()).optional(),
    claimant: claimant.optional(),
    promised: promise.optional(),
    until: moment.optional(),
    of: z.string().optional(),
    prompt: promptKind.optional(),
    /** Checked by a liaison because who asked was silent. */
    silent: z.boolean().optional(),
    /** Taken back by its author at this moment: it counts no more. */
    undone: moment.optional(),
  }),
  {
    key: (entry) => entry.request,
    shard: (entry) => monthKey(entry.at),
    photos: (entry) => (entry.undone === undefined ? (entry.photos ?? []) : []),
    people: ['by', 'claimant.person'],
  },
);
export type RequestEntry = z.infer<(typeof requestEntries)['schema']>;

/**
 * Words by which requests are put into categories; one record, `categories`, once the convenor has
 * changed them.
 */
export const requestCategories = collection(
  'requestCategories',
  z.object({
    id: z.literal('categories'),
    categories: z.array(z.object({ name: z.string(), words: z.array(z.string()) })),
  }),
  { keepsNames: true },
);
export type Categories = z.infer<(typeof requestCategories)['schema']>['categories'];

/** The morning digest; one record, `morning`, from the first request on. */
export const digests = collection(
  'digests',
  z.object({
    id: z.literal('morning'),
    time: timeOfDay,
    /** When the next one is due; without it there are none. */
    next: moment.optional(),
    /** What became of requests is told from here on. */
    from: moment,
  }),
);
export type Digest = z.infer<(typeof digests)['schema']>;

/** What was last cried out in a chat, so that nobody is called twice; the words are not kept. */
export const cries = collection('cries', z.object({ id: z.string(), kind: danger, at: moment }));
