import { bind } from './commands/bind.ts';
import { invite } from './commands/invite.ts';
import { agree, disagree, joinUnit } from './commands/join.ts';
import { liaisons } from './commands/liaisons.ts';
import { roles } from './commands/roles.ts';
import { units } from './commands/units.ts';

export const commands = [joinUnit, bind, invite, agree, disagree, units, liaisons, roles];
