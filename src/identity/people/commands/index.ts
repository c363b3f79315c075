import type { AnyCommand } from '../../../core/command.ts';
import type { NextStep } from '../rules/next-step.ts';
import { agree } from './agree.ts';
import { bindCommand } from './bind.ts';
import { disagree } from './disagree.ts';
import { inviteCommand } from './invite.ts';
import { joinUnit } from './join-unit.ts';
import { liaisonsCommand } from './liaisons.ts';
import { roles } from './roles.ts';
import { unitsCommand } from './units.ts';

export function peopleCommands(next: NextStep): readonly AnyCommand[] {
  return [
    joinUnit,
    bindCommand(next),
    inviteCommand(next),
    agree,
    disagree,
    unitsCommand(next),
    liaisonsCommand(next),
    roles,
  ];
}
