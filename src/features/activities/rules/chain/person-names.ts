import { visibleLength } from '../../../../core/names.ts';

/** Words that stand where a name would, and are none. */
const noNames = new Set(
  '大家 各位 我 本人 自己 谢谢 收到 好的 报名 参加 截止 以下 说明 接龙 姓名 单位 人数 电话 备注 名单 名额 待定 空 空缺 无 暂无 虚位以待 同上 加油'.split(
    ' ',
  ),
);

/** Whatever somebody in a list may be called, nicknames included. */
export function isName(word: string): boolean {
  if (noNames.has(word) || !/\p{L}/u.test(word) || /[。！？!?…=<>{}"“”]/.test(word)) return false;
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
