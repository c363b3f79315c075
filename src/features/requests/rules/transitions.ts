import {
  type Claimant,
  LIVING,
  type Progress,
  type RequestEntry,
  type RequestEvent,
  type RequestState,
} from '../records/index.ts';

/** In which states an event may happen, to which state it leads, and what else it changes. */
interface Transition {
  readonly from: readonly RequestState[];
  /** The next state; nothing where it stays as it is. */
  readonly to?:
    | RequestState
    | ((claimants: readonly Claimant[], before: RequestState) => RequestState);
  readonly change?: (now: Progress, entry: RequestEntry) => Partial<Progress>;
}

const inHand = ['claimed', 'underway'] as const;
const unfinished = ['open', ...inHand, 'held'] as const;

/**
 * The life of a request. The table allows or refuses commands, and the entries of a request lead
 * through it to the state that the request is in.
 */
export const transitions: Readonly<Record<RequestEvent, Transition>> = {
  submit: { from: [], to: 'open' },
  note: { from: [], to: 'noted' },
  second: {
    from: [...LIVING, 'noted'],
    change: (now, { by }) => ({ seconds: [...now.seconds, ...(by ? [by] : [])] }),
  },
  photos: { from: [...LIVING, 'noted'] },
  claim: { from: ['open'], to: 'claimed', change: taken },
  // An activity does it, beside whoever has it in hand already.
  take: {
    from: unfinished,
    to: (_, before) => (isInHand(before) ? before : 'claimed'),
    change: (now, entry) =>
      isInHand(now.state)
        ? { claimants: [...now.claimants, ...claimantOf(entry)] }
        : { ...taken(now, entry), until: undefined },
  },
  begin: { from: inHand, to: 'underway' },
  // Who has it in hand loses it; whether that may be is for the command to say.
  assign: { from: ['open', ...inHand], to: 'claimed', change: taken },
  join: {
    from: inHand,
    change: (now, entry) => ({ claimants: [...now.claimants, ...claimantOf(entry)] }),
  },
  release: {
    from: inHand,
    to: (left, before) => (left.length > 0 ? before : 'open'),
    change: withoutClaimant,
  },
  promise: {
    from: inHand,
    change: (_, { promised, at }) => ({ promised, since: at, prompted: undefined }),
  },
  // Whoever was prompted and has answered is not prompted again with the same.
  progress: {
    from: inHand,
    to: 'underway',
    change: ({ prompted }, { at }) => ({ since: at, prompted }),
  },
  done: { from: inHand, to: 'awaiting' },
  accept: { from: ['awaiting'], to: 'resolved' },
  reopen: {
    from: ['awaiting', 'resolved'],
    to: 'underway',
    change: (now) => ({ reopened: now.reopened + 1, promised: undefined }),
  },
  decline: { from: unfinished, to: 'declined' },
  hand: { from: unfinished, to: 'handed' },
  merge: { from: unfinished, to: 'duplicate', change: (_, { of }) => ({ of }) },
  withdraw: { from: [...unfinished, 'noted'], to: 'withdrawn' },
  hold: {
    from: unfinished,
    to: 'held',
    change: (_, { until }) => ({ until, promised: undefined }),
  },
  resume: {
    from: ['held'],
    to: (claimants) => (claimants.length > 0 ? 'underway' : 'open'),
    change: () => ({ until: undefined }),
  },
  prompt: {
    from: LIVING,
    change: (_, { prompt, at }) => (prompt ? { prompted: { kind: prompt, at } } : {}),
  },
  lapse: { from: inHand, to: 'open', change: () => ({ claimants: [], promised: undefined }) },
};

function isInHand(state: RequestState): boolean {
  return (inHand as readonly RequestState[]).includes(state);
}

export function allows(event: RequestEvent, { state }: Pick<Progress, 'state'>): boolean {
  return transitions[event].from.includes(state);
}

/** What others do with a request. The use of an offer is between who asked and its owner. */
export const OF_OTHERS: readonly RequestEvent[] = [
  'claim',
  'join',
  'assign',
  'second',
  'merge',
  'hand',
];

/** Whether somebody may say so of it now. */
export function mayHappen(
  event: RequestEvent,
  request: Pick<Progress, 'state'> & { readonly use?: unknown },
): boolean {
  return allows(event, request) && !(request.use !== undefined && OF_OTHERS.includes(event));
}

/** A request that is still to be done. */
export function isUnfinished({ state }: Pick<Progress, 'state'>): boolean {
  return (unfinished as readonly RequestState[]).includes(state);
}

/** A request that is not over. */
export function isAlive({ state }: Pick<Progress, 'state'>): boolean {
  return LIVING.includes(state);
}

/**
 * Where a request stands after one more entry.
 * @throws Error when the table has no such transition; commands ask `allows` before.
 */
export function progressAfter(now: Progress | undefined, entry: RequestEntry): Progress {
  const { from, to, change } = transitions[entry.event];
  if (now === undefined ? from.length > 0 : !from.includes(now.state))
    throw new Error(
      `${entry.event} cannot happen to a request that is ${now?.state ?? 'not there'}`,
    );
  const before: Progress = now ?? {
    state: 'open',
    since: entry.at,
    claimants: [],
    reopened: 0,
    seconds: [],
  };
  const changed = change?.(before, entry);
  const next =
    typeof to === 'function' ? to(changed?.claimants ?? before.claimants, before.state) : to;
  const state = next ?? before.state;
  const entered = state === before.state ? {} : { since: entry.at, prompted: undefined };
  return { ...before, ...entered, ...changed, state };
}

/** Where a history leads; entries that were taken back count no more. */
export function replayed(history: readonly RequestEntry[]): Progress | undefined {
  let now: Progress | undefined;
  for (const entry of history) if (entry.undone === undefined) now = progressAfter(now, entry);
  return now;
}

function taken(_: Progress, entry: RequestEntry): Partial<Progress> {
  return {
    claimants: claimantOf(entry),
    promised: entry.promised,
    since: entry.at,
    prompted: undefined,
  };
}

function claimantOf({ claimant }: RequestEntry): Claimant[] {
  return claimant === undefined ? [] : [claimant];
}

function withoutClaimant(now: Progress, { claimant }: RequestEntry): Partial<Progress> {
  // One instance: two accounts that turned out to be one person may both have taken it on.
  const at = now.claimants.findIndex(
    (one) =>
      one.person === claimant?.person &&
      one.unit === claimant?.unit &&
      one.activity?.id === claimant?.activity?.id,
  );
  const left = now.claimants.filter((_, index) => index !== at);
  return { claimants: left, ...(left.length === 0 ? { promised: undefined } : {}) };
}
