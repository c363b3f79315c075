import { counted, lines, type Text } from '../../../core/text.ts';

/** What groups are told in time, and the convenor where they were not. */
export const noticesTexts = {
  coming: (days: number): Text => {
    if (days === 0) return { zh: '今天', en: 'Today' };
    if (days === 1) return { zh: '明天', en: 'Tomorrow' };
    return { zh: `还有 ${days} 天`, en: `In ${days} days` };
  },
  notice: (coming: Text, what: Text): Text => ({
    zh: `【${coming.zh}】${what.zh}`,
    en: `[${coming.en}] ${what.en}`,
  }),
  pollMissed: (title: string, day: Text, question: string): Text => ({
    zh: `${title} ${day.zh}的投票没有开：${question}`,
    en: `The poll on ${title}, ${day.en}, was not opened: ${question}`,
  }),
  groupGone: (title: string): Text =>
    lines(
      {
        zh: `「${title}」发不进去了（被移出或禁言），它的通知先停下。`,
        en: `I cannot write to “${title}” any more (removed or muted); its notices stop.`,
      },
      {
        zh: '我在群里重新听到有人说话就恢复',
        en: 'They go on as soon as I hear from the group again',
      },
    ),
  missed: (count: number): Text => ({
    zh: `有 ${count} 条定时通知没有按时发到群里：`,
    en: `${counted(count, 'scheduled message')} did not reach ${count === 1 ? 'its group' : 'their groups'}:`,
  }),
  missedLine: (when: Text, first: string, why: Text, groups: number): Text => ({
    zh: `${when.zh} ${first}（${why.zh}${groups > 1 ? `，${groups} 个群` : ''}）`,
    en: `${when.en} ${first} (${why.en}${groups > 1 ? `, ${groups} groups` : ''})`,
  }),
  missedNext: {
    zh: '需要的话请您在群里说一声，详情发「/状态」',
    en: 'Please tell the groups yourself if needed; for details send /status',
  } satisfies Text,
  why: {
    stale: { zh: '过了时间', en: 'too late' },
    gone: { zh: '群发不进去', en: 'the group cannot be written to' },
    unfit: { zh: '平台不收', en: 'refused by the platform' },
    stopped: { zh: '群停用了', en: 'the group is not in use any more' },
    crashed: { zh: '不确定是否发出', en: 'it is not certain whether it was sent' },
  } satisfies Record<string, Text>,
};
