import { counted, type Text } from '../../../core/text.ts';

/** The fixed days, as they are. */
export const rulesTexts = {
  rule: (title: string, recurrence: Text, clock: string, extras: Text): Text => ({
    zh: `${title}：${recurrence.zh} ${clock}${extras.zh}`,
    en: `${title}: ${recurrence.en}, ${clock}${extras.en}`,
  }),
  seats: (count: number): Text => ({ zh: `限 ${count} 人`, en: counted(count, 'seat') }),
  notices: (list: Text | undefined): Text => ({
    zh: `通知：${list?.zh ?? '不发'}`,
    en: `Notices: ${list?.en ?? 'none'}`,
  }),
  ahead: (days: number, at: string): Text => ({
    zh: `${days === 0 ? '当天' : `提前 ${days} 天`} ${at}`,
    en: `${days === 0 ? 'on the day' : days === 1 ? 'the day before' : `${days} days before`} at ${at}`,
  }),
  noticeAt: (ahead: Text, opens: boolean): Text => ({
    zh: `${ahead.zh}${opens ? ' 开始报名' : ''}`,
    en: `${ahead.en}${opens ? ' (sign-up opens)' : ''}`,
  }),
  pollAt: (ahead: Text, asked: Text, until: Text): Text => ({
    zh: `投票：${ahead.zh} ${asked.zh}，截止 ${until.zh}`,
    en: `Poll: ${ahead.en}, ${asked.en}; it closes ${until.en}`,
  }),
  checkin: (before: number, after: number): Text => ({
    zh: `签到：开始前 ${before} 分钟到结束后 ${after} 分钟`,
    en: `Check-in: from ${before} minutes before the start to ${after} minutes after the end`,
  }),
  next: (dates: Text): Text => ({ zh: `接下来：${dates.zh}`, en: `Next: ${dates.en}` }),
  movedFrom: (date: Text): Text => ({ zh: `（原 ${date.zh}）`, en: ` (instead of ${date.en})` }),
  noNext: { zh: '接下来没有了', en: 'There is no next one' } satisfies Text,
  paused: { zh: '已暂停', en: 'paused' } satisfies Text,
  howToResume: (title: string): Text => ({
    zh: `现在暂停着，恢复请发「/规则 ${title} 恢复」`,
    en: `It is paused; to resume send “/rules ${title} 恢复”`,
  }),
  howToEdit: (title: string): Text => ({
    zh: `要改，例：/规则 ${title} 改到 每月最后一个周五 9点`,
    en: `To change it, for example: /rules ${title} 改到 每月最后一个周五 9点`,
  }),
  ruleList: (count: number): Text => ({
    zh: `固定日 ${count} 个：`,
    en: `${counted(count, 'fixed day')}:`,
  }),
  ruleListNext: (title: string): Text => ({
    zh: `看一个的全部请发「/规则 ${title}」`,
    en: `For all about one send “/rules ${title}”`,
  }),
  noRules: {
    zh: '还没有固定日。新增，例：/规则 新增 志愿日 每月第二个周六 9点',
    en: 'There are no fixed days yet. For example: /rules 新增 志愿日 每月第二个周六 9点',
  } satisfies Text,
  sentTo: (audience: Text): Text => ({
    zh: `发到${audience.zh}`,
    en: `for ${audience.en}`,
  }),
  runBy: (name: string): Text => ({ zh: `由${name}负责`, en: `run by ${name}` }),
};
