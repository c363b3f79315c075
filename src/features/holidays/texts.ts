import { lines, type Text } from '../../core/text.ts';

export const texts = {
  unknownYear: (year: number): Text =>
    lines(
      {
        zh: `${year} 年的放假安排还没有收录，固定日先按原来的日子办。`,
        en: `The official holidays of ${year} are not known yet; the fixed days keep their dates.`,
      },
      {
        zh: `国务院办公厅的通知一般在前一年 11 月公布，请管理员放进 data/holidays/${year}.json 再重启，就会生效。`,
        en: `The notice is usually published in November of the year before; put it into data/holidays/${year}.json and restart.`,
      },
      { zh: '看现在有哪些请发「/节假日」', en: 'For what is known send /holidays' },
    ),
  title: (year: number): Text => ({ zh: `${year} 年放假：`, en: `Holidays of ${year}:` }),
  holiday: (name: string, span: string, workdays: string): Text => ({
    zh: `${name} ${span}${workdays ? `（${workdays} 上班）` : ''}`,
    en: `${name} ${span}${workdays ? ` (working: ${workdays})` : ''}`,
  }),
  notKnown: (year: number): Text => ({
    zh: `${year} 年还没有数据，固定日先按原来的日子办`,
    en: `${year} is not known yet; fixed days keep their dates`,
  }),
  howToAdd: {
    zh: '国务院的通知一般在前一年 11 月公布，到时请管这台机器的人补上，别的不用做。看日程请发「日程」',
    en: 'The notice is usually published in November of the year before; whoever runs this machine adds it. For what is coming send /agenda',
  } satisfies Text,
  another: (year: number): Text => ({
    zh: `看下一年请发「/节假日 ${year}」`,
    en: `For the next year send /holidays ${year}`,
  }),
};
