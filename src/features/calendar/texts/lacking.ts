import { lines, type Text } from '../../../core/text.ts';
import type { Lacking } from '../rules/schedule.ts';

/** What can be said of when a fixed day comes. */
const KNOWN = [
  '每天',
  '每个工作日',
  '每周五',
  '每周一、三',
  '每两周周三',
  '每月25日',
  '每月5日、20日',
  '每月第二个周六',
  '每月最后一个工作日',
  '每季度第三个月15日',
  '每年12月20日',
];

const RHYTHMS: Text = {
  zh: `能说的有：${KNOWN.join('、')}`,
  en: `These can be said: ${KNOWN.join(', ')}`,
};

const LIKE = '志愿日 每月第二个周六 9点到11点 @天星广场 30人';

/** Which part of a schedule is missing or was not understood. */
export function lackingText(lacking: Lacking): Text {
  switch (lacking.lacks) {
    case 'rhythm':
      return lines(
        {
          zh: `「${lacking.piece}」这样的周期还没有，没有动。`,
          en: `There is no rhythm such as “${lacking.piece}”; nothing was changed.`,
        },
        RHYTHMS,
      );
    case 'place':
      return {
        zh: `「${lacking.piece}」没看懂，没有加。是地点请在前面写 @：@${lacking.piece}`,
        en: `I could not read “${lacking.piece}”; write a place as @${lacking.piece}`,
      };
    case 'unread':
      return {
        zh: `「${lacking.piece}」没看懂，没有加。例：/规则 新增 ${LIKE}`,
        en: `I could not read “${lacking.piece}”. For example: /rules 新增 ${LIKE}`,
      };
    case 'hour':
      return {
        zh: '还缺几点，没有加。例：/规则 新增 志愿日 每月第二个周六 9点',
        en: 'The time of day is missing; nothing was added. For example: /rules 新增 志愿日 每月第二个周六 9点',
      };
    case 'past':
      return {
        zh: '这个日子已经过了，没有加。例：/规则 新增 志愿日 每月第二个周六 9点',
        en: 'That day is over; nothing was added. For example: /rules 新增 志愿日 每月第二个周六 9点',
      };
    default:
      return lines(
        {
          zh: '哪天没看懂，没有加。只办一次也行，例：/规则 新增 迎新会 12月31日 14点',
          en: 'Which day? Once is fine too: /rules 新增 迎新会 12月31日 14点',
        },
        RHYTHMS,
      );
  }
}
