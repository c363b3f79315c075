import type { Records } from '../../../core/collection.ts';
import type { CommandContext } from '../../../core/command.ts';
import {
  type Audience,
  audienceOf,
  groups,
  groupsFor,
  isFor,
} from '../../../identity/alliance/index.ts';
import { type Activity, groupsOfActivity, usualAudience } from '../../activities/index.ts';
import type { Rule } from '../records.ts';

/** Whom the days of a rule are for. */
export function audienceOfRule(rule: Rule): Audience {
  return audienceOf(rule, usualAudience(rule.kind));
}

/** Whether what is for this audience is told where somebody speaks; in private all of it is. */
export function isToldHere(
  audience: Audience,
  { place, records }: Pick<CommandContext, 'place' | 'records'>,
): boolean {
  if (place.kind === 'private') return true;
  const group = records.get(groups, place.group);
  return group !== undefined && isFor(audience, group);
}

/** Ids of the groups that hear of a day: those of its activity, which is asked about there. */
export function groupsToTell(
  rule: Rule,
  activity: Activity | undefined,
  records: Records,
): readonly string[] {
  if (activity !== undefined) return groupsOfActivity(activity, records);
  return groupsFor(audienceOfRule(rule), records).map(({ id }) => id);
}
