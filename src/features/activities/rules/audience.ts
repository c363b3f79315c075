import type { Records } from '../../../core/collection.ts';
import type { DecisionContext } from '../../../core/command.ts';
import {
  type Audience,
  audienceOf,
  groups,
  groupsFor,
  isFor,
  kindOfGroup,
  likelyGroupKind,
} from '../../../identity/alliance/index.ts';
import { convenorsOf } from '../../../identity/people/index.ts';
import type { Activity } from '../records/index.ts';

/** Whom an activity of a kind is for unless it is said: party members study among themselves. */
export function usualAudience(kind: Activity['kind']): Audience {
  return kind === 'study' ? { notKinds: ['residents'] } : {};
}

export function audienceOfActivity(activity: Activity): Audience {
  return audienceOf(activity, usualAudience(activity.kind));
}

/** Whether an activity concerns a group, by the group's id. */
export function concerns(activity: Activity, id: string, records: Records): boolean {
  const group = records.get(groups, id);
  return group !== undefined && isFor(audienceOfActivity(activity), group);
}

/**
 * Whether the names of those who came may stand in a group, by its id: in the units' own, and in
 * one that has not said what it is and is not called like another.
 */
export function readsNames(id: string, records: Records): boolean {
  const group = records.get(groups, id);
  const kind = kindOfGroup(group) ?? likelyGroupKind(group?.title ?? '');
  return kind === undefined || kind === 'alliance';
}

/** Ids of the groups that an activity is for. */
export function groupsOfActivity(activity: Activity, records: Records): readonly string[] {
  return groupsFor(audienceOfActivity(activity), records).map(({ id }) => id);
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
