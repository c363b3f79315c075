import type { AnyCommand } from '../core/command.ts';
import type { Holidays } from '../core/recurring/index.ts';
import type { NextStep } from '../people/index.ts';
import { agendaCommand } from './commands/agenda.ts';
import { rulesCommand } from './commands/rules.ts';

export function calendarCommands(holidays: Holidays, next: NextStep): readonly AnyCommand[] {
  return [agendaCommand(holidays), rulesCommand(holidays, next)];
}
