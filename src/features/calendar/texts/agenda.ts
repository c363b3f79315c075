import type { Role } from '../../../core/roles.ts';
import { counted, sentences, type Text } from '../../../core/text.ts';

/** What is coming. */
export const agendaTexts = {
  agendaTitle: { zh: '接下来：', en: 'Coming up:' } satisfies Text,
  agendaEmpty: {
    zh: '接下来两个月还没有安排',
    en: 'Nothing is planned for the next two months',
  } satisfies Text,
  howToPlan: (role: Role): Text => {
    if (role === 'convenor')
      return {
        zh: '定固定日，例：/规则 新增 服务日 每月25日 9点',
        en: 'To set a fixed day: /rules 新增 服务日 每月25日 9点',
      };
    return role === 'liaison'
      ? {
          zh: '建一个活动，例：/活动 28日9点 清洁家园',
          en: 'To create an activity: /activity 28 Nov 9am Clean-up',
        }
      : { zh: '想办什么请发「需求 …」告诉大家', en: 'To tell what you would like send “/need …”' };
  },
  agendaName: { zh: '日程', en: 'calendar' } satisfies Text,
  agendaFile: (count: number): Text =>
    sentences(
      {
        zh: `接下来的 ${count} 项在文件里，打开就能存到手机日历。`,
        en: `The file has ${counted(count, 'day')} to come; open it to put them into your calendar.`,
      },
      { zh: '以后有变动请再发「/日程 文件」', en: 'When plans change send “/agenda file” again' },
    ),
  nothingOwn: {
    zh: '您还没有报名接下来的活动，看有哪些请发「日程」',
    en: 'You have not signed up for anything to come; for what there is send “/agenda”',
  } satisfies Text,
  agendaNext: (hasOpen: boolean): Text =>
    hasOpen
      ? {
          zh: '报名请发「+1」，存到手机日历请发「/日程 文件」',
          en: 'To sign up send “+1”, for a calendar file /agenda file',
        }
      : {
          zh: '到时会在群里通知，存到手机日历请发「/日程 文件」',
          en: 'The groups will be told; for a calendar file send /agenda file',
        },
};
