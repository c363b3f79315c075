import { oneOf } from '../../../core/arguments.ts';
import { type AnyCommand, command } from '../../../core/command.ts';
import { say, sayCalendar } from '../../../core/outcome.ts';
import type { Holidays } from '../../../core/recurring/index.ts';
import { agendaTexts } from '../texts/agenda.ts';
import { agendaPhrases } from '../texts/phrases.ts';
import { agendaFile, agendaText } from '../views/agenda.ts';

export function agendaCommand(holidays: Holidays): AnyCommand {
  return command({
    name: 'agenda',
    zhName: '日程',
    aliases: ['本月', '安排'],
    minRole: 'guest',
    scope: 'anywhere',
    summary: {
      zh: '接下来有什么活动，也可以存到手机日历',
      en: 'what is coming, also as a file for calendars',
    },
    daily: true,
    examples: ['日程', '/日程', '/日程 文件'],
    phrases: agendaPhrases,
    args: { file: oneOf({ zh: '文件', en: 'file' }, ['文件', '日历', 'ics', 'file']).optional() },
    shortForms: ['日程'],
    run: ({ file }, context) => {
      if (file === undefined) return say(agendaText(context, holidays));
      const events = agendaFile(context, holidays);
      if (events.length === 0) return say(agendaText(context, holidays));
      return sayCalendar(agendaTexts.agendaFile(events.length), {
        name: agendaTexts.agendaName,
        events,
      });
    },
  });
}
