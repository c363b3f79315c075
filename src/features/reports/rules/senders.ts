import type { Records } from '../../../core/collection.ts';
import type { Speaker } from '../../../core/command.ts';
import { mayActAs } from '../../../core/roles.ts';
import {
  type Audience,
  allianceOf,
  type Group,
  groupsFor,
  groupsOf,
} from '../../../identity/alliance/index.ts';

/** The convenor sends reports, or a liaison whom she named. */
export function maySend(person: Speaker, records: Records): boolean {
  const { reportSenders = [] } = allianceOf(records);
  return (
    mayActAs(person.role, 'convenor') ||
    (mayActAs(person.role, 'liaison') && reportSenders.includes(person.id))
  );
}

/**
 * The groups that read a report: those that were named, else those of the whole alliance, or every
 * group where there is none.
 */
export function reportGroups(records: Records, named: Audience | undefined): readonly Group[] {
  if (named !== undefined) return groupsFor(named, records);
  const all = groupsOf(records);
  const ofAll = all.filter(({ branch }) => branch === undefined);
  return ofAll.length > 0 ? ofAll : all;
}
