import type { Wording } from '../../../core/wording.ts';

/** How a liaison writes the record of a day, in the notation of `expand`. */
export const recordWording: Wording = {
  letter: 'e',
  sure: [
    '(写|发|补充)(个|一个|一下|一份)?(小结|总结)',
    '(汇报|报告)(一下)?(今天|今日|本次)?(的)?(工作|活动|服务|情况)(情况)?',
    '(工作|活动|今天的|今日|本次|本次活动|的|今天活动)?(小结|总结)(下|补充|补充一下|补一下|更正|更正一下|一下|如下|来了|是)?',
    '(都)?做了(什么|啥|哪些|哪些事|些什么)',
  ],
  keeps: ({ number }, kept) => ({ activity: number, kept }),
  args: ({ subject }) => ({ activity: subject?.number }),
  typed: (subject) => `小结 E${subject?.number ?? 1} 清理楼道6处，惠及38人次`,
  which: { zh: '是哪个活动的小结？', en: 'Of which activity is it the record?' },
};
