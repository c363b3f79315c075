import { put, type Records, remove } from '../../../core/collection.ts';
import type { CommandContext } from '../../../core/command.ts';
import { OverlayRecords } from '../../../core/overlay-records.ts';
import { type Activity, type Post, type Signup, signups } from '../records/index.ts';

type OfActivity = Pick<Activity, 'id'>;

function stateKey({ id }: OfActivity, state: Signup['state']): string {
  return `${id} ${state}`;
}

/** People of a state: those they bring are counted. */
export function headsOf(activity: OfActivity, state: Signup['state'], records: Records): number {
  return records.sum(signups, 'byState', stateKey(activity, state));
}

/** The sign-ups of a state in their order, the first so many where not all are needed. */
export function inOrder(
  activity: OfActivity,
  state: Signup['state'],
  records: Records,
  most?: number,
): readonly Signup[] {
  return records.slice(signups, 'byState', stateKey(activity, state), 0, most);
}

export function countOf(activity: OfActivity, state: Signup['state'], records: Records): number {
  return records.count(signups, 'byState', stateKey(activity, state));
}

export function signupOf(
  activity: OfActivity,
  person: string,
  records: Records,
): Signup | undefined {
  return records.get(signups, `${activity.id}/${person}`);
}

export function seatsLeft(activity: Activity, records: Records): number {
  if (activity.capacity === undefined) return Number.POSITIVE_INFINITY;
  return activity.capacity - headsOf(activity, 'in', records);
}

/** A task of an activity by its name, with seats of its own. */
function postOf({ posts }: Activity, slot: string | undefined): Post | undefined {
  return slot === undefined ? undefined : posts?.find(({ name }) => name === slot);
}

export function seatsTaken(activity: OfActivity, { name }: Post, records: Records): number {
  return records.sum(signups, 'byPost', `${stateKey(activity, 'in')} ${name}`);
}

/** The seats left for a task: its own, and not more than there are in all. */
export function seatsLeftFor(activity: Activity, slot: string | undefined, records: Records) {
  const post = postOf(activity, slot);
  const all = seatsLeft(activity, records);
  return post === undefined ? all : Math.min(all, post.seats - seatsTaken(activity, post, records));
}

/** Those who wait for the same seats, first the first; without a task also those who have one. */
function waitingFor(activity: Activity, slot: string | undefined) {
  const post = postOf(activity, slot);
  const key = stateKey(activity, 'waiting');
  return post === undefined
    ? ({ index: 'byState', key } as const)
    : ({ index: 'byPost', key: `${key} ${post.name}` } as const);
}

/** How many wait for the same seats, before a turn: whoever waits for a task has its seats only. */
function waitingBefore(
  activity: Activity,
  slot: string | undefined,
  records: Records,
  turn = Number.POSITIVE_INFINITY,
): number {
  const { index, key } = waitingFor(activity, slot);
  const all = records.countBefore(signups, index, key, turn);
  if (index === 'byPost') return all;
  const forTasks = (activity.posts ?? []).map(({ name }) =>
    records.countBefore(signups, 'byPost', `${key} ${name}`, turn),
  );
  return all - forTasks.reduce((sum, count) => sum + count, 0);
}

/**
 * The seat of a new or returning sign-up: in when nobody else waits for the same and there is room
 * for the whole party, else waiting.
 */
export function seatFor(
  activity: Activity,
  records: Records,
  party: number,
  slot?: string,
): 'in' | 'waiting' {
  const nobodyWaits = waitingBefore(activity, slot, records) === 0;
  return nobodyWaits && party <= seatsLeftFor(activity, slot, records) ? 'in' : 'waiting';
}

/**
 * Who moves up, strictly in order: a party that does not fit keeps its turn and those behind it
 * wait. Those who wait for different tasks do not wait for each other.
 */
export function movedUp(activity: Activity, records: Records): readonly Signup[] {
  if (activity.posts === undefined) return movedUpFor(activity, undefined, records);
  const list = new OverlayRecords(records);
  return [...activity.posts.map(({ name }) => name), undefined].flatMap((slot) => {
    const moved = movedUpFor(activity, slot, list);
    list.apply(moved.map((signup) => put(signups, signup)));
    return moved;
  });
}

function movedUpFor(
  activity: Activity,
  slot: string | undefined,
  records: Records,
): readonly Signup[] {
  const moved: Signup[] = [];
  let left = seatsLeftFor(activity, slot, records);
  const { index, key } = waitingFor(activity, slot);
  for (let at = 0; left > 0; at++) {
    const [next] = records.slice(signups, index, key, at, at + 1);
    if (next === undefined) break;
    // Whoever waits for a task has its seats only.
    if (slot === undefined && postOf(activity, next.slot) !== undefined) continue;
    if (next.party > left) break;
    left -= next.party;
    moved.push({ ...next, state: 'in' });
  }
  return moved;
}

/** How many wait before somebody who waits, themselves included. */
export function turnOf(activity: Activity, { order, slot }: Signup, records: Records): number {
  return waitingBefore(activity, slot, records, order) + 1;
}

/** Somebody who has a seat or waits for one. */
export function isThere({ state }: Pick<Signup, 'state'>): boolean {
  return state === 'in' || state === 'waiting';
}

/** Records with sign-ups put into them, each replacing the person's earlier one. */
export function withSignups(records: Records, changed: readonly Signup[]): Records {
  const draft = new OverlayRecords(records);
  draft.apply(changed.map((signup) => put(signups, signup)));
  return draft;
}

export function nextOrder(activity: Activity, records: Records): number {
  const [last] = records.slice(signups, 'byTurn', activity.id, -1);
  return Math.max(0, last?.order ?? 0) + 1;
}

/** Why nobody is signed up: they are in or waiting already, or there is no room. */
export type Refused = 'in' | 'waiting' | 'full';

type Decided =
  | { readonly signup: Signup & { state: 'in' | 'waiting' } }
  | { readonly refused: Refused };

/** The sign-up of one person as things stand, or why there is none. */
export function decideSignup(
  activity: Activity,
  records: Records,
  person: { readonly id: string; readonly name: string },
  party: number,
  context: CommandContext,
  slot?: string,
): Decided {
  const id = `${activity.id}/${person.id}`;
  const before = signupOf(activity, person.id, records);
  const task = slot === undefined ? {} : { slot };
  const change = { party, at: context.now, message: context.message, ...task };
  if (before !== undefined && isThere(before) && slot !== undefined && before.slot !== slot)
    return otherTask(activity, before, { ...before, ...change, slot }, records);
  if (before?.state === 'in') {
    const isTheirs = [before.person, before.by].includes(context.person.id);
    // Whoever names somebody does not know how many come with them.
    if (party === before.party || (party < before.party && !isTheirs)) return { refused: 'in' };
    if (party - before.party > seatsLeftFor(activity, before.slot, records))
      return { refused: 'full' };
    return { signup: { ...before, ...change, state: 'in' } };
  }
  if (before?.state === 'waiting') {
    if (before.party === party) return { refused: 'waiting' };
    return { signup: { ...before, ...change, state: 'waiting' } };
  }
  return {
    signup: {
      ...change,
      id,
      activity: activity.id,
      person: person.id,
      state: seatFor(activity, records, party, slot),
      order: nextOrder(activity, records),
      by: context.person.id,
      since: before?.since ?? context.now,
    },
  };
}

/** Somebody takes another task: what they had is free, and where the other is full they keep it. */
function otherTask(activity: Activity, before: Signup, after: Signup, records: Records): Decided {
  const without = new OverlayRecords(records);
  without.apply([remove(signups, before.id)]);
  const state = seatFor(activity, without, after.party, after.slot);
  return state === 'waiting' && before.state === 'in'
    ? { refused: 'full' }
    : { signup: { ...after, state } };
}

/** How many people are signed up, those they bring and those who wait included. */
export function signedUp(activity: Activity, { records }: Pick<CommandContext, 'records'>): number {
  return headsOf(activity, 'in', records) + headsOf(activity, 'waiting', records);
}
