import type { AnyCommand } from '../core/command.ts';
import type { Holidays } from '../core/recurring/index.ts';
import { agendaCommand } from './commands/agenda.ts';

export function calendarCommands(holidays: Holidays): readonly AnyCommand[] {
  return [agendaCommand(holidays)];
}
