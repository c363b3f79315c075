import type { AnyCommand } from '../../../core/command.ts';
import type { Holidays } from '../../../core/recurring/index.ts';
import type { NextStep } from '../../../identity/people/index.ts';
import { agendaCommand } from './agenda.ts';
import { rulesCommand } from './rules.ts';

export function calendarCommands(holidays: Holidays, next: NextStep): readonly AnyCommand[] {
  return [agendaCommand(holidays), rulesCommand(holidays, next)];
}
