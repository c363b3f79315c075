import { yearNumber } from '../../core/arguments.ts';
import { type AnyCommand, command } from '../../core/command.ts';
import { say } from '../../core/outcome.ts';
import { dateOf } from '../../core/time.ts';
import type { KnownHolidays } from './rules.ts';
import { yearText } from './views.ts';

export function holidayCommands(holidays: KnownHolidays): readonly AnyCommand[] {
  return [
    command({
      name: 'holidays',
      zhName: '节假日',
      aliases: ['放假', '调休'],
      minRole: 'guest',
      scope: 'anywhere',
      summary: { zh: '哪天放假、哪天调休上班', en: 'official holidays, as far as they are known' },
      examples: ['/节假日', '/节假日 2027'],
      args: { year: yearNumber({ zh: '年份', en: 'year' }).optional() },
      run: ({ year }, { now, zone }) =>
        say(yearText(year ?? Number(dateOf(now, zone).slice(0, 4)), holidays)),
    }),
  ];
}
