import type { Activity } from '../records/index.ts';

/** Those of `isAhead`, and of `isOver`. */
export const STATES_AHEAD = ['planned', 'open', 'underway'] as const;
export const STATES_OVER = ['held', 'archived'] as const;

/** Sign-up goes on while people are arriving. */
export function takesSignups(activity: Activity): boolean {
  return activity.state === 'open' || activity.state === 'underway';
}

/** Sign-up has ended before the activity begins, as was said. */
export function hasClosed({ signupUntil }: Activity, at: number): boolean {
  return signupUntil !== undefined && at >= signupUntil;
}

/** Words that come late count as when they were said, though it has been held since. */
export function tookSignups(activity: Activity, at: number): boolean {
  return takesSignups(activity) || (isOver(activity) && at < activity.closes);
}

/** Whether check-in is open, or was when it was said. */
export function tookCheckins(activity: Activity, at: number): boolean {
  return (
    activity.state === 'underway' ||
    (isOver(activity) && at >= activity.opens && at < activity.closes)
  );
}

/** Check-in has opened, and it may be over since. */
export function hasBegun({ state }: Activity): boolean {
  return state === 'underway' || state === 'held' || state === 'archived';
}

export function isOver({ state }: Activity): boolean {
  return state === 'held' || state === 'archived';
}

/** It has begun, and what was done on it is not all written down. */
export function awaitsRecord({ state }: Activity): boolean {
  return state === 'underway' || state === 'held';
}

export function isAhead(activity: Activity): boolean {
  return activity.state === 'planned' || takesSignups(activity);
}

/** Check-in has not opened yet, and it was not called off. */
export function isToCome({ state }: Activity): boolean {
  return state === 'planned' || state === 'open';
}
