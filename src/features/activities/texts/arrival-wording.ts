import type { Said, Subject, Wording } from '../../../core/wording.ts';

/*
 * How people say who is there, who has left and who is missing, in the notation of `expand`.
 */

const arrived = [
  '(已经|已|都|全|全部|刚|刚刚|准时|按时)?(到|来)(了|啦|咯|喽|嘞|啰|哒|喇|达|场|齐|位|齐了|场了|达了|达现场|现场了|起了|拢了|拢咯)',
  '(已经|已|都|全|实)?到',
  '(已经|已|都|全)来',
  '人(到|来|齐)(了|齐|齐了)?',
  '(人)?(已)?在(现场|这儿|这里|场)(了)?',
  '(here|arrived|present|i am here)',
];

const said = [
  '(来|要)?签(个|一个|一下|下)?到(了|啦)?',
  '(打|补)(个)?卡(了)?',
  '报(个)?到(了|啦)?',
  '(check|checking|checked|sign|signing|signed)( |-)?in',
];

/** What people say along with it: why they are late, and that it is the word on the board. */
const besides = [
  '(签到)?(口令|暗号|密码|暗语)',
  '一(起|块|同|道)(到|来|过来|来签到)?(的|了)?',
  '(报告|本人|现在|今天|准时|总算|终于|可算)',
  '(已经|已|都)?(在|到|来到)(了)?(广场|门口|现场|会场|社区|楼下|大厅)(上|里)?(了)?',
  '(板子|板|牌子|黑板|白板)(上)?(写)?(的|着)?(字|词)?(是)?',
  '(前来|过来|赶来|赶到|路上)',
  '(迟到|来晚|晚来|晚到|堵车|路上堵车|来迟)(了)?',
  '大家(都)?(辛苦|早|好|久等)(了|啦)?',
  '(没|没有|忘|忘了|忘记)带手机',
  '(没|没有)手机',
  '手机(没电|坏|关机)(了)?',
  '(不会|不太会|不方便)(用|弄|发|打字|操作|用手机|发消息)',
  '(眼睛|眼神)不好',
];

/** It is said to others, of what is to be done. */
const talk = [
  '(口令|暗号|密码|词)(就)?是',
  '大家',
  '各位',
  '(你|您|你们)(都)?(要|得|快|快点|记得)?',
  '就(行|好|可以|成|能)(了)?',
  '(即可|记得|别忘|别忘了|怎么|可以吗)',
];

const arrivalOf = ({ people, kin, me, brings, proxy, count, more, unit, word }: Said) => ({
  people,
  kin,
  me,
  brings,
  proxy,
  count,
  more,
  unit,
  word,
});

const checkinTyped = (subject: Subject | undefined) =>
  subject === undefined || subject.word === undefined ? '签到' : '签到 板上的词';

/** With the word on the board. */
const withWord: Wording = {
  first: true,
  letter: 'e',
  sure: said,
  weak: arrived,
  byEar: ['签到', '报到'],
  slots: ['me', 'people', 'unit', 'count', 'word'],
  sureWith: ['word'],
  needs: ['word'],
  implied: [
    { slots: ['unit', 'count', 'word'], as: 'strong' },
    { slots: ['word', 'people'], as: 'strong' },
    { slots: ['word'], as: 'expected' },
  ],
  beside: besides,
  talk,
  args: (one) => ({ activity: one.subject?.number, arrival: arrivalOf(one) }),
  typed: checkinTyped,
};

/** A unit's number without the word, from whoever may call the roll. */
const unitCounted: Wording = {
  ...withWord,
  invite: 'call',
  byEar: [],
  slots: ['me', 'unit', 'count'],
  sureWith: ['unit', 'count'],
  needs: ['unit', 'count'],
  implied: [],
};

/** The same with a number that was said before and was wrong. */
const { first: _, ...laterCounted } = unitCounted;
const unitCountedAnew: Wording = {
  ...laterCounted,
  sure: [],
  weak: [],
  sureWith: [],
  strong: [
    '(更正|订正|修正|改|改成|改为|变成)(一下)?(为|成|是)?',
    '(实际|实到|一共|总共|合计|总计)(是|有|到|来)?(了)?',
  ],
};

/** Names that somebody calls, who may. */
const rollCallWording: Wording = {
  letter: 'e',
  invite: 'call',
  sure: [
    '(到场|已到|到了的|来了的|现场)(的)?(人|名单)?(有|是|都有)?',
    '点(个|一下|一下子)?名',
    '(帮忙|帮着|帮|给|替)?(他|她|他们|她们|这几位)?(们)?(签|补|记)(上|上了|一下)',
  ],
  weak: arrived,
  slots: ['people', 'count'],
  needs: ['people'],
  beside: [...besides, '(这)?(几|两|三|四|五)(位|个)(人)?'],
  talk,
  args: (one) => ({ activity: one.subject?.number, arrival: { ...arrivalOf(one), me: false } }),
  typed: (subject, { people }) =>
    `到 ${subject === undefined ? '' : `E${subject.number} `}${people.join(' ') || '张伟 李娟'}`,
};

/** 替王大妈签到, where a word behind it alone might be the one on the board. */
const calledFor: Wording = { ...rollCallWording, strong: said, needs: ['people', 'proxy'] };

export const checkinWording: readonly Wording[] = [
  withWord,
  unitCounted,
  unitCountedAnew,
  rollCallWording,
  calledFor,
];

export const checkoutWording: Wording = {
  letter: 'e',
  sure: ['(要|想)?签(个)?退(了|啦)?', 'check(ing|ed)? ?out'],
  weak: [
    '(先)(走|撤|回|回去|离开|回家|溜)(一步|一下)?(了|啦)?',
    '(走|撤|溜)了',
    '(要|得)(走|撤|离开|回去|回家)(了|啦)?',
    '(leaving|heading off|i have to go|got to go)',
  ],
  slots: ['me'],
  beside: [
    '(店里|家里|单位|公司|孩子|老人|领导)?(叫|找|催|喊)(我)?(了)?',
    '(拜拜|再见|回见|改天见)',
  ],
  args: ({ subject }) => ({ activity: subject?.number }),
  typed: () => '签退',
};

export const missingWording: Wording = {
  letter: 'e',
  sure: [
    '(还|都)?(差|缺|少)(了)?(谁|哪个|哪些个|哪些人|哪几个|哪几个人|哪几位|几个人|多少人|几个|几位)(没|没有)?(到|来)?(了)?',
    '(都)?(还有|有)?(谁|哪个|哪些个|好多人|哪些人|哪几个|哪几个人|哪几位|哪位|几个人|多少人|几个|几位)(还|都还)?(没|没有|未)(到|来|到场|来到|签到|签|签上)(的)?',
    '(没|没有|未)(到|来|到场|签到)的(人)?(是|有|还有|都有|都是)(谁|哪些人|哪些|哪几位|几个|几个人|多少人)',
    '(人)?(到齐|来齐|齐)(了)?(没|没有|吗)',
    "who('s| is)? (is )?(still )?(missing|not here)",
  ],
  beside: ['(现在|到现在|目前)', '(名单)?(上)?(的)?', '(报名|报了名)(的)?(人|里)?(中)?'],
  question: true,
  args: ({ subject }) => ({ activity: subject?.number }),
  typed: (subject) => (subject === undefined ? '/还差谁' : `还差谁 E${subject.number}`),
};

export const sheetWording: Wording = {
  letter: 'e',
  sure: [
    '(签到|到场)(表|名单|情况|人数|统计|结果)(怎么样|如何|咋样)?',
    '(看|查|看看|看一下|查一下)(签到|到场)',
  ],
  strong: [
    '(现在|目前|一共|总共|现场|已经)(到|来|签到|到场)(了)?(多少|几)(个|位)?(人)?(了)?',
    '(现在|目前|一共|总共|现场|已经)(多少|几)(个|位)?人(已经)?(到|来|签到|到场)(了)?',
  ],
  weak: [
    '(到|来|签到|到场)(了)?(多少|几)(个|位)?(人)?(了)?',
    '(多少|几)(个|位)?人(已经)?(到|来|签到|到场)(了)?',
    '(都)?(有)?(谁|哪些人)(已经|都)?(到|来|签到|到场)了',
    '实到(人数|多少|几个|几人)?(人)?',
    'how many (people )?(are here|have checked in|came)',
  ],
  beside: ['(现在|目前|一共|总共|现场)', '(看|查|看看|看一下|发|发一下|要)'],
  question: true,
  args: ({ subject }) => ({ activity: subject?.number }),
  typed: (subject) => (subject === undefined ? '/签到表' : `签到表 E${subject.number}`),
};

/** A unit's number that was said wrong. */
export const correctWording: Wording = {
  letter: 'e',
  sure: ['(更正|改正|纠正|修正|订正)(一下)?', '(登|报|记|数|写|说|统计)错了', '补签(一下)?'],
  slots: ['unit', 'count', 'me'],
  sureWith: ['unit', 'count'],
  needs: ['unit', 'count'],
  beside: [
    '(是|应该是|应该|应为|改成|改为|实际|实际是|其实是|实到|其实|到场|签到|人数|的人数)',
    '(刚才|之前|原来)(报|说|写|记)(的)?',
  ],
  args: ({ subject, unit, count }) => ({ activity: subject?.number, counted: { unit, count } }),
  typed: (subject) => `补签 E${subject?.number ?? 1} 恒威 4人 数错了`,
};
