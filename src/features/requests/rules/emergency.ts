import { fold } from '../../../core/line.ts';
import type { Emergency } from '../records.ts';

/**
 * Words that name it, in the order in which one of several is answered: what would kill the helpers
 * stands first.
 */
const NAMED: readonly (readonly [Emergency, RegExp])[] = [
  ...english(),
  ['gas', /(燃气|煤气|天然气|液化气|瓦斯).{0,4}(泄漏|泄露|漏|味|臭)|漏气/],
  ['fire', /[着起失]火(?!点|源|锅)|火灾|冒.{0,3}烟|烧起来|爆炸/],
  ['shock', /触电|漏电|被电(到|着|倒|了)/],
  ['stuck', /困在.{0,3}电梯|电梯.{0,4}[困关].{0,2}人|关在.{0,3}电梯/],
  [
    'hurt',
    /受伤|流血|昏迷|晕倒|昏倒|晕过去|没有?呼吸|心梗|心脏病(发|犯)|中风|坠楼|跳楼|溺水|落水|中毒|摔.{0,8}(起不来|动不了)|不省人事/,
  ],
  ['crime', /打架|斗殴|抢劫|持刀|砍人|入室|偷盗|被偷|小偷|走失|失踪/],
  ['abuse', /家暴|老公打我|丈夫打我/],
];

/** The same in English, where blanks may have been taken out. */
function english(): readonly (readonly [Emergency, RegExp])[] {
  return [
    ['gas', /gas ?leak|leaking ?gas|smells? ?(of ?|like ?)?gas/],
    [
      'fire',
      /there(?:'s| ?is) ?a? ?fire|(?:is|are) ?on ?fire|caught ?fire|(?:smoke|flames) ?(?:is |are )?coming|explosion/,
    ],
    ['shock', /electrocuted|electric ?shock/],
    ['stuck', /(?:stuck|trapped) ?in ?(?:the|a|our) ?(?:lift|elevator)/],
    [
      'hurt',
      /unconscious|not ?breathing|heart ?attack|is ?bleeding|collapsed|drowning|can(?:'t|not|t) ?get ?up/,
    ],
    ['crime', /robbery|burglar|being ?attacked|has ?a ?knife|child ?is ?missing/],
    ['abuse', /husband ?(?:hits|beats|is ?(?:hitting|beating)) ?me/],
  ];
}

/**
 * What was done to somebody at home is not for everybody's ears: no group is told of it by the bot.
 */
export function isForAllEars(kind: Emergency): boolean {
  return kind !== 'abuse';
}

/**
 * What makes a clause talk about emergencies, not a cry: practice and advice, news, what is over,
 * what is not so.
 */
const NOT_NOW =
  /演练|演习|防火|消防(通道|器材|设施|检查|知识|栓|安全)|隐患|讲座|培训|宣传|知识|科普|教育|手册|须知|预案|保险|案例|新闻|听说|据说|报道|视频|电影|电视|小说|游戏|朋友圈|昨[天晚日]|前[天几]|上[次周]|上个?月|去年|前年|以前|曾经|当年|那[次年]|没[有人]{0,2}.{0,2}(着火|起火|失火|受伤|触电|漏|中毒|冒烟)|不是.{0,2}[着起失]火|无人|虚惊|误报|扑灭|(怕|担心|容易|小心|当心|防止|预防|避免|以防|谨防|万一|如果|要是|假如|会不会|可能会).{0,6}(着火|起火|失火|火灾|触电|漏|爆炸|受伤|晕倒|中毒|被偷|走失|打架)|drill|training|lecture|prevent|yesterday|last ?(week|month|year)|news|movie|insurance|safety|in ?case|^if ?|what ?if|no ?one|nobody|false ?alarm/;

/**
 * What somebody reports who speaks to the bot: named in a clause that is about now. Said once too
 * often it does no harm there, so `着火了怎么办` is answered too.
 */
export function emergencyIn(text: string): Emergency | undefined {
  const clauses = fold(text.slice(0, 500))
    .split(/[,，.。;；!！?？\n]/)
    .filter((clause) => !NOT_NOW.test(clause));
  return NAMED.find(([, words]) => clauses.some((clause) => words.test(clause)))?.[0];
}

/** What nobody says who is not in the middle of it. */
const CRY =
  /[着起失]火[了啦]|烧起来[了啦]|爆炸[了啦]|(燃气|煤气|天然气|液化气).{0,2}(泄漏|泄露|漏[了气])|有人.{0,6}(触电|受伤|流血|晕倒|昏倒|昏迷|溺水|落水|坠楼|跳楼|中毒|打架|砍人|持刀|不省人事)|(老人|大爷|大妈|大叔|阿姨|奶奶|爷爷|小孩|孩子).{0,6}(触电|晕倒|昏倒|昏迷|溺水|落水|坠楼|不省人事)|困在.{0,3}电梯|电梯.{0,3}困.{0,2}人|there(?:'s|is)afire|(?:is|are)onfire|gasleak|(?:stuck|trapped)in(?:the|a)(?:lift|elevator)|some(?:one|body)is(?:unconscious|bleeding|drowning|notbreathing)/;

/** Beside it: an exclamation, a call for help, or a place. */
const PRESSING =
  /[!！]|救命|救火|救人|来人|快(来|跑|叫|打|报|救|去|逃)|\d号?(楼|栋|幢|座|单元|院)|[东南西北]门|楼[道上下里]|门口|我家|邻居家|对面|小区|车库|地下室|厨房|阳台|车棚|广场|大厅|店|help|building\d|block\d|call/;

/** Questions, advice, jokes and what others do, in which the same words stand. */
const TALK =
  /[?？吗呢]|怎么|如何|为什么|为啥|是不是|有没有|什么时候|几点|哪|的话|的时候|时[,，]|遇[到见]|碰到|发现.{0,40}[请要应]|应该|记得|请大家|注意|提[醒示]|通知|温馨|安全|检修|停气|停电|抢修|已经?|刚才是|灭了|嗓子|喉咙|心[里头都]|屁股|眉毛|后院|胃|肚子|热搜|评论|股|生意|球[队员赛]|队员|主力|哈哈|笑|像|一样|似的|简直|差点|险些|重要|比赛|what|how|when|should|howto/;

/** The longest cry. */
const SHORT = 40;

/** What is cried out where the bot is not spoken to; silence unless there can be no doubt. */
export function criedOut(text: string): Emergency | undefined {
  const said = fold(text).replace(/\s+/g, '');
  if (said.length > SHORT || TALK.test(said) || NOT_NOW.test(said)) return undefined;
  const cry = CRY.exec(said);
  // Alone it needs nothing beside it.
  const isAlone =
    cry !== null && said.replace(/(?<![。.~～])[。.~～]+$/, '').length === cry[0].length;
  return cry !== null && (isAlone || PRESSING.test(said)) ? emergencyIn(said) : undefined;
}
