import type { CommandContext } from '../../../core/command.ts';
import { type Activity, type Signup, signups } from '../records.ts';

/** People who come, in order: those they bring are counted. */
export function heads(signups: readonly Signup[]): number {
  return signups.reduce((sum, signup) => sum + signup.party, 0);
}

export function inOrder(signups: readonly Signup[], state: Signup['state']): readonly Signup[] {
  return signups.filter((signup) => signup.state === state).sort((a, b) => a.order - b.order);
}

export function seatsLeft(activity: Activity, signups: readonly Signup[]): number {
  if (activity.capacity === undefined) return Number.POSITIVE_INFINITY;
  return activity.capacity - heads(inOrder(signups, 'in'));
}

/**
 * The seat of a new or returning sign-up: in when nobody waits and there is room for the whole
 * party, else waiting.
 */
export function seatFor(
  activity: Activity,
  signups: readonly Signup[],
  party: number,
): 'in' | 'waiting' {
  const free = inOrder(signups, 'waiting').length === 0 && party <= seatsLeft(activity, signups);
  return free ? 'in' : 'waiting';
}

/**
 * Who moves up, strictly in order: a party that does not fit keeps its turn and those behind it
 * wait.
 */
export function movedUp(activity: Activity, signups: readonly Signup[]): readonly Signup[] {
  const moved: Signup[] = [];
  let left = seatsLeft(activity, signups);
  for (const signup of inOrder(signups, 'waiting')) {
    if (signup.party > left) break;
    left -= signup.party;
    moved.push({ ...signup, state: 'in' });
  }
  return moved;
}

/** Somebody who has a seat or waits for one. */
export function isThere({ state }: Pick<Signup, 'state'>): boolean {
  return state === 'in' || state === 'waiting';
}

/** A sign-up as it is, and as it was before somebody changed it; nothing where there was none. */
interface Changed {
  readonly now: Signup | undefined;
  readonly before: Signup | undefined;
}

/**
 * A list with sign-ups as they were before. `all` are those that the change moved, who moved up by
 * it among them.
 * @returns undefined where what was given up since that moment is somebody else's: there is no room
 * for those who had a seat, or a turn in the queue would go before people who have moved up by it
 * or come since.
 */
export function givenBack(
  activity: Activity,
  list: readonly Signup[],
  mine: readonly { readonly now: Signup; readonly before: Signup | undefined }[],
  all: readonly Changed[],
  since: number,
): readonly Signup[] | undefined {
  const ids = new Set(mine.map(({ now }) => now.id));
  const others = list.filter((signup) => !ids.has(signup.id));
  const after = [...others, ...mine.flatMap(({ before }) => before ?? [])];
  const takesMore = seatsLeft(activity, after) < seatsLeft(activity, list);
  if (takesMore && seatsLeft(activity, after) < 0) return undefined;
  const turns = mine.flatMap(({ now, before }) =>
    before?.state === 'waiting' && now.state !== 'waiting' ? [before.order] : [],
  );
  const first = Math.min(...turns);
  const movedUpByIt = all.some(
    ({ now, before }) => before?.state === 'waiting' && now?.state === 'in' && !ids.has(now.id),
  );
  const cameSince = others.some(
    ({ state, order, at }) => state === 'waiting' && order > first && at > since,
  );
  return turns.length > 0 && (movedUpByIt || cameSince) ? undefined : after;
}

/** A list with one sign-up put into it, replacing the person's earlier one. */
export function withSignup(signups: readonly Signup[], changed: Signup): readonly Signup[] {
  return [...signups.filter((signup) => signup.id !== changed.id), changed];
}

export function nextOrder(signups: readonly Signup[]): number {
  return signups.reduce((highest, signup) => Math.max(highest, signup.order), 0) + 1;
}

/** Why nobody is signed up: they are in or waiting already, or there is no room. */
export type Refused = 'in' | 'waiting' | 'full';

type Decided =
  | { readonly signup: Signup & { state: 'in' | 'waiting' } }
  | { readonly refused: Refused };

/** The sign-up of one person as things stand, or why there is none. */
export function decideSignup(
  activity: Activity,
  list: readonly Signup[],
  person: { readonly id: string; readonly name: string },
  party: number,
  context: CommandContext,
): Decided {
  const id = `${activity.id}/${person.id}`;
  const before = list.find((signup) => signup.id === id);
  const change = { party, at: context.now, message: context.message };
  if (before?.state === 'in') {
    const isTheirs = [before.person, before.by].includes(context.person.id);
    // Whoever names somebody does not know how many come with them.
    if (party === before.party || (party < before.party && !isTheirs)) return { refused: 'in' };
    if (party - before.party > seatsLeft(activity, list)) return { refused: 'full' };
    return { signup: { ...before, ...change, state: 'in' } };
  }
  const others = list.filter((signup) => signup.id !== id);
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
      state: seatFor(activity, others, party),
      order: nextOrder(list),
      by: context.person.id,
      since: before?.since ?? context.now,
    },
  };
}

/** How many people are signed up, those they bring and those who wait included. */
export function signedUp(activity: Activity, { records }: Pick<CommandContext, 'records'>): number {
  const list = records.where(signups, activity.id);
  return heads(inOrder(list, 'in')) + heads(inOrder(list, 'waiting'));
}
