import { counted, type Text } from '../../core/text.ts';

export const texts = {
  title: (count: number): Text => ({
    zh: `会发 ${count} 条：`,
    en: `${counted(count, 'message')} will be sent:`,
  }),
  groups: (count: number): Text => ({ zh: `（${count} 个群）`, en: `(${count} groups)` }),
  onlyTo: (groups: Text): Text => ({ zh: `（发到${groups.zh}）`, en: `(to ${groups.en})` }),
  more: (left: number): Text => ({
    zh: `${left > 0 ? `还有 ${left} 条。` : ''}看某一天的全文，例：/预览 12月5日`,
    en: `${left > 0 ? `${left} more. ` : ''}For the whole text of a day, for example: /preview 12月5日`,
  }),
  alsoThatDay: (count: number): Text => ({
    zh: `这天还有 ${count} 条`,
    en: `${count} more on that day`,
  }),
  nothing: {
    zh: '这段时间没有要发的通知。看固定日请发「/规则」',
    en: 'Nothing will be sent in that time. For the fixed days send /rules',
  } satisfies Text,
  unclear: {
    zh: '没看懂是哪段时间，例：/预览 12月，/预览 12月5日',
    en: 'Which time? For example: /preview 12月, /preview 12月5日',
  } satisfies Text,
};
