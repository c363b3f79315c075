import type { Text } from '../../core/text.ts';

export const texts = {
  going: (name: string): Text => ({ zh: `${name}报了：`, en: `${name} signed up for:` }),
  notGoing: (name: string): Text => ({
    zh: `${name}还没报名活动`,
    en: `${name} has signed up for nothing yet`,
  }),
  asked: { zh: '提的需求：', en: 'Asked for:' } satisfies Text,
  inHand: { zh: '在办的：', en: 'In hand:' } satisfies Text,
  moreOfMine: {
    zh: '看安排请发「日程」，有事请发「需求 什么地方怎么了」',
    en: 'For what is coming send “agenda”, to ask for something “/need” with what and where',
  } satisfies Text,
  alsoOpen: (called: Text): Text => ({
    zh: `正在报名：${called.zh}。要去请发「报名 ${numberIn(called.zh)}」`,
    en: `Open: ${called.en}. To come send “/signup ${numberIn(called.en)}”`,
  }),
  turnTo: (name: string, isConvenor: boolean): Text => ({
    zh: `有事可以找${isConvenor ? '召集人' : '联络员'}${name}`,
    en: `You can turn to ${isConvenor ? 'the convenor' : 'the liaison'} ${name}`,
  }),
  dutyPhone: (phone: string): Text => ({ zh: `值班电话 ${phone}`, en: `Duty phone ${phone}` }),
  tellMe: {
    zh: '要报修、提需求，直接发「需求 什么地方怎么了」',
    en: 'To ask for something send “/need” with what and where',
  } satisfies Text,
  liaisonsOf: (unit: string, names: readonly string[]): Text => ({
    zh: names.length === 0 ? `${unit}还没有联络员` : `${unit}的联络员：${names.join('、')}`,
    en: names.length === 0 ? `${unit} has no liaison yet` : `${unit}: ${names.join(', ')}`,
  }),
  unitsTitle: (count: number): Text => ({
    zh: `${count} 家单位和联络员：`,
    en: `${count} units and their liaisons: `,
  }),
  unitAnd: (unit: string, names: readonly string[]): Text => ({
    zh: names.length === 0 ? unit : `${unit} ${names.join(' ')}`,
    en: names.length === 0 ? unit : `${unit} ${names.join(' ')}`,
  }),
  noTables: (number: number | undefined): Text =>
    number === undefined
      ? {
          zh: '还不能导出表格。看安排请发「日程」，看需求请发「需求列表」',
          en: 'There are no tables to export yet. See “agenda” and “/needs”',
        }
      : {
          zh: `还不能导出表格。报名的看「名单 E${number}」，到场的看「签到表 E${number}」，需求看「需求列表」`,
          en: `There are no tables to export yet. See “/list E${number}”, “/attendance E${number}” and “/needs”`,
        },
};

function numberIn(called: string): string {
  return /E\d+/.exec(called)?.[0] ?? '';
}
