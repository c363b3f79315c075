import type { Emergency } from '../records/index.ts';

/*
 * Words of emergencies: what happens, to whom, and what makes it talk. Data; `emergency.ts` reads.
 */

/** Whom something happens to. */
const WHO = [
  '[老小][李王张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛段雷侯龙史陶黎贺顾毛郝龚邵万钱严]',
  '有(?:个|位|一位|一个)?(?:人|老人|大爷|大妈|阿姨|居民|住户|孩子|小孩|业主|女的|男的|师傅)|老人|大爷|大妈|大叔|阿姨|奶奶|爷爷|老太太|老头|老李头',
  '老爷子|老人家|老汉|爹|娘|姥姥|姥爷|外公|外婆|公公|婆婆|小孩|孩子|宝宝|娃|儿子|女儿|闺女|孙子|孙女|邻居|师傅|小伙子|姑娘|老伴|老公|老婆|我爸|我妈|爸爸',
  '妈妈|保安|保洁|工人|我|他|她',
].join('|');

/** What happens to somebody, each an emergency by itself. */
const GRAVE = [
  '受[了重]?伤|流血|出血(?!压)|吐血|血流不止|流(?:了)?(?:好多|很多|一地)血|昏迷|晕[倒过]|昏[倒过死]|晕厥|休克|不省人事|不醒人事|人事不省|叫不醒',
  '没(?:有)?(?:了)?(?:呼吸|心跳|知觉|意识)|失去(?:意识|知觉)|心梗|心肌梗|心脏病(?:又|突然)?(?:发|犯)|心脏骤停|脑[梗溢出]|中风|[坠跳]楼',
  '溺水|落水|掉(?:进|到)(?:河|湖|水|池塘|井)里?|(?<!机|匙|包|镜|表|卡|球|鞋|服|子|西)掉(?:河|湖|水|池塘|井)里|抽搐|抽过去|口吐白沫|羊癫疯',
  '[喘透上]不[过上](?:来)?气|呼吸困难|噎住|窒息|中毒|喝(?:了)?(?:农药|敌敌畏|消毒液)|摔.{0,12}(?:起不来|动不了|不动|昏|晕)',
  '倒在.{0,8}(?:不动|不起|不醒)|割腕|[脸嘴](?:唇|色)?(?:都|全|发|已经)?[紫青乌](?:了|紫)|[嘴口]角?歪.{0,8}(?:说不|抬不|话)',
  '从.{0,6}(?:楼|窗|阳台|高处|树|梯子).{0,3}(?:掉|摔|坠|跌)(?:了)?下',
].join('|');
/** The same, where it may also be why somebody asks for something else. */
const LIGHT = [
  '烫伤|烧伤|低血糖|骨折|误[吞食服]|吞(?:了|下)?.{0,6}(?:电池|磁铁|硬币|针)|卡(?:住)?喉咙|[砸压轧撞](?:到|伤|倒|断)',
  '被(?:车)?(?:撞|压|轧)|撞(?:了)?人|摔(?:倒|伤|了|下[来去])|跌(?:倒|伤)|倒在|倒地|[爬起]不起来|起不来了|胸口?.{0,3}[疼痛闷]得',
  '[胸心]口.{0,3}[疼痛闷].{0,6}(?:出冷汗|冒汗|冷汗|喘|难受|发麻)|站不住|被[狗蛇]咬|快(?:不行|死)了',
].join('|');
const HURT = `${GRAVE}|${LIGHT}`;

/** In the order in which one of several is answered: what would kill the helpers stands first. */
export const NAMED: readonly (readonly [Emergency, RegExp])[] = [
  [
    'life',
    /不想活|不想再活|活不下去|活够了|活腻了|[撑熬扛挺]不下去|(?:生|活着)不如死|想死(?![你我他她了啦])|不如死了|活着(?:真|好|也|都|太)?没(?:有)?(?:什么|啥)?(?:意思|意义|劲)|一了百了|想(?:要)?(?:自杀|轻生|寻死|去死|死了算了)|自杀|轻生|结束(?:自己的?|这条)?(?:生命|性命)|don'?t ?want ?to ?live|kill ?myself|suicid|end ?my ?life|want ?to ?die/,
  ],
  [
    'gas',
    /(?:燃气|煤气|天然气|液化气|瓦斯).{0,4}(?:泄漏|泄露|外泄|外洩|漏|味|臭)|漏(?:煤|燃|天然)?气|一氧化碳.{0,5}(?:响|报警|超标|中毒)|gas ?leak|leaking ?gas|smells? ?(?:of ?|like ?)?gas/,
  ],
  [
    'fire',
    /[着起失]火(?!点|源|锅)|着(?:了|起来)?大火|火灾|冒.{0,4}烟|浓烟|(?:全|都|满屋子?|满楼道?)(?:都)?是烟|烧(?:着|起来)|爆炸|there(?:'s|s| ?is) ?a? ?fire|(?:is|are) ?on ?fire|caught ?fire|(?:smoke|flames) ?(?:is |are )?coming|explosion/,
  ],
  ['shock', /触电|漏电|被电(?:到|着|倒|了|击)|electrocuted|electric ?shock/],
  [
    'stuck',
    /[困关锁卡](?:在|进|死在|死)?.{0,4}电梯|电梯.{0,12}(?:[困关锁].{0,3}人|[困关锁](?:住|里))|电梯.{0,20}出不[来去]|(?:stuck|trapped) ?in ?(?:the|a|our|an) ?(?:lift|elevator)/,
  ],
  [
    'hurt',
    new RegExp(
      `${GRAVE}|unconscious|not ?breathing|can(?:'t|not|t) ?breathe|heart ?attack|is ?bleeding|bleeding ?(?:badly|heavily)|collapsed|passed ?out|having ?a ?(?:stroke|seizure)|choking|drowning|can(?:'t|not|t) ?get ?up`,
    ),
  ],
  [
    'crime',
    /打架|斗殴|抢(?:劫|东西|包)|持刀|拿(?:着)?刀|砍人|捅人|入室|偷盗|被[偷抢]|小偷|撬.{0,4}[门锁]|走[失丢]|失踪|(?:孩子|老人|小孩|娃儿?|孙子|孙女|儿子|女儿|我妈|我爸).{0,4}(?:不见了|丢了|找不到)|robbery|burglar|break(?:ing)? ?in(?:to)? ?(?:my|our)|being ?(?:attacked|followed)|follow(?:s|ing) ?me|has ?a ?knife|child ?is ?missing/,
  ],
  ['abuse', /家暴|老公打我|丈夫打我|husband ?(?:hits|beats|is ?(?:hitting|beating)) ?me/],
];

/** What is one where somebody says it to the bot, and no reason to wake everybody by a request. */
export const SAID: readonly (readonly [Emergency, RegExp])[] = [
  ['hurt', new RegExp(LIGHT)],
  ['crime', /^(?:我?要?)?报警|打人|跟踪我|尾随|有人跟着我/],
  ['help', /救命|^sos|救救(?:我|他|她|孩子|命)|help!/],
];

/** Why somebody stays away, or what they would like: the bot answers that. */
export const ASIDE = /[去来]不了|请假|退出|不[去来]了|报名|取消|借|想要|申请|报销|需求|心愿/;

/**
 * What makes a clause talk about emergencies, not a cry: practice and advice, news, what is over,
 * what is not so.
 */
export const NOT_NOW =
  /演练|演习|防火|消防(?:通道|器材|设施|检查|知识|栓|安全)|隐患|讲座|培训|宣传|知识|科普|教育|手册|须知|预案|保险|案例|案子|新闻|听说|据说|报道|视频|电影|电视|小说|游戏|朋友圈|昨[天晚日]|前[天几]|上[次周]|上个?月|去年|前年|以前|以后|曾经|当年|那[次年]|没[有人]{0,2}.{0,2}(?:着火|起火|失火|受伤|触电|漏|中毒|冒烟)|不是.{0,2}[着起失]火|无人|虚惊|误报|扑灭|(?:怕|担心|容易|小心|当心|防止|预防|避免|以防|谨防|万一|如果|要是|假如|会不会|可能会).{0,6}(?:着火|起火|失火|火灾|触电|漏|爆炸|受伤|晕倒|摔|中毒|被偷|走失|打架|烫伤|噎)|drill|training|lecture|prevent|yesterday|last ?(?:week|month|year)|news|movie|insurance|safety|in ?case|^if ?|what ?if|no ?one|nobody|false ?alarm/;

/** Whom something happens to, and what. */
export const SOMEBODY = new RegExp(WHO);
export const HAPPENS = new RegExp(`${HURT}|触电|被电`, 'g');

/** The same, and people by what they are called. */
const SOMEBODIES = new RegExp(`${WHO}|[老小][一-龥](?=[摔晕昏倒])`);

/** What says nothing beside a cry. */
const SAYING_NOTHING =
  /[了啊呀啦又还都也正在的得去来，,。.!！~～、]|家里|家中|这里|这边|这儿|一个|起来|不动|作|高烧|发烧|发高烧|(?:闻到|一股|很|好|太)/;

/** What nobody says who is not in the middle of it. */
export const CRIES: readonly RegExp[] = [
  /[着起失]火[了啦]|着(?:了)?大火|烧(?:着|起来)[了啦]|爆炸[了啦]/,
  /(?:燃气|煤气|天然气|液化气|瓦斯).{0,2}(?:泄漏|泄露|外泄|外洩|漏[了气])|漏(?:煤|燃|天然)气[了啦]|一氧化碳.{0,5}(?:响|超标)/,
  /(?:闻到|一股|好大|很大|很重|好重|浓|刺鼻).{0,8}(?:燃气|煤气|天然气|液化气|瓦斯)味?|(?:燃气|煤气|天然气|液化气|瓦斯)味.{0,3}(?:重|大|浓|刺鼻)/,
  /[困关锁]在?.{0,4}电梯|电梯.{0,12}[困关锁].{0,5}人|电梯.{0,20}出不[来去]|电梯.{0,12}[我们人妈爸他她子娃]被?[困关锁](?:住|在?里)/,
  new RegExp(`(?:${HURT}).{0,10}(?:快|急|救护车|120|救|来人)`),
  /冒.{0,2}(?:黑烟|浓烟|火)|(?:全|都|有|大股|好多|很多)(?:都)?(?:是)?.{0,2}(?:浓烟|黑烟)|(?:楼|家|屋|厨房|阳台|车库|车棚|井).{0,4}冒.{0,3}烟/,
  /(?:嘴|口)(?:角)?歪|(?:叫|喊)(?:一下|个|辆)?救护车|call ?an ?ambulance/,
  /(?:突发|突然)(?:心梗|心脏病|脑|中风|昏|晕)/,
  /(?:撞(?:了)?人|撞到人)|[坠跳]楼[了啦]|(?:流血|血流|出血)不止/,
  /有(?:人|小偷|贼|个人).{0,8}(?:打架|砍人|持刀|拿刀|捅人|抢|撬|跟踪|尾随|跟着我)|(?:小偷|贼).{0,6}[撬偷]/,
  /(?:孩子|小孩|娃儿?|孙子|孙女|儿子|女儿|老人|我妈|我爸|奶奶|爷爷|老爷子|老太太|老伴|外公|外婆|姥姥|姥爷).{0,6}(?:走[失丢]了|不见了|丢了|找不到了)/,
  /救命|sos|救救(?:我|他|她|孩子)/,
  /there(?:'s|s|is)afire|(?:is|are)onfire|gasleak|(?:stuck|trapped)in(?:the|a|an|our)(?:lift|elevator)|some(?:one|body)(?:'s|is|has)?(?:unconscious|bleeding|drowning|notbreathing|collapsed|passedout|choking)|(?:he|she|my(?:dad|mom|mum|father|mother|son|daughter|wife|husband|kid|baby|grandma|grandpa))(?:is|has|'s)?(?:unconscious|bleeding|drowning|notbreathing|collapsed|passedout|choking)|help!.{0,40}(?:collapsed|fire|bleeding|unconscious)|can(?:'t|not)breathe/,
  /不想活了|活不下去了|一了百了|想自杀|想轻生|想结束(?:自己|生命)|don'?twanttolive|killmyself/,
];

/** All that stands in a message that is a cry and nothing else; the longest first. */
export const OF_A_CRY: readonly RegExp[] = [...CRIES, HAPPENS, SOMEBODIES, SAYING_NOTHING].map(
  ({ source }) => new RegExp(source, 'g'),
);

/** Beside it: an exclamation, a call for help, or a place. */
export const PRESSING =
  /[!！]|救命|救火|救人|救护车|120|119|110|来人|急|不止|不醒|不省|叫不醒|有[人位个]|味道?(?:好|很|这么|太)?[重大浓]|满屋|头晕|响了|突然|突发|正在|怎么办|快(?:来|跑|叫|打|报|救|去|逃|点|$)|\d号?(?:楼|栋|幢|座|单元|院)|[一二三四五六七八九十]楼|[东南西北]门|楼[道上下里]|门口|[我俺]家|[我俺]的?(?:妈|爸|老|孩|儿|女|孙|胸|头|腿)|我|邻居|对面|小区|车库|地下室|厨房|阳台|车棚|广场|大厅|店|签到处|help|building\d|block\d|call|mydad|mymom|mymum|mywife|myhusband|mybaby|mykid|please|myson|mydaughter|mymother|myfather/;

/** Questions, advice, jokes and what others do, in which the same words stand. */
export const TALK =
  /[?？吗呢]|救命(?:稻草|恩人|之恩|药|钱)|猫|(?<![被让给遭])狗(?!咬)|怎么(?!办)|该怎么办|如何|为什么|为啥|是不是|有没有|什么|几点|谁知道|多少|哪|烧烤|熏|要.{1,4}不$|的话|的时候|时[,，]|遇[到见]|碰到|发现.{0,40}[请要应]|应该|记得|请大家|注意|提[醒示]|通知|温馨|安全|检修|停气|停电|抢修|已经?|刚才是|灭了|没事|别担心|[^倒]好了|出院|恢复|康复|老毛病|贴膏药|嗓子|喉咙痛|心[里头都]|屁股|眉毛|后院|火锅(?!店)|胃|肚子|热搜|评论|股[票市价民东]|[a港美炒]股|生意|球[队员赛]|队员|主力|哈|笑|嘻|嘿|233|像|一样|似的|简直|差点|险些|重要|比赛|游戏|作业|加班|价格|题|段子|剧|电影|追|开团|赔|判|公司来|换一次|的心都有|吵得|累得|困得|热得|冷得|饿得|烦得|贵得|转发|what|how|when|should|howto|lol|haha|laugh|joke/;
