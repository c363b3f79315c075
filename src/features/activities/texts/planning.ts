import { lines, sentences, type Text } from '../../../core/text.ts';

/** A piece of a plan that nobody knows: it is asked about, and nothing is made. */
export function planUnread(piece: string): Text {
  return lines(
    sentences(
      {
        zh: `「${piece}」没看懂，还没有建。`,
        en: `I could not read “${piece}”; nothing was made.`,
      },
      {
        zh: '是名称的一部分就和名称连着写。',
        en: 'If it belongs to the title write it without a space.',
      },
    ),
    {
      zh: '名称后面能写：@地点、30人、带手套、联系人 李雪梅、说明 …、资料 链接、截止 27日18点、',
      en: 'Behind the title: @place, 30人, 带手套, 联系人 李雪梅, 说明 …, 资料 link, 截止 27日18点,',
    },
    {
      zh: '提醒 提前1天18点（或不提醒）、类别 服务、形式 走访、登记2人 引导3人、办 1 2',
      en: '提醒 提前1天18点 (or 不提醒), 类别 服务, 形式 走访, 登记2人 引导3人, 办 1 2',
    },
  );
}

/** Asked before anything is made. */
export const planningTexts = {
  whatIsIt: (piece: string): Text => ({
    zh: `「${piece}」是什么？还没有建，回数字就好`,
    en: `What is “${piece}”? Nothing was made yet; a number will do`,
  }),
  mayBe: {
    place: { zh: '地点', en: 'the place' } satisfies Text,
    title: { zh: '名称的一部分', en: 'a part of the title' } satisfies Text,
    about: { zh: '说明', en: 'what it is about' } satisfies Text,
  },
  justOver: (date: Text, again: string, nextYear: string, plan: string): Text =>
    lines(
      sentences(
        { zh: `${date.zh} 已经过了，还没有建。`, en: `${date.en} is over; nothing was made.` },
        {
          zh: `办过的补记请发「/补录 ${again}」`,
          en: `To enter what was held send “/enter ${again}”`,
        },
      ),
      {
        zh: `明年的请写上年份「${nextYear}」，改天的重新写日期，例：/活动 明天9点 ${plan}`,
        en: `Next year: “${nextYear}”; another date: /activity 明天9点 ${plan}`,
      },
    ),
};
