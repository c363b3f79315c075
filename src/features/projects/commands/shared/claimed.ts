import type { CommandContext } from '../../../../core/command.ts';
import type { Text } from '../../../../core/text.ts';
import { partyText } from '../../../../identity/people/index.ts';
import type { Project } from '../../records.ts';
import { callTexts } from '../../texts/calls.ts';
import { titleOf } from '../../views/index.ts';

/** What those who wanted a project hear when somebody takes it on. */
export function claimedText(project: Project, { records }: CommandContext): Text {
  const [first] = project.claims;
  const who = first === undefined ? { zh: '', en: '' } : partyText(first, records);
  return callTexts.claimedToProposer(project.number, titleOf(project), who);
}
