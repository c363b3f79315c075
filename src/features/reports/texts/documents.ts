import { lines, series, type Text } from '../../../core/text.ts';

/** Files of reports and tables. */
export const documentTexts = {
  chart: (alliance: string, period: Text): Text => ({
    zh: `${alliance} ${period.zh}`,
    en: `${alliance}, ${period.en}`,
  }),
  numbersTitle: { zh: '数字和口径', en: 'Numbers and their meaning' } satisfies Text,
  head: [
    { zh: '项目', en: 'Number' },
    { zh: '数', en: 'Amount' },
    { zh: '怎么算', en: 'What it means' },
  ] satisfies readonly Text[],
  branches: {
    title: { zh: '各分会', en: 'By branch' },
    head: [
      { zh: '分会', en: 'Branch' },
      { zh: '活动场次', en: 'Activities' },
      { zh: '参与人次', en: 'Attendances' },
      { zh: '服务次数', en: 'Services' },
    ],
  } satisfies { readonly title: Text; readonly head: readonly Text[] },
  areas: {
    title: { zh: '各区域', en: 'By area' },
    head: [
      { zh: '区域', en: 'Area' },
      { zh: '活动场次', en: 'Activities' },
      { zh: '受理需求', en: 'Requests' },
      { zh: '解决需求', en: 'Resolved' },
    ],
  } satisfies { readonly title: Text; readonly head: readonly Text[] },
  which: (titles: readonly Text[]): Text =>
    lines(
      {
        zh: `可以导出：${series(titles).zh}`,
        en: `There are tables of: ${series(titles).en}`,
      },
      {
        zh: '例：/导出 考勤 11月，/导出 需求 今年',
        en: 'For example: /export 考勤 11月, /export 需求 今年',
      },
    ),
  unknown: (said: string): Text => ({
    zh: `没有「${said}」这张表`,
    en: `There is no table “${said}”`,
  }),
  made: (title: Text, period: Text, rows: number): Text => ({
    zh: `${period.zh}的${title.zh}表，${rows} 行，用 WPS 或 Excel 打开`,
    en: `The table of ${title.en} for ${period.en}, ${rows} rows, for WPS or Excel`,
  }),
  withoutNames: {
    zh: '群里的表没有名字，要名字请私聊我再要一次',
    en: 'In a group the table has no names; ask me in private for them',
  } satisfies Text,
  withNames: {
    zh: '表里有名字，请不要转到群里；这次导出记下了',
    en: 'It holds names, so please keep it out of groups; this export is noted',
  } satisfies Text,
  empty: (title: Text, period: Text): Text => ({
    zh: `${period.zh}没有${title.zh}记录，没有做表`,
    en: `There is nothing of ${title.en} in ${period.en}, so no table was made`,
  }),
};
