import { z } from 'zod';
import { moment } from '../../../core/moment.ts';

export const requestState = z.enum([
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
  'take',
  'begin',
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

/** An activity that does it, `7` for `E7`. */
const work = z.object({ id: z.string(), number: z.int().positive() });

/**
 * A person, or a unit with who claimed it for them; a unit that was assigned has nobody yet. An
 * activity with who runs it.
 */
export const claimant = z.object({
  person: z.string().optional(),
  unit: z.string().optional(),
  activity: work.optional(),
});
export type Claimant = z.infer<typeof claimant>;

/** Somebody wants what somebody else has offered: which, of whom, and for when. */
export const use = z.object({
  /** Id of the offer. */
  offer: z.string(),
  /** Who answers for it; nobody else takes it on. */
  owner: claimant,
  start: moment.optional(),
  end: moment.optional(),
  dateOnly: z.boolean().optional(),
  /** There is no place now: it waits for one. */
  isWaiting: z.boolean().optional(),
});
export type Use = z.infer<typeof use>;

/** A time that was promised; `by` is the moment at which it is over. */
export const promise = z.object({
  start: moment,
  end: moment.optional(),
  dateOnly: z.boolean(),
  by: moment,
});
export type Promised = z.infer<typeof promise>;

/** What prompts there are, in the order in which they are taken. */
export const promptKind = z.enum(['ahead', 'overdue', 'liaison', 'convenor']);
export type PromptKind = z.infer<typeof promptKind>;

/** Where a request stands: nothing but what its history comes to. */
export const progress = z.object({
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
