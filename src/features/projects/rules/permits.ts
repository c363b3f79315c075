import type { Speaker } from '../../../core/command.ts';
import { mayActAs } from '../../../core/roles.ts';
import type { Claim, Project } from '../records.ts';
import { partyOf } from './transitions.ts';

/** A liaison takes part for the unit, anybody else for themselves. */
export function partyFor({ id, role, unit }: Speaker): Pick<Claim, 'person' | 'unit'> {
  const forUnit = unit !== undefined && mayActAs(role, 'liaison');
  return forUnit ? { person: id, unit } : { person: id };
}

/** The speaker's own part in a project, their unit's included. */
export function claimOf({ claims }: Project, speaker: Speaker): Claim | undefined {
  const party = partyOf(partyFor(speaker));
  return claims.find((one) => partyOf(one) === party || one.person === speaker.id);
}

/** Claimants, and the convenor for them. */
export function mayAct(project: Project, speaker: Speaker): boolean {
  return claimOf(project, speaker) !== undefined || speaker.role === 'convenor';
}

/** A pair with a household is for the unit that has it, and for the convenor. */
export function maySee(project: Project, speaker: Speaker): boolean {
  return project.pair?.isHousehold !== true || mayAct(project, speaker);
}
