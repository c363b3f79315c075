import type { Text } from '../../../core/text.ts';

/** The numbers of requests, and what each of them means. */
export const figureTexts = {
  pieces: { zh: '件', en: 'requests' } satisfies Text,
  times: { zh: '次', en: 'times' } satisfies Text,
  asked: {
    title: { zh: '受理需求', en: 'requests received' },
    meaning: {
      zh: '这段时间提的需求和微心愿；民情和要服务的另算',
      en: 'requests and wishes of this time; opinions and uses of offers are counted apart',
    },
  },
  voices: {
    title: { zh: '民情', en: 'opinions' },
    meaning: { zh: '这段时间说的民情', en: 'opinions that were said in this time' },
  },
  resolved: {
    title: { zh: '解决需求', en: 'requests resolved' },
    meaning: {
      zh: '这段时间验收为「已解决」、到期末没有退回的，不管哪个月提的',
      en: 'accepted as resolved in this time and not reopened by its end, whenever they were asked',
    },
  },
  fulfilled: {
    title: { zh: '服务已兑现', en: 'offers fulfilled' },
    meaning: {
      zh: '要了「能提供的」、说好的时间到了或说办好了的，每次算一次；按月的一个月算一次',
      en: 'agreed uses of offers that are over or were said to be done; a month counts once',
    },
  },
  fulfilledLine: (count: number): Text => ({
    zh: `能提供的 兑现 ${count} 次`,
    en: `Offers fulfilled ${count}`,
  }),
  claimable: {
    title: { zh: '该有人认领的需求', en: 'requests to be claimed' },
    meaning: {
      zh: '受理的减去不受理、重复和撤回的',
      en: 'received, without those declined, duplicate or withdrawn',
    },
  },
  claimed: {
    title: { zh: '认领率', en: 'claimed' },
    meaning: {
      zh: '到期末有人认领的 ÷（受理 − 不受理 − 重复 − 撤回）',
      en: 'claimed by the end of this time ÷ (received − declined − duplicate − withdrawn)',
    },
  },
  promised: {
    title: { zh: '答应这段时间办完的需求', en: 'requests promised for this time' },
    meaning: {
      zh: '认领人答应的时间在这段时间里到了的',
      en: 'those whose promised time came in this time',
    },
  },
  onTime: {
    title: { zh: '按期办结率', en: 'done on time' },
    meaning: {
      zh: '在答应的时间以前办完的 ÷ 答应这段时间办完的',
      en: 'done by the promised time ÷ promised for this time',
    },
  },
  judged: {
    title: { zh: '有人评的', en: 'judged' },
    meaning: {
      zh: '「满意」和「未解决」各算一次；没人说话、到时自动验收的不算',
      en: 'each word of satisfied or not resolved; those accepted in silence do not count',
    },
  },
  satisfied: {
    title: { zh: '满意率', en: 'satisfied' },
    meaning: {
      zh: '满意 ÷（满意 + 未解决）；不到 5 次只写次数',
      en: 'satisfied ÷ (satisfied + not resolved); below 5 only the numbers',
    },
  },
  line: (asked: number, resolved: number, voices: number): Text => ({
    zh: `需求 受理 ${asked}，解决 ${resolved}${voices > 0 ? `；民情 ${voices}` : ''}`,
    en: `Requests received ${asked}, resolved ${resolved}${voices > 0 ? `; opinions ${voices}` : ''}`,
  }),
  shares: {
    claimed: { zh: '认领', en: 'claimed' },
    onTime: { zh: '按期办结', en: 'on time' },
    satisfied: { zh: '满意', en: 'satisfied' },
  } satisfies Record<string, Text>,
  since: (day: Text): Text => ({ zh: `${day.zh}提`, en: `asked on ${day.en}` }),
  doneBy: (units: string): Text => ({ zh: `${units} 办的`, en: `done by ${units}` }),
  chartByCategory: {
    zh: '需求（按类别和情况）',
    en: 'Requests by category and state',
  } satisfies Text,
  chartByUnit: { zh: '各单位解决的需求', en: 'Requests that units resolved' } satisfies Text,
  parts: {
    resolved: { zh: '已解决', en: 'resolved' },
    inHand: { zh: '办理中', en: 'in hand' },
    open: { zh: '待认领', en: 'open' },
  } satisfies Record<string, Text>,
  row: (number: number, words: string): Text => ({
    zh: `#${number} ${words}`,
    en: `#${number} ${words}`,
  }),
  keptRow: (number: number): Text => ({
    zh: `#${number}（只对社区说的）`,
    en: `#${number} (said for the community alone)`,
  }),
};
