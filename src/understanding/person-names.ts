import { fold } from '../core/line.ts';

/*
 * What Chinese people are called, as far as the shape of a word tells.
 */

const surnames = new Set(
  [
    '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付',
    '方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左',
    '柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄',
    '窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝阎丘滑',
    '傅常洪赖萧鞠储祖乐茅蔺荆湛支井晋阚闻巢花奚狄计伏席强娄危虞昝经裘缪干宣贲郁杭嵇邴松富焦弓牧隗宓蓬郗班仰秋伊宁暴钭厉戎束幸韶郜蓟薄印怀',
    '邰鄂索咸籍屠胥苍莘党谭逄扶堵宰郦雍却璩濮寿扈燕冀郏浦慕茹宦鱼慎戈庾暨衡耿弘匡寇禄阙殳沃蔚夔隆厍聂晁敖融訾辛那饶毋曾乜丰蒯荆竺权逯盖桓',
    '肖闫付覃帅缑亢况琴岑楼芮羿靳汲段巴苏谌揭练晋粟盘闭雒兀植佴银智展檀矫冼邸慈撒母锺鄢苑初仝战门赫库勾隋逄栗原冒',
  ].join(''),
);
const doubles =
  /^(欧阳|上官|司马|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|轩辕|长孙|宇文|端木|独孤|南宫)/;

/** What stands behind a name where people do not use the whole: 赖大姐, 洪师傅. */
const titled =
  /^\p{Script=Han}{1,3}(大爷|大妈|大叔|大伯|大婶|大嫂|大姐|大哥|阿姨|叔叔|伯伯|奶奶|爷爷|姥姥|外婆|师傅|老师|医生|大夫|护士|主任|书记|妈妈|爸爸|叔|伯|婶|嫂|姐|哥|姨|婆|妈|爸|工|总)$/u;
/** 谢谢大姐 is nobody's name. */
const untitled =
  /^(我|你|您|他|她|谢|感|多谢|辛苦|支持|跟|问|叫|请|给|帮|替|这|那|哪|找|让|听|各|好|的|是)/;
/** Names that came from another language, with a dot between their parts or without. */
const transcribed =
  /^\p{Script=Han}{2,}[·•・‧∙⋅.]\p{Script=Han}{2,}([·•・‧∙⋅.]\p{Script=Han}{2,})?$|^(阿|古丽|买买|艾|吾|热|帕|努|迪|塔|依|玛|穆|巴|那仁|其其)\p{Script=Han}{0,3}(古丽|古力|买提|江|别克|克孜|娜|汗|拉|木|图|格|尔)$/u;

/** A Chinese name as it stands in a register, or 王大妈. */
export function isRegistered(typed: string): boolean {
  const word = fold(typed);
  if (!/^\p{Script=Han}{2,4}$/u.test(word)) return false;
  if (doubles.test(word)) return word.length >= 3;
  return word.length <= 3 && surnames.has(word.slice(0, 1));
}

/** Common words that begin like a name: 周 is one, and 周六 is nobody. */
const commonWords = new Set(
  [
    '周一 周二 周三 周四 周五 周六 周日 周末 周天 明天 明年 明早 明晚 高兴 高峰 高铁 高温 安排 安全 安静 安心 方便 方法 时间 时候 路过',
    '路上 路口 路灯 夏天 温馨 温度 温暖 万一 成功 金额 白天 白费 黄金 康复 马上 马路 马桶 向前 向上 毛病 于是 雷雨 费用 米饭 司机 全部',
    '全家 全体 全员 全都 全是 简单 简直 项目 项链 包括 包子 容易 应该 和平 师傅 商量 商店 石头 龙虾 史上 段子 严重 严格 莫非 古人 左右',
    '左边 牛人 强大 华丽 景点 景色 祝贺 祝好 水果 管理 管道 关于 关门 关注 平安 童年 童鞋 池塘 车位 车票 车子 连续 连夜 乐意 习惯 卓越',
    '党员 党课 宫殿 席位 解决 解释 充电 任务 任何 江边 江湖 计划 计算 蓝天 纪念 纪律 利用 施工 满意 阳光 阳台 年轻 成员 成都 老师 小时',
    '小米 小麦 小路 小车 小包 小计 支持 支付 支援 支撑 常常 常见 常去 常来 经常 经过 经典 花费 花钱 花园 乐观 强烈 强力 母亲 原来 原因 初步',
    '松开 富贵 富裕 银行 智能 展示 计较 闻到 门口 门票 门卫 门店 盖章 干活 干吗 权利 库存 索性 印象 却是 那边 那个 寿命 宁愿 宁可 秋天 隆重',
  ]
    .join(' ')
    .split(' '),
);

/** 阿胜, 小柯, 老丁: a character behind which no common word is made with the first. */
function isNickname(word: string): boolean {
  if (/^[小老大]\p{Script=Han}$/u.test(word) && surnames.has(word.slice(1))) return true;
  return /^阿(?![姨里门尔富])\p{Script=Han}$|^小[丽娟芳霞燕红玲敏静婷娜倩莉萍英兰凤琴勇军强伟刚磊超涛斌波辉鹏杰浩宇柯贝鹿美艳慧颖洁琳雪月云晴萌琪]$/u.test(
    word,
  );
}

/** Whom a message in a group means without doubt: 王大妈, 小王, `Anna`, and no word of everyday talk. */
export function isCertainName(typed: string): boolean {
  const word = fold(typed);
  if (/^[A-Z][a-z][A-Za-z.·-]{0,17}$/.test(typed))
    return !/^(ok|okay|yes|no|me|good|great|nice|cool|done|agreed?)$/.test(word);
  if (/[了吗呢吧啊的呀哦么都也还]$/.test(word) || commonWords.has(word)) return false;
  if (commonWords.has(word.slice(0, 2)) && /.{2}[上下早晚中去来行可能就不]$/.test(word))
    return false;
  if (transcribed.test(word)) return true;
  if (titled.test(word) && !untitled.test(word)) return true;
  return isRegistered(typed) || isNickname(word);
}
