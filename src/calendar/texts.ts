import type { Text } from '../core/text.ts';

export const texts = {
  ahead: (days: number): Text => {
    if (days === 0) return { zh: '今天', en: 'Today' };
    if (days === 1) return { zh: '明天', en: 'Tomorrow' };
    return { zh: `还有 ${days} 天`, en: `In ${days} days` };
  },
  notice: (ahead: Text, activity: Text): Text => ({
    zh: `【${ahead.zh}】${activity.zh}`,
    en: `[${ahead.en}] ${activity.en}`,
  }),
  groupGone: (title: string): Text => ({
    zh: `「${title}」发不进去了（被移出或禁言），它的通知先停下。\n我在群里重新听到有人说话就恢复`,
    en: `I cannot write to “${title}” any more (removed or muted); its notices stop.\nThey go on as soon as I hear from the group again`,
  }),
  missed: (what: Text, count: number): Text => ({
    zh: `有 ${count} 条定时通知没发出去：\n${what.zh}\n需要的话请您在群里说一声`,
    en: `${count} scheduled notices were not sent:\n${what.en}\nPlease tell the groups yourself if needed`,
  }),
  missedLine: (when: Text, first: string, why: Text): Text => ({
    zh: `${when.zh} ${first}（${why.zh}）`,
    en: `${when.en} ${first} (${why.en})`,
  }),
  why: {
    stale: { zh: '过了时间', en: 'too late' },
    gone: { zh: '群发不进去', en: 'the group cannot be written to' },
    unfit: { zh: '平台不收', en: 'refused by the platform' },
    crashed: { zh: '不确定是否发出', en: 'it is not certain whether it was sent' },
  } satisfies Record<string, Text>,
  agendaTitle: { zh: '接下来：', en: 'Coming up:' } satisfies Text,
  agendaEmpty: { zh: '接下来两个月还没有安排。', en: 'Nothing is planned for the next two months.' } satisfies Text,
  agendaNext: (hasOpen: boolean): Text =>
    hasOpen
      ? { zh: '报名请发「+1」，看名单请发「名单」', en: 'To sign up send “+1”, for the list “名单”' }
      : { zh: '到时会在群里通知', en: 'The groups will be told in time' },
};
