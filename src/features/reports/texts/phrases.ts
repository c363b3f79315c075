import type { Phrase } from '../../../core/phrase.ts';

/*
 * Sentences by which liaisons ask for reports, tables and numbers.
 */

const WANTS = '~(看|看看|看一下|查|出|发|做|写|生成|给|要|来)(一份|一个|一下|个|下|份)?';

/** The report of each length by one of its names: `11月的月报`, `看下上个月月报`. */
export function reportPhrases(command: string, names: string): readonly Phrase[] {
  return [
    {
      says: `${WANTS} {period} ~的 ${names} ~(发|给|来)? ~(我)? ~(看|看看|看下|一份)`,
      as: `/${command} {period}`,
    },
    { says: `${WANTS} ${names} {period?}`, as: `/${command} {period}`, only: 'toBot' },
    { says: `${WANTS} {period} ${names}`, as: `/${command} {period}` },
  ];
}

const COUNTED = '(了|过)?(几|多少|哪些|哪几)(场|次|个|件|位|项)?';

export const meaningPhrases: readonly Phrase[] = [
  {
    says: `{period?} ~一共 (办|搞|开|开展|举办|组织)${COUNTED}活动 {period?}`,
    as: '/口径 活动 {period}',
    ...{ only: 'toBot', asks: true },
  },
  {
    says: `{period?} ~一共 (惠及|服务|帮)${COUNTED}(人|人次|居民|群众|老百姓)`,
    as: '/口径 惠及 {period}',
    ...{ only: 'toBot', asks: true },
  },
  {
    says: `{period?} ~一共 (解决|办结|办成|办好|完成)${COUNTED}(需求|事|事情|问题|诉求)`,
    as: '/口径 解决 {period}',
    ...{ only: 'toBot', asks: true },
  },
];

export const exportPhrases: readonly Phrase[] = [
  { says: '(导出|下载)(一下|下)?(一份)? {period} {rest}', as: '/导出 {rest} {period}' },
  { says: '(导出|下载)(一下|下)?(一份)? {rest}', as: '/导出 {rest}', only: 'toBot' },
];

export const unitSheetPhrases: readonly Phrase[] = [
  {
    says: '{unit} {period?} ~都 (做|干|办)(了|过)?(什么|啥|哪些事?|多少事)',
    as: '/述职 {unit} {period}',
    ...{ only: 'toBot', asks: true },
  },
  {
    says: '{unit} ~的 {period?} ~的 (述职|成绩单|清单)',
    as: '/述职 {unit} {period}',
    only: 'toBot',
  },
];
