import type { Task } from '../support/patterns/work.child.ts';

/** What there is before. */
export const said: Task['said'] = [
  { name: '召集人', private: true, text: '/投票 去哪里 A公园 B广场' },
  { name: '王五', private: false, text: '需求 电梯坏了' },
];

/** Who says what, whether in private; what is said again and again stands between the others. */
const TRIED: readonly (readonly [string, boolean, string, string, string])[] = [
  ['联络员', false, '小结 E1 惠及', ' ', 'x'],
  ['联络员', false, '小结 E1 服务', '\n', ''],
  ['联络员', true, '小结 E1 ', '惠及', ''],
  ['路人', false, '投票 ', '（', 'x'],
  ['路人', false, '投票 ', '。', 'x'],
  ['路人', false, '/投票 ', '，', 'x'],
  ['路人', false, '投票 ', '|', 'x'],
  ['召集人', true, '/规则 服务日 投票 ', '(', 'x'],
  ['召集人', true, '/投票 ', '选一(', ' 甲'],
  ['召集人', true, '认领 ', ' 一', ''],
  ['路人', false, '#接龙\n', '1. 张三\n', ''],
  ['路人', false, '接龙 ', '张三、', ''],
  ['召集人', true, '/单位\n', '甲、', '（'],
  ['路人', false, '', '码 K7M2-9QXT ', ''],
  ['路人', false, '', '0', ''],
  ['路人', false, '', ' 一', ''],
  ['路人', false, '', '发现', ''],
  ['路人', true, '', '「', ''],
];

export const tried: Task['tried'] = TRIED.map(([name, secret, before, again, behind]) => ({
  name,
  private: secret,
  attack: { before, again, behind },
}));
