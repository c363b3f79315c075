import type { Phrase } from '../../../core/phrase.ts';

const WHEN = '(几点|几时|什么时候|啥时候|何时|哪天|哪一天|几号|多会儿|星期几|周几|when|what.day)';
const THING = '(活动|服务日|学习日|例会|安排|日程|固定日|开会|学习)';
const SPAN =
  '(今天|明天|后天|这周|本周|下周|周末|这个月|本月|下个月|下月|最近|近期|接下来|下次|年底|this.week|next.week|this.month)';
const ANY = '(有哪些|有什么|有啥|有没有|有|什么|啥|哪些|any)';

const asked = { as: '/日程', only: 'toBot', asks: true } as const;

export const agendaPhrases: readonly Phrase[] = [
  { says: `… ${WHEN} …`, ...asked, besides: '#' },
  { says: `… ${SPAN} … ${THING} …`, ...asked },
  { says: `… ${ANY} … ${THING} …`, ...asked },
  { says: `… (activities|events|coming.up|schedule) …`, ...asked },
];
