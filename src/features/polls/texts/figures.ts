import type { Text } from '../../../core/text.ts';
import type { Poll } from '../records.ts';

/** The numbers of polls, and the columns of their table in a file. */
export const figureTexts = {
  polls: {
    title: { zh: '投票次数', en: 'polls' },
    measure: { zh: '次', en: 'polls' },
    meaning: {
      zh: '这段时间结束、有人投了票的投票；取消的不算',
      en: 'polls that ended in this time with at least one vote; cancelled ones do not count',
    },
  },
  voters: {
    title: { zh: '投票人次', en: 'votes' },
    measure: { zh: '票', en: 'votes' },
    meaning: {
      zh: '这些投票里投了票的人（按单位的，是单位）加起来',
      en: 'those who voted in these polls, people or units, added up',
    },
  },
  line: (polls: number, voters: number): Text => ({
    zh: `投票 ${polls} 次，${voters} 票`,
    en: `Polls ${polls}, votes ${voters}`,
  }),
  row: (number: number, question: Text): Text => ({
    zh: `P${number} ${question.zh}`,
    en: `P${number} ${question.en}`,
  }),
  export: { zh: '投票', en: 'polls' } satisfies Text,
  columns: {
    number: { zh: '编号', en: 'Number' },
    question: { zh: '问题', en: 'Question' },
    option: { zh: '选项', en: 'Option' },
    count: { zh: '票数', en: 'Votes' },
    voters: { zh: '投票人数', en: 'Voters' },
    who: { zh: '谁投的', en: 'Who voted for it' },
    kind: { zh: '方式', en: 'How' },
    end: { zh: '截止', en: 'Ended' },
    state: { zh: '情况', en: 'State' },
  } satisfies Record<string, Text>,
  states: {
    open: { zh: '进行中', en: 'open' },
    closed: { zh: '已结束', en: 'closed' },
    cancelled: { zh: '已取消', en: 'cancelled' },
  } satisfies Record<Poll['state'], Text>,
};
