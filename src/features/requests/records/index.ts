import { z } from 'zod';
import { collection } from '../../../core/collection.ts';
import { pairsOfText, sameWords } from '../../../core/likeness.ts';
import { moment } from '../../../core/moment.ts';
import { monthKey } from '../../../core/time.ts';
import { audience, timeOfDay } from '../../../identity/alliance/index.ts';
import {
  claimant,
  type Progress,
  progress,
  promise,
  promptKind,
  type RequestState,
  requestEvent,
  type Use,
  use,
} from './progress.ts';

export type {
  Claimant,
  Progress,
  Promised,
  PromptKind,
  RequestEvent,
  RequestState,
  Use,
} from './progress.ts';
export { requestEvent, requestState } from './progress.ts';

/** A request 需求, a small wish 微心愿, or an opinion 民情, which is kept and owes no action. */
const requestKind = z.enum(['need', 'wish', 'voice']);
export type RequestKind = z.infer<typeof requestKind>;

const danger = z.enum(['fire', 'gas', 'shock', 'stuck', 'hurt', 'crime', 'abuse', 'life', 'help']);
export type Emergency = z.infer<typeof danger>;

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
    /** The use of an offer: only its owner says yes or no. */
    use: use.optional(),
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
    people: ['asker', 'reporter', 'claimants[].person', 'seconds[]', 'use.owner.person'],
    indexes: {
      // What is for some only stands in no list that others read.
      byState: { by: (request) => (isApart(request) ? undefined : request.state) },
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
      /** What an activity does, or did. */
      byActivity: {
        by: ({ claimants }) => claimants.flatMap(({ activity }) => activity?.id ?? []),
      },
      openByCategory: {
        by: (request) =>
          request.state === 'open' && !isApart(request) ? request.category : undefined,
      },
      livingByCategory: {
        by: (request) =>
          isLiving(request.state) && !isApart(request) ? request.category : undefined,
      },
      /** `<group> <state>`, but for opinions; in the order in which they came into their state. */
      byGroup: {
        by: groupAndState,
        order: ({ since }) => since,
      },
      /** The same, in the order in which they were asked. */
      inGroup: { by: groupAndState },
      /** `voice` or `asked`, in the order in which they were submitted. */
      byAsked: { by: ({ kind }) => (kind === 'voice' ? kind : 'asked'), order: ({ at }) => at },
      /** `<offer> <state>`: the uses of an offer. */
      ofOffer: { by: ({ use, state }) => (use ? `${use.offer} ${state}` : undefined) },
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

type Facts = Pick<Progress, 'state'> & Audience & { kind: RequestKind; group?: string | undefined };
type Audience = { kept?: boolean | undefined; use?: Use | undefined };

/** It is for the eyes or the answer of some only. */
function isApart({ kept, use: wanted }: Audience): boolean {
  return kept === true || wanted !== undefined;
}

function groupAndState(request: Facts): string | undefined {
  const { group = '', state, kind } = request;
  return kind === 'voice' || isApart(request) ? undefined : `${group} ${state}`;
}

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
    indexes: {
      /** Words on what was done, in their order. */
      byVerdict: {
        by: ({ event, undone }) =>
          undone === undefined && (event === 'accept' || event === 'reopen') ? event : undefined,
        order: ({ at }) => at,
      },
      /** Promises, in the order in which they come due. */
      byPromise: {
        by: ({ promised, undone }) =>
          undone === undefined && promised !== undefined ? 'promised' : undefined,
        order: ({ promised }) => promised?.by ?? 0,
      },
    },
  },
);
export type RequestEntry = z.infer<(typeof requestEntries)['schema']>;

/** Words by which requests are put into categories, once the convenor has changed them. */
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
    /** The groups that get one. */
    audience: audience.optional(),
    /** When the next one is due; without it there are none. */
    next: moment.optional(),
    /** What became of requests is told from here on. */
    from: moment,
  }),
);
export type Digest = z.infer<(typeof digests)['schema']>;

/** What was last cried out in a chat: nobody is called twice for it. Its words are not kept. */
export const cries = collection('cries', z.object({ id: z.string(), kind: danger, at: moment }));
