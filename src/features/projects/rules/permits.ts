import type { Speaker } from '../../../core/command.ts';
import { speaksFor } from '../../../identity/people/index.ts';
import type { Claim, Project } from '../records.ts';

/** The speaker's own part in a project, their unit's included. */
export function claimOf({ claims }: Project, speaker: Speaker): Claim | undefined {
  return claims.find((one) => speaksFor(one, speaker));
}

/** Claimants, and the convenor for them. */
export function mayAct(project: Project, speaker: Speaker): boolean {
  return claimOf(project, speaker) !== undefined || speaker.role === 'convenor';
}

/** A pair with a household is for the unit that has it, and for the convenor. */
export function maySee(project: Project, speaker: Speaker): boolean {
  return project.pair?.isHousehold !== true || mayAct(project, speaker);
}
