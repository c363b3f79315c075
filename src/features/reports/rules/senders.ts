import type { Records } from '../../../core/collection.ts';
import type { Speaker } from '../../../core/command.ts';
import { mayActAs } from '../../../core/roles.ts';
import { allianceOf, type Group, groupsOf } from '../../../identity/alliance/index.ts';

/** The convenor sends reports, or a liaison whom she named. */
export function maySend(person: Speaker, records: Records): boolean {
  const { reportSenders = [] } = allianceOf(records);
  return (
    mayActAs(person.role, 'convenor') ||
    (mayActAs(person.role, 'liaison') && reportSenders.includes(person.id))
  );
}

/** The groups of the whole alliance; where there is none, every group. */
export function reportGroups(records: Records): readonly Group[] {
  const all = groupsOf(records);
  const ofAll = all.filter(({ branch }) => branch === undefined);
  return ofAll.length > 0 ? ofAll : all;
}
