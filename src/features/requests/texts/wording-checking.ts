import type { Offered, Said, Subject, Wording } from '../../../core/wording.ts';
import { asking } from './asking.ts';
import {
  alone,
  BAD,
  DOING,
  GOOD,
  LETTER,
  LOOKING,
  noted,
  numberOf,
  STILL,
  typedAs,
} from './wording-words.ts';

/*
 * How those speak of a request who asked for it, or need it too, or want to know how it stands.
 */

const NO = '(没|没有|还没|还没有|未|没给)';

function isItSolved(subject: Subject, { text }: Said): Offered {
  const number = numberOf(subject);
  return {
    text: asking.solved(number),
    choices: [
      { label: asking.isSolved, typed: `满意 ${number}` },
      { label: asking.isNotSolved, typed: `未解决 ${number} ${text}`.trim() },
    ],
  };
}

/** Fixed my laptop: another thing of theirs. */
const OF_ANOTHER = ['(my|his|her|our|their|your)'];

export const acceptWording: Wording = {
  letter: LETTER,
  note: true,
  talk: OF_ANOTHER,
  sure: [
    '(很|挺|非常|十分|特别|都|太|比较|还|还算|相当)?满意(的|了|呢|啦)?',
    '(验收)?通过(了)?',
    '(very |quite )?satisfied',
  ],
  strong: [
    `${DOING}(好|完|妥|妥当|干净|完成|利索)(了|啦|嘞|咯|喽|哩|咧|叻|辣)`,
    '(解决|搞定)(了|啦|嘞|咯|喽)',
    '(整|搞|弄|修)(好|掂)(咗|左)(喇|啦)?',
    '(五|5|满)(分|星)(好评)?',
    '没(有)?(什么|啥|任何)?(问题|毛病|意见)(了|啦)?',
    '不(漏|堵|臭|闪|滴|晃|吵|卡|松|返味)(水)?(了|啦)',
    "((it's|it is|its) )?(all )?(fixed|solved|resolved)( now)?",
  ],
  weak: [
    '好(了|啦|喽|多了|得很|嘞|咯)',
    `(特别|真|很|挺|好|可|贼|倍儿|非常|更|老)${GOOD}(了|啊|呀)?`,
    '(给)?(师傅|你们|物业|大家)?(们)?(点|点个|点了个|竖)(赞|大拇指)',
    '(happy|pleased|great) (with it|job|work|with that)',
    `${GOOD}(了|啦|起来了|着呢|得很)`,
    '(换|清|修|弄)(了|过了)',
    `${DOING}得(很|挺|蛮|真|特别|非常|相当|还)?(好|不错|可以|行|漂亮|扎实|干净|利索|快|巴适|到位)`,
    '(works now|it works( now)?|working now|all good)',
    '(happy|pleased|great job|good job|well done|nice work)',
  ],
  faint: [
    '(可以|行|成|妥|妥妥)(了|的|啦)?',
    '中',
    '(挺|很|真|蛮|还)?(不错|好|棒|给力|可以|行)(的|了|啊|呀)?',
    `(是|都是)?${GOOD}(的|着|着的)`,
    '(ok|okay|fine|good|great|perfect)',
  ],
  beside: LOOKING,
  args: noted,
  typed: typedAs('满意'),
  which: asking.whichSolved,
  doubt: isItSolved,
};

export const reopenWording: Wording = {
  letter: LETTER,
  note: true,
  inquires: 'also',
  sure: [
    '(很|非常|太|十分|真)?不满意',
    '(没|没有|还没|还没有|尚未|未|并未|并没有)(给)?解决(好|了|呢)?',
    '不(算)?通过',
    '(not satisfied|not (fixed|solved|resolved)( yet)?|unsatisfied)',
  ],
  strong: [
    `${NO}${DOING}(好|完|干净|成|利索|到位|彻底|过)?`,
    `${NO}好(呢|啊|哦|呀)?`,
    `${STILL}?(一闪一闪|忽明忽暗|时好时坏|时亮时不亮|断断续续)(的)?`,
    '(仲|仲系|重系)(唔|未|冇)(亮|得|好|着)',
    `${DOING}了(个|跟|等于)?(啥|什么|寂寞|没修一样|没修|白修)`,
    '白(修|弄|换|清|忙)了',
    `${STILL}(不|没|没有)${GOOD}(了)?`,
    `${STILL}(不行|不能用|用不了|没法用|没人管|没人来|没动静|老样子|那样|一样|原样|这样)`,
    `${STILL}${BAD}(了|着|的|起|起的|黢黢|咕隆咚)?`,
    '好(啥|什么|啥子|个啥|个屁|个鬼|个头|个锤子)(好)?(啊|呀|哦)?',
    '(都|还|还是|仲|仲系|重)?(唔)(着|著|亮|得|掂)',
    `${NO}(变化|改观|起色|区别|两样)`,
    '(跟|和|同)(原来|以前|之前|原先|从前)(一样|一个样|没区别|没两样)',
    `${DOING}(了)?(跟|和|等于)没${DOING}(一样|过)?(一样)?`,
    '(哪里|哪儿|哪)(修|弄|换|清|好)(好)?了',
    '(又|还|依旧|照样)(有|出)(问题|毛病)',
    '(没|没有|没见|不见)(有)?人(来|管|修|理)(过|了)?',
    '(忽悠|糊弄|敷衍)(人|我们|人呢|事)?',
    "(still (not|broken|leaking|dark|bad)( working)?|(doesn't|does not|didn't) work|broken again|not working( yet)?)",
  ],
  weak: [
    `(不|没|没有)${GOOD}(了|呢)?`,
    `${BAD}(了|的|着|掉了)`,
    '(坏掉|出毛病|出问题)(了)?',
    '(没|没有|没什么|没啥)(动静|变化|改善|用|效果)',
    '用不了',
  ],
  faint: ['不(行|好|可以|ok|成)(啊|呀|的)?', '(no|nope|not ok|not yet|not good)'],
  beside: LOOKING,
  args: noted,
  typed: typedAs('未解决'),
  which: asking.whichUnsolved,
};

export const withdrawWording: Wording = {
  letter: LETTER,
  note: true,
  denied: 'talk',
  careful: true,
  sure: ['撤(回|掉|了|下来|回来)(了)?', '(withdraw|take it back)'],
  strong: [
    '(不用|不需要|不必|不要)(了|啦)',
    '(不用|不需要|不必|甭|别)(再)?(修|来|办|管|弄|麻烦|派人|处理)(了|啦)',
    '(取消|作废|删了|删掉|划掉)(了)?',
    '(自己|自个|自个儿|家里人|儿子|邻居)(修|弄|解决|换|搞定)(好)?(了)?',
  ],
  beside: LOOKING,
  args: alone,
  typed: typedAs('撤回'),
  which: asking.whichWithdrawn,
};

export const secondWording: Wording = {
  letter: LETTER,
  note: true,
  faint: [
    '+1',
    '(也|都)(是|是的|是这样|这样|一样|如此)(的)?',
    '(一样|一个样)(的)?',
    `(也|都)(不|没|没有|不太|不怎么)${GOOD}(了)?`,
    `(也|都)${BAD}(了|着)?`,
    '(也|都)(有|遇到|碰到|碰上|出现)(了|过)?',
    '(也|都)(是|有)(这|这个|这种|同样的|一样的)(情况|样子|问题|毛病)',
    '(同求|同感|同样|同问|同上|同款|附议|顶)',
    '(same here|same|us too|me too|we have it too)',
  ],
  args: alone,
  typed: (subject) => `${numberOf(subject)} 也是`,
  which: asking.which,
};

export const showWording: Wording = {
  letter: LETTER,
  note: true,
  inquires: 'only',
  sure: ['查(一下|一查|查|下|看|询)?', '详情'],
  strong: [
    '(办|修|弄|处理|进行|搞|解决)?(得|的)?(怎么样|咋样|如何|怎样)(了|啦)?',
    '(什么|啥)(情况|进展|进度|结果|说法|动静)(了)?',
    '(到|办到|修到)(哪|哪儿|哪里|哪步|哪一步|什么程度)(了)?',
    '(有|有没有)(进展|消息|结果|下文|动静|着落|回音)(了)?(吗|没|没有)?',
    `${DOING}(好|完|了|上)?(了)?(吗|没|没有|么)`,
    '(有)?(人|谁)(在)?(管|修|认领|办|来|接|处理)(了)?(吗|没|没有|么)?',
    '(谁|哪个)(在)?(管|修|认领|办|接|处理)(的|了|呢)?',
    '(什么时候|啥时候|啥时|何时|几时|多久|哪天)(能|可以|来|给)?(修|办|弄|解决|处理|来|好)(好|完)?',
    '(any news|how is it going|is it fixed( yet)?|status|who is on it)',
  ],
  weak: ['(进度|进展|状态|经过)(呢)?', '(需求|报修|心愿|民情)(呢|都有哪些)?'],
  beside: [...LOOKING, '(给|帮)?(看|问)(看|一下|问)?', '现在', '最近'],
  args: alone,
  typed: (subject) => (subject === undefined ? '/需求列表' : `/详情 ${subject.number}`),
  which: asking.which,
};
