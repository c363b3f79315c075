import { type AnyCommand, command } from '../../core/command.ts';
import { say } from '../../core/outcome.ts';
import type { Holidays } from '../../core/recurring/index.ts';
import { agendaText } from '../views.ts';

export function agendaCommand(holidays: Holidays): AnyCommand {
  return command({
    latin: 'agenda',
    zh: '日程',
    also: ['本月', '安排'],
    who: 'guest',
    where: 'anywhere',
    summary: { zh: '接下来有什么活动', en: 'what is coming' },
    daily: true,
    examples: ['日程', '/日程'],
    args: {},
    short: ['日程'],
    run: (_, spoken) => say(agendaText(spoken, holidays)),
  });
}
