import type { AnyCommand } from '../../../core/command.ts';
import type { NextStep } from '../rules.ts';
import { bindCommand } from './bind.ts';
import { inviteCommand } from './invite.ts';
import { agree, disagree, joinUnit } from './join.ts';
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
