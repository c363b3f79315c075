import type { Text } from '../../../core/text.ts';

/** Headers of the claim table as a file. */
export const exportTexts = {
  title: { zh: '项目', en: 'projects' },
  number: { zh: '编号', en: 'No.' },
  project: { zh: '项目', en: 'Project' },
  category: { zh: '类别', en: 'Category' },
  state: { zh: '状态', en: 'State' },
  claimants: { zh: '认领单位', en: 'Claimed by' },
  parts: { zh: '做什么', en: 'Parts' },
  gives: { zh: '给', en: 'Gives' },
  gets: { zh: '得', en: 'Gets' },
  target: { zh: '目标', en: 'Target' },
  month: { zh: '月份', en: 'Month' },
  held: { zh: '今年场次', en: 'Held' },
  served: { zh: '惠及人次', en: 'Served' },
  solved: { zh: '解决需求', en: 'Resolved' },
  reason: { zh: '原因', en: 'Why' },
  by: { zh: '提的人', en: 'Proposed by' },
} satisfies Readonly<Record<string, Text>>;

/** Numbers of the month's report. */
export const figureTexts = {
  visits: { zh: '走访次数', en: 'visits' },
  done: { zh: '结项', en: 'projects done' },
  times: { zh: '次', en: '' },
  items: { zh: '项', en: '' },
  visitsMean: {
    zh: '结对的单位发「走访」记下的次数',
    en: 'visits of pairs that were noted with “走访”',
  },
  doneMeans: {
    zh: '这段时间里结项的项目，结项以认领单位说完成为准',
    en: 'projects whose claimants said that they are done',
  },
  household: { zh: '结对走访（家庭，不写名字）', en: 'a visit to a household' },
  line: (visits: number, done: number): Text => ({
    zh: [visits > 0 ? `结对走访 ${visits} 次` : '', done > 0 ? `结项 ${done} 项` : '']
      .filter(Boolean)
      .join('，'),
    en: [visits > 0 ? `${visits} visits of pairs` : '', done > 0 ? `${done} projects done` : '']
      .filter(Boolean)
      .join(', '),
  }),
};
