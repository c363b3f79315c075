import type { Wording } from '../../../core/wording.ts';
import type { RequestKind } from '../records/index.ts';
import { asking } from './asking.ts';

/*
 * How people ask for something, and how they tell what is wrong or what they wish.
 */

const SAY =
  '(提|提个|提一个|提一条|提条|提点|提几条|说个|说一个|说条|有|有个|有一个|有条|有一条|有点)';
const WHAT =
  '(一下|下|个|个事|个事儿|件事|点事|一个问题|个问题|一个情况|个情况|问题|情况|事情|事|一件事)?';

const describing: Readonly<Record<RequestKind, readonly string[]>> = {
  need: [
    '(坏|裂|断|掉|松|塌|碎|堵|漏|锈|卡|歪|爆|破)(了|掉了|住了|着|开了|下来|水|雨|气|住)',
    '(熄|灭|黑|瘪|翘|陷|塌|爆|炸|破|锈|霉|烂|垮|脱|淹)(了|掉了|着|起|起来了|咯|喽)',
    '(爆管|爆了|跑水|漫水|倒灌|起皮|掉漆|翘起来|陷下去|垮塌)(了)?',
    '(坏|黑|堵|停|断|脏|臭)(了)?(好几|好多|几|两|三|一)(天|个星期|周|个月)',
    '(不亮|不灵|不通|不走|不动|不转|不制冷|不热|没亮|没电|没水|停电|停水|断电|断水|失灵|失效|短路|跳闸)(了)?',
    '(停|卡|闪|响|漏|堵|坏|滴)(了|住|着)',
    '老(是)?(停|卡|闪|响|漏|堵|坏)',
    '(又|还|一直|天天|经常|总是|总)(停|漏|堵|坏|卡|黑|闪|响|断|臭|满|灭|滴水|漏水|停水|停电)(了|着)?',
    '(打|刷|关|开|拧|抬|放|锁|用|按|拉)不(开|上|了|动|起来|下来|住)(了)?',
    '(漏水|滴水|渗水|积水|返水|返味|反味|冒水|堵塞|脱落|掉落|松动|破损|开裂|塌陷|老化|生锈|倾斜|损坏|故障)(了)?',
    '没(有)?(清|扫|收|倒|打扫|清理|清运|通|暖|热水|暖气|信号|路灯)(了|过)?',
    '(积水|漏雨|漏电|占道|堆满|堵塞|发霉|掉皮|裂缝|断裂|蟑螂|老鼠|苍蝇|蚊虫)',
    '(没人|没有人|无人)(修|管|清|扫|收|打扫|清理|处理)',
    '(安全)?隐患',
    '(加装|安装|增设|增加|增添|添置|加|装|修|建|设|摆|铺|画|补|换|种)(个|一个|些|一些|几个|条|一条|张|几张|盏|几盏|块|一块|点)',
    '(维修|抢修|修一下|修一修|修修|来修)',
    '(out of order|broken|leaking|not working|blocked|flooded|no power|no water|stuck|does not work|is down)',
    "(doesn't work|won't (open|close|start)|needs? (fixing|repair))",
  ],
  voice: [
    '(管不管|没人管吗|太吵|扰民|乱停|乱扔|乱堆|太臭|太脏|太乱|吃拿卡要|不作为|态度差|态度太差)',
    '(油烟|噪音|噪声|异味)',
    '(能不能|可不可以|能否|可否)(给|帮|把|让|多|少|别|不|在|组织|安排|开放|开)',
    '(应该|最好|是不是该|能不能多|能不能少|可不可以多)',
    '(too noisy|complaint|complain|suggest|suggestion)',
  ],
  wish: [
    '(找|请)(个|位|一个|一位|几个)?(人|志愿者|护工|老师|师傅|大哥哥|大姐姐|律师|医生|家教)',
    '(想|希望|盼着|盼望|需要)有(个|位|一个|一位)?(人|伴)',
    '(想|想要|希望|盼)(借|学|要|买|看|去看|有个|有人|找|请|得到|领)(一|个|一个|一副|一套|一本|一次)?',
    '(找|请|借)(个|一个|一位|一套|一本)',
    '(looking for|would like|need somebody|need someone|wish)',
  ],
};

/** Words of the three kinds, each with its own question. */
export function asksFor(kind: RequestKind, word: string): Wording {
  return {
    text: 'behind',
    ...words[kind],
    describes: describing[kind],
    talk: [
      '(怎么|如何|咋)(做|写|解|算|画|念|读|炒|煮|玩)',
      '(下次|下回|改天|回头|以后|会上|开会|到时候|见面)再(说|议|聊|谈|讲|讨论|商量)',
    ],
    args: ({ text }) => (text === '' ? {} : { text }),
    typed: (_, { text }) => `${word} ${text}`.trim(),
    offer: (text) => ({
      text: asking.offer(kind),
      choices: [{ label: asking.offered(kind, text), typed: `${word} ${text}` }],
    }),
  };
}

const words: Readonly<Record<RequestKind, Pick<Wording, 'sure' | 'strong' | 'weak' | 'beside'>>> = {
  need: {
    sure: [
      `(帮忙|帮我|帮)?(报修|抱修|报个修|报一下修|报事|报(个|件|一个|一件)事(儿)?|报障|报故障)${WHAT}`,
      `${SAY}?(需求|需球|须求)`,
      `(求助|求帮忙|求救助|请求帮助|求帮助)${WHAT}`,
    ],
    weak: [
      '(report|reporting)( a| an| the)?( problem| issue)?',
      '(报|登记|记|上报|反馈)(一下|下|个事|件事|一件事|个问题|一个问题|个情况)',
      '登记',
    ],
    beside: ['信息', '如下', '热线'],
  },
  wish: {
    sure: [`(许|许个|许一个|说个|有|有个|有一个)?(小)?(微)?(心愿|愿望)`, '许(个|一个)愿'],
    beside: ['如下'],
  },
  voice: {
    sure: [
      `${SAY}?(民情|民意|社情民意|小建议|建议|意见)`,
      `(民意|民情)?(反映|反应)${WHAT}`,
      '(投诉|吐槽|举报)(一下|下|个事|件事)?',
    ],
    beside: ['如下'],
  },
};
