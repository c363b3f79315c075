import { oneOf, pageNumber } from '../../../core/arguments.ts';
import { type AnyCommand, command } from '../../../core/command.ts';
import { say, sayCalendar } from '../../../core/outcome.ts';
import type { Holidays } from '../../../core/recurring/index.ts';
import { agendaTexts } from '../texts/agenda.ts';
import { agendaPhrases } from '../texts/phrases.ts';
import { agendaFile, agendaText, ownFile } from '../views/agenda.ts';

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
    examples: ['日程', '/日程', '/日程 文件', '/日程 我的'],
    phrases: agendaPhrases,
    args: {
      file: oneOf({ zh: '文件|我的', en: 'file|mine' }, [
        '文件',
        '日历',
        'ics',
        'file',
        '我的',
        'mine',
      ]).optional(),
      page: pageNumber().optional(),
    },
    shortForms: ['日程'],
    run: ({ file, page = 1 }, context) => {
      if (file === undefined) return say(agendaText(page, context, holidays));
      const isOwn = file === '我的' || file === 'mine';
      const events = isOwn ? ownFile(context.person.id, context) : agendaFile(context, holidays);
      if (events.length === 0)
        return say(isOwn ? agendaTexts.nothingOwn : agendaText(page, context, holidays));
      return sayCalendar(agendaTexts.agendaFile(events.length), {
        name: agendaTexts.agendaName,
        events,
      });
    },
  });
}
