import type { Records } from '../../../core/collection.ts';
import type { DecisionContext } from '../../../core/command.ts';
import { groupsOf } from '../../../identity/alliance/index.ts';
import { convenorsOf } from '../../../identity/people/index.ts';
import type { Activity } from '../records/index.ts';

/** Whether an activity concerns a group. */
export function concerns(activity: Activity, group: string): boolean {
  return activity.groups.length === 0 || activity.groups.includes(group);
}

/** The groups that an activity is for. */
export function groupsOfActivity(activity: Activity, records: Records): readonly string[] {
  return activity.groups.length > 0 ? activity.groups : groupsOf(records).map((group) => group.id);
}

/** Who runs it on the spot: who made it, else the convenors. */
function organisersOf(activity: Activity, records: Records): readonly string[] {
  if (activity.by !== undefined) return [activity.by];
  return convenorsOf(records).map((person) => person.id);
}

/**
 * Who runs it; where no word in private reaches them, the convenors, so that somebody has the word
 * for the board.
 */
export function organisersReached(
  activity: Activity,
  { records, reaches }: DecisionContext,
): readonly string[] {
  const reached = organisersOf(activity, records).filter(reaches);
  return reached.length > 0 ? reached : convenorsOf(records).map(({ id }) => id);
}
