import type { AnyCommand } from '../core/command.ts';
import type { Holidays } from '../core/recurring/index.ts';
import { agendaCommand } from './commands/agenda.ts';
import { rulesCommand } from './commands/rules.ts';

export function calendarCommands(holidays: Holidays): readonly AnyCommand[] {
  return [agendaCommand(holidays), rulesCommand(holidays)];
}
