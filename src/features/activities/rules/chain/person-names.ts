import { fold } from '../../../../core/line.ts';
import { visibleLength } from '../../../../core/names.ts';

const surnames = new Set(
  [
    '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付',
    '方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左',
    '柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄',
    '窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝阎丘滑',
  ].join(''),
);
const doubles =
  /^(欧阳|上官|司马|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|轩辕|长孙|宇文|端木|独孤|南宫)/;

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
    '小米 小麦 小路 小车 小包 小计',
  ]
    .join(' ')
    .split(' '),
);

/** Whom a message in a group means without doubt: 王大妈, 小王, `Anna`, and no word of everyday talk. */
export function isCertainName(typed: string): boolean {
  const word = fold(typed);
  if (/^[A-Z][a-z][A-Za-z.·-]{0,17}$/.test(typed))
    return !/^(ok|okay|yes|no|me|good|great|nice|cool|done|agreed?)$/.test(word);
  if (/[了吗呢吧啊的呀哦么都也还]$/.test(word) || commonWords.has(word)) return false;
  if (commonWords.has(word.slice(0, 2)) && /.{2}[上下早晚中去来行可能就不]$/.test(word))
    return false;
  return (
    isRegistered(typed) || (/^[小老阿]\p{Script=Han}$/u.test(word) && surnames.has(word.slice(1)))
  );
}

/** Words that stand where a name would, and are none. */
const noNames = new Set(
  '大家 各位 我 本人 自己 谢谢 收到 好的 报名 参加 截止 以下 说明 接龙 姓名 单位 人数 电话 备注 名单 名额 待定 空 空缺 无 暂无 虚位以待 同上 加油'.split(
    ' ',
  ),
);

/** Whatever somebody in a list may be called, nicknames included. */
export function isName(word: string): boolean {
  if (noNames.has(word) || !/\p{L}/u.test(word) || /[。！？!?…=<>{}]/.test(word)) return false;
  if (/^\p{Script=Han}+$/u.test(word)) return word.length >= 2 && word.length <= 8;
  return !/^\d/.test(word) && visibleLength(word, 17) <= 16;
}

const subjects = [
  '时间|日期|地点|地址|位置|集合|内容|要求|注意|注意事项|人数|费用|联系人|联系电话|电话|对象|主题|名额|交通|路线|备注|携带',
  '着装|说明|主办|承办|方式|流程|规则|目的|奖品',
].join('|');
const label = new RegExp(`^(活动|集合|报名|截止|开始|结束|服务|具体)?(${subjects})\\s*[:：]?`);

/** `1. 时间：25日9点` is a notice, no list of people. */
export function isLabel(text: string): boolean {
  const found = label.exec(text);
  return found !== null && (found[0].length === text.length || /[:：]$/.test(found[0]));
}

export function isExample(text: string): boolean {
  return [
    /^[(（【]?\s*(例|示例|例如|如|格式|样例|范例|模板|填写)\s*[:：)）】]/,
    /^(例如|示例|样例)/,
    /[(（]\s*(例|示例|样例|范例)\s*[)）]/,
  ].some((form) => form.test(text));
}
