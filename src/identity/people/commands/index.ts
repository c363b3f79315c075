import type { AnyCommand } from '../../../core/command.ts';
import type { Agreement } from '../rules/agreement.ts';
import type { NextStep } from '../rules/next-step.ts';
import { agreeCommand } from './agree.ts';
import { bindCommand } from './bind.ts';
import { disagree } from './disagree.ts';
import { inviteCommand } from './invite.ts';
import { joinUnit } from './join-unit.ts';
import { liaisonsCommand } from './liaisons.ts';
import { roles } from './roles.ts';
import { unitsCommand } from './units.ts';

export function peopleCommands(
  next: NextStep,
  agreements: readonly Agreement[],
): readonly AnyCommand[] {
  return [
    joinUnit,
    bindCommand(next),
    inviteCommand(next),
    agreeCommand(agreements),
    disagree,
    unitsCommand(next),
    liaisonsCommand(next),
    roles,
  ];
}
