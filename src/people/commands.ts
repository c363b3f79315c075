import type { AnyCommand } from '../core/command.ts';
import { bindCommand } from './commands/bind.ts';
import { inviteCommand } from './commands/invite.ts';
import { agree, disagree, joinUnit } from './commands/join.ts';
import { liaisonsCommand } from './commands/liaisons.ts';
import { roles } from './commands/roles.ts';
import { unitsCommand } from './commands/units.ts';
import type { NextStep } from './rules.ts';

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
