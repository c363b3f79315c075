import { put, type Records, type Remember } from '../../../core/collection.ts';
import type { DecisionContext } from '../../../core/command.ts';
import { groupsFor } from '../../../identity/alliance/index.ts';
import { type Activity, activities, signups } from '../records/index.ts';
import { audienceOfActivity, usualAudience } from './audience.ts';
import { newActivity } from './new-activity.ts';
import { isToCome } from './states.ts';
import { allows, transition } from './transitions.ts';

/** A day of a fixed day, as the calendar has it. */
type FixedDay = Pick<
  Activity,
  'kind' | 'title' | 'place' | 'capacity' | 'audience' | 'by' | 'start' | 'end' | 'opens' | 'closes'
> & { readonly occurrence: string; readonly signupFrom?: number };

/**
 * The activity of a fixed day that comes near: what somebody has planned for that time is what is
 * done on it, else there is a new one.
 */
export function fixedDayActivity(
  day: FixedDay,
  context: DecisionContext,
): { readonly activity: Activity; readonly remember: readonly Remember[] } {
  const planned = plannedFor(day, context.records);
  if (planned === undefined) return newActivity({ ...day, announced: true }, context);
  const { kind, title, occurrence, place, capacity, audience } = day;
  const activity: Activity = {
    ...planned,
    place: planned.place ?? place,
    capacity: planned.capacity ?? capacity,
    kind,
    title,
    theme: planned.title,
    audience: planned.audience ?? audience,
    announced: true,
    occurrence,
    // It has the notices of the fixed day.
    notices: undefined,
  };
  return { activity, remember: [put(activities, activity)] };
}

/**
 * What somebody has planned for the very time of a fixed day and for some of the same groups: it is
 * what is done on it, and those who signed up stay.
 */
function plannedFor({ start, kind, audience }: FixedDay, records: Records): Activity | undefined {
  const told = new Set(groupsFor(audience ?? usualAudience(kind), records).map(({ id }) => id));
  return records
    .slice(activities, 'planned', String(start))
    .find((one) => groupsFor(audienceOfActivity(one), records).some(({ id }) => told.has(id)));
}

/** Sign-up begins with a notice. */
export function openSignup(
  activity: Activity,
  now: number,
): { readonly activity: Activity; readonly remember: readonly Remember[] } {
  const open = transition(activity, 'open', now);
  return { activity: open, remember: [put(activities, open)] };
}

/**
 * A fixed day that was moved by hand, once the calendar has planned its notices anew; nothing is
 * `planned` where the calendar does not know it any more. Sign-up that would have begun between the
 * old day and the new one begins now. Where it lies ahead again and nobody has signed up, it waits.
 */
export function movedAlong(
  activity: Activity,
  planned: Pick<Activity, 'signupFrom'> | undefined,
  { records, now }: Pick<DecisionContext, 'records' | 'now'>,
): Remember {
  const { moved: _, ...still } = activity;
  if (planned === undefined) return put(activities, still);
  const after = { ...still, signupFrom: planned.signupFrom };
  if (!isToCome(activity)) return put(activities, after);
  const waits =
    planned.signupFrom !== undefined && records.count(signups, 'byTurn', activity.id) === 0;
  if (waits) return put(activities, transition(activity, 'postpone', now, after));
  return put(
    activities,
    allows('open', activity) ? transition(activity, 'open', now, after) : after,
  );
}
