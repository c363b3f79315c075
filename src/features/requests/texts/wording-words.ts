import type { Said, Subject } from '../../../core/wording.ts';

/*
 * Words that several commands share, in the notation of `expand`.
 */

/** The letter of a request. */
export const LETTER = '#';

/** What is done to a thing that is broken. */
export const DOING =
  '(修|弄|搞|办|换|装|清|处理|解决|做|整|疏通|打扫|收拾|清理|维修|修理|补|接|安装|更换|清运|送|落实)';

/** How it is when it is good again. */
export const GOOD =
  '(亮|亮堂|通|通畅|正常|干净|能用|好用|好使|管用|能走|能开|能关|有水|有电|有气|来水|来电|恢复|恢复正常|凉快|暖和|走)';

/** How it is as long as it is not. */
export const BAD =
  '(坏|黑|漏|漏水|漏雨|漏气|堵|堵着|堵住|臭|闪|响|滴水|脏|满|卡|灭|停|吵|断|松|晃|返味|返水|没水|没电|没气|没亮|没通)';

export const STILL = '(还是|又|还|照样|依旧|依然|仍|仍然|老是|一直|怎么还|怎么又)';

/** What people say beside it who look at what was done. */
export const LOOKING = [
  '(一|二|三|四|五|六|七|八|九|十|十一|十二|顶|底|每|整)(楼|层|单元)(的|那个|那边|那盏|的灯)?',
  '(楼上|楼下|左边|右边|里面|外面|上面|下面|拐角|楼梯口|门口)(的|那个|那边|那盏)?',
  '(那|这)(盏|只|扇|台|根|段|层|边)',
  '(一会|一会儿|没多久|两天|一天|刚|刚才)(就)?',
  '(再|快|过)?来(看|瞧|修|弄)(看|瞧|下|一下|一看)?',
  '(派人|派个人|继续|接着)',
  '(处理|跟进|修|看看|想想办法)(一下|下)?',
  '(物业|工作人员|志愿者|工人|电工|师傅)(师傅|们)?',
  '(昨晚|一会|一会儿|夜里|白天|摸黑|上楼|上的楼|下楼|回家|回来|出门|路过|经过)',
  '(看|试|瞧|检查)(过|了|到了|过了|见了|了看|了下|了一下|了试|了一圈)',
  '(点赞|点个赞|竖大拇指|说声|说一声|道声|道个)',
  '(好评|效率高|效率真高|速度快|速度真快|动作快|真快|很快|挺快|这么快|及时|负责|热心)',
  '(一点|一点儿|有点|根本|压根|完全|到底|反正|结果|咋|确实|总算|已经|已|全|全部)',
  '(晚上|夜里|早上|早晨|白天|中午|半夜|今天|昨天)(一?到)?',
  `${DOING}是${DOING}(了|过)`,
  '(态度|质量|速度|动作)(也|太|很|真|还)?(差|不好|慢|敷衍)(了)?',
  '(需求|报修|事情|问题|情况|东西|毛病|这事|那事|事儿)',
  '(家里|家|门口|楼道|楼上|楼下|里面|外面)',
  '我?(们)?(报|提|反映|说|求|报修)的(那|这)?(个|件|件事|事|事儿|需求)?',
  '(上次|上回|前两天|上礼拜|上周)(修|弄|报|提|换|装)?的?(那|这)?(个|件)?',
];

export function numberOf(subject: Subject | undefined): number {
  return subject?.number ?? 0;
}

/** The word that is typed, with its number. */
export function typedAs(word: string): (subject: Subject | undefined) => string {
  return (subject) => (subject === undefined ? word : `${word} ${subject.number}`);
}

/** The arguments of a command that keeps a note. */
export function noted({ subject, text }: Said): Readonly<Record<string, unknown>> {
  return { number: subject?.number, ...(text === '' ? {} : { note: text }) };
}

export function alone({ subject }: Said): Readonly<Record<string, unknown>> {
  return { number: subject?.number };
}
