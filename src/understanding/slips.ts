import { nearest } from './edit-distance.ts';

/*
 * Slips of the finger and of voice input. In words of two characters each holds half of the
 * meaning, so another character is no slip there unless it sounds the same: 签道 is 签到, 报修 is not 报名.
 */

/** Characters that sound alike, or that one key writes, in groups. */
const ALIKE =
  '报抱爆暴鲍保宝豹 名明鸣铭命民 签千前迁牵谦钱潜 到倒道盗岛导 请情清轻青 假驾嘉价架家 程成城诚承呈 日曰 单但担丹淡蛋 需须虚徐 求球秋囚 认任人仁刃 领令另灵零 完玩万晚 成城程 满慢漫 意义易议宜 解结节介姐 未位味为 小晓笑 投头偷透 票飘漂 选宣旋 活火伙 动洞懂冻 规归贵 则责择 公工功攻宫 告高稿 进近劲尽 度渡杜 撤彻车 销消肖 回会汇 撤彻 帮邦绑榜 助住注祝 转传专赚 交叫教脚 暂站赞战 缓换患 放方访 弃气起汽 加家佳 入如 心新欣辛 愿院圆原 口扣 令另 补不布部 详祥想 情请 状壮 态太 单丹 位卫 取去曲 消销 改该 期七其起 指只值直 派拍排 参餐 空控 缺却 到道 还孩 差查茶 谁随水 照找 片偏骗 查茶差 定订盯 列烈裂 表标 安按 排牌 结洁接';

const groupOf = new Map<string, Set<number>>();
for (const [index, group] of ALIKE.split(' ').entries())
  for (const character of group)
    groupOf.set(character, (groupOf.get(character) ?? new Set()).add(index));

/** Whether two characters sound alike. */
export function soundsAlike(one: string, other: string): boolean {
  if (one === other) return true;
  const groups = groupOf.get(one);
  return groups !== undefined && [...(groupOf.get(other) ?? [])].some((group) => groups.has(group));
}

/** Whether two words of one length sound alike in each of their characters. */
export function sameSound(one: string, other: string): boolean {
  const a = [...one];
  const b = [...other];
  return a.length === b.length && a.every((character, at) => soundsAlike(character, b[at] ?? ''));
}

/** Of Latin names shorter than this, another letter is another word: how, show. */
const SHORTEST_LATIN = 5;
/** Chinese names from this length on may have one wrong character. */
const LONG_ENOUGH = 4;

/** The one of these names that is written with a slip, if any. */
export function slipOf(typed: string, names: Iterable<string>): string | undefined {
  const all = [...names].filter((name) => name !== typed);
  const heard = all.find((name) => isHan(name) && name.length > 1 && sameSound(typed, name));
  const turned = all.find((name) => name.length > 1 && isTurned(typed, name));
  const near = all.filter((name) => name.length >= (isHan(name) ? LONG_ENOUGH : SHORTEST_LATIN));
  const shortest = isHan(typed) ? LONG_ENOUGH : SHORTEST_LATIN;
  return heard ?? turned ?? (typed.length < shortest ? undefined : nearest(typed, near));
}

/** The same characters, two neighbours of them the other way round. */
function isTurned(typed: string, name: string): boolean {
  if (typed.length !== name.length) return false;
  const at = [...name].findIndex((character, index) => typed[index] !== character);
  return (
    at >= 0 &&
    typed[at] === name[at + 1] &&
    typed[at + 1] === name[at] &&
    typed.slice(at + 2) === name.slice(at + 2)
  );
}

function isHan(text: string): boolean {
  return /^\p{Script=Han}+$/u.test(text);
}
