import type { Offered, Said, Subject, Wording } from '../../../core/wording.ts';
import { asking } from './asking.ts';
import { alone, DOING, LETTER, noted, numberOf, typedAs } from './wording-words.ts';

/*
 * How those speak of a request who take it on, and who have it in hand.
 */

const WE = '(我|我们|咱|咱们|俺|我这|我这边)';
const OF_OURS = '(单位|公司|物业|店|店里|学校|医院|律所|这边|社区)';

export const claimWording: Wording = {
  letter: LETTER,
  note: true,
  denied: 'talk',
  needs: ['me'],
  sure: ['(来)?(认领|认铃)(了|下|一下|啦)?', '(claim|i claim|take it on|i will take it|i take it)'],
  strong: [
    `${WE}${OF_OURS}?(来|去|可以|能|负责)${DOING}`,
    `${WE}?(接单|接了|接下了|包了|负责|承包了|揽下了|领了|认了|拿下)`,
    `${WE}来圆`,
  ],
  weak: [
    `(来|去)${DOING}`,
    `${WE}来`,
    '(送|捐|赞助|提供|出)(一|个|一个|一副|一台|一份|一套|一把|两个|上门)',
    '(帮忙|帮|帮着)(修|弄|办|处理|清|搬|实现|圆)',
    '(来|去)?圆(梦|愿)?',
    '来实现',
    '实现',
    `(交|包|留|丢|归)(给|在|到)?${WE}(${OF_OURS}|身上|来|办|处理|就行)?`,
    `${WE}(来|去)?(认|接|弄|搞|管|办|跑一趟|处理一下)`,
    `(算|让)${WE}${OF_OURS}?的`,
  ],
  beside: ['(这|那)(个|件|单|趟)?(活|活儿|单|单子|任务)', '(过去|上门|到场)'],
  faint: ['(来|去)', '(接|领|上)', '有', '(sure|can do|on it|i can|will do)'],
  args: ({ subject, time, text }) => {
    const when = time === '' ? text : time;
    return { number: subject?.number, ...(when === '' ? {} : { when }) };
  },
  typed: typedAs('认领'),
  which: asking.whichClaimed,
};

export const joinWording: Wording = {
  letter: LETTER,
  note: true,
  denied: 'talk',
  needs: ['me'],
  sure: ['加入'],
  faint: [
    '一(起|块|块儿)(去|来|弄|修|干|帮忙|过去)?',
    '算(上)?我(一个|们)?',
    '(加|添)(上)?我(一个|们)?',
    '(去|来)?(帮忙|搭把手|搭个手|帮把手|打下手)',
    '(join|count me in|i can help)',
  ],
  args: alone,
  typed: typedAs('加入'),
  which: asking.which,
};

function isItDone(subject: Subject, { text }: Said): Offered {
  const number = numberOf(subject);
  return {
    text: asking.finished(number),
    choices: [
      { label: asking.isFinished, typed: `完成 ${number} ${text}`.trim() },
      { label: asking.isUnderWay, typed: `进度 ${number} ${text}`.trim() },
      { label: asking.isGivenBack, typed: `放弃 ${number} ${text}`.trim() },
    ],
  };
}

export const doneWording: Wording = {
  letter: LETTER,
  note: true,
  sure: [
    '(已|已经|都|全部|全)?(完成|办结|完工|竣工)(了|啦)?',
    "(it's |it is )?(done|finished|completed)",
  ],
  talk: ['得'],
  strong: [
    `${DOING}(好|完|妥|妥当|干净|完成|上|掉|走)(了|啦)`,
    `(已|已经|都|全)${DOING}(好|完|干净|完成)`,
    `(已|已经|都|全)?${DOING}(完毕|完工|到位)(了)?`,
    '(搞定|解决|完事|弄妥)(了|啦)?',
    `(已|已经|都|全|刚|刚刚)${DOING}(了|过了)`,
    '(fixed|repaired|replaced|cleaned up)',
  ],
  weak: [`${DOING}(了|过了)`, '(亮|通|好|干净)(了|啦)'],
  beside: [
    '(拍|传|发)(了|个)?(照|照片|图)',
    '(如图|见图|看图|照片)',
    '(请|麻烦)?(去|来)?(看|验收)(一下|看)?',
  ],
  args: noted,
  typed: typedAs('完成'),
  which: asking.whichDone,
  doubt: isItDone,
};

export const progressWording: Wording = {
  letter: LETTER,
  note: true,
  sure: ['(进度|进展)'],
  weak: [
    '(等|在等|还等|还差|还缺|缺|差)(着)?(配件|材料|料|货|师傅|人|零件|审批|回复)',
    '(材料|配件|货|零件|东西|料|灯泡|师傅|工人)(都|已经|已)?(到|到货|买|订|约|联系|找)(了|好了|上了|位了|齐了)',
  ],
  faint: [
    '(没|缺|断)货(了)?',
    '(师傅|工人|电工|人)?(已|已经)?(到|去|在)(了)?现场(了)?',
    '(师傅|工人|电工)(已|已经)?(来|到|去)(了)',
    '(已|已经)?(买|订|约|联系|找|量|看|查|报|定|申请|拿|领|排查|勘察|协调)(好|到|上|过|完|齐)?(了)',
    '(正在|在)(修|办|弄|处理|安排|联系|路上|赶|等|施工|排队|走流程)',
    '(安排|计划|准备|预计|争取|打算|尽快|马上|过两天)',
    '(修|换|弄|清|办)(了)?(一半|一部分|一个|两个|几个)',
  ],
  args: noted,
  typed: typedAs('进度'),
  which: asking.which,
};

export const promiseWording: Wording = {
  letter: LETTER,
  note: true,
  talk: [
    '(那个|这个|的|今天的|昨天的)(会|会议|课|饭局|聚餐|聚会|考试|航班|火车|快递|面试|培训)(就)?',
  ],
  sure: ['改(到|成|为|期|约|在)', '(推|推迟|延|延期|延后|拖|顺延|提前|挪|换)(到|至)'],
  strong: ['改', '(来不及|赶不及|赶不上)(了)?', '(推迟|延期|延后)(一天|两天)?'],
  args: ({ subject, time, text }) => ({ number: subject?.number, when: time === '' ? text : time }),
  typed: (subject) => `改期 ${numberOf(subject)} 周六上午`,
  which: asking.which,
};

export const releaseWording: Wording = {
  letter: LETTER,
  note: true,
  talk: ['(是|那是)?(不可能|不会)(的)?'],
  sure: ['(放弃|退回|退单)(了|吧)?', '(give it back|release)'],
  strong: [
    '(办|修|弄|搞|做|处理|解决|接|干|完成|顾)不(了|成|来|过来|下来)(了)?',
    '(不|没法|没办法|没能力|没有能力|无法|不能|不会)(修|办|弄|处理|解决|管|接)(了)?',
    '(退给|交给|让给|换)(别人|别的|其他|社区|你们)',
  ],
  args: noted,
  doubt: isItDone,
  sureOnly: true,
  typed: typedAs('放弃'),
  which: asking.which,
};
