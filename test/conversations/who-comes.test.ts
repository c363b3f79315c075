import { describe, expect, test } from 'vitest';
import { conversation, playersInMemory } from '../support/conversation.ts';

/** What is answered to somebody in the group of whose activities one, or two, are open. */
async function answered(text: string, activities = 1, name = '李娟'): Promise<string> {
  const player = await playersInMemory();
  await player.say({ name: '联络员', text: '/活动 25日9点 清洁家园' });
  if (activities > 1) await player.say({ name: '联络员', text: '/活动 28日14点 消防演练' });
  await player.say({ name: '王秀英', text: '名单 E1' });
  player.take();
  await player.say({ name, text });
  return player
    .take()
    .map(({ outgoing }) => outgoing.text)
    .join('\n');
}

const me = 'E1 报名 李娟。共 1 人';

describe('words beside +1', () => {
  test.each([
    ...[
      '+1！',
      '+1。',
      '+1~',
      '+1谢谢',
      '+1🙏',
      '+1👍',
      '+1，谢谢',
      '+1 谢谢',
      '+1 🙏',
      '➕1',
      '加1',
      '加一',
      '我报名',
      '麻烦报个名',
    ].map((text) => [text, me]),
    ...['+1 我', '+1 本人', 'E1 报名', 'e1 +1', '报名', '报名！', 'E1报名', '报名 E1 谢谢'].map(
      (text) => [text, me],
    ),
    ...[
      '+2',
      '+二',
      '+1 我老伴',
      '+1 我和老伴',
      '+2 我和老伴',
      '+2 带孙子',
      '报名 E1 两人',
      '+1 带一个人',
    ].map((text) => [text, 'E1 报名 李娟(2人)。共 2 人']),
    ['报名 E1 3人', 'E1 报名 李娟(3人)。共 3 人'],
    ['+10', 'E1 报名 李娟(10人)。共 10 人'],
    ['+1王秀英', 'E1 报名 王秀英。共 1 人'],
    ['+1 王秀英，谢谢！', 'E1 报名 王秀英。共 1 人'],
    ['+1 张大爷 13812345678', 'E1 报名 张大爷。共 1 人'],
    ['报名 E1 赵磊和王五', 'E1 报名 赵磊、王五。共 2 人'],
    ['+1 我和王五', 'E1 报名 李娟、王五。共 2 人'],
    ['+1 王五带孩子', 'E1 报名 王五(2人)。共 2 人'],
    ['+2 王五', 'E1 报名 王五(2人)。共 2 人'],
    ['+1 小王 老李', 'E1 报名 小王、老李。共 2 人'],
    ['+5 恒威', 'E1 报名 恒威 5人。共 5 人'],
    ['+1 Anna', 'E1 报名 Anna。共 1 人'],
  ])('%j', async (text, answer) => expect(await answered(text)).toBe(answer));

  test.each([
    ...[
      '+1 支持',
      '+1 附议',
      '+1 同意楼上',
      '+1 我也觉得',
      '+1 这个可以有',
      '+1 楼上说得对',
      '+1这个说得对',
      '+1+1',
      '+1 +1 +1',
    ],
    ...[
      '+1楼',
      '+8楼',
      '+5度',
      '+2分',
      '+2 杯奶茶',
      '+1 到楼下集合',
      '+1 今天下午',
      '+1 周六',
      '+1 高兴',
      '+1 周六上午',
    ],
    ...[
      '+86 13812345678',
      '+10086',
      '+99',
      '+0',
      '+1 for this',
      '+1 great idea',
      '+1 方便的话',
      '+1 时间太早了',
      '+1？',
    ],
    ...['报名 E1 的请举手', '报名啦！', '报名吧', '加2分', '加油', '报价 E1', '报修 E1'],
    ...[
      '-1 层停车场满了',
      '-1 分',
      '-5',
      '-10度',
      '-10',
      '-1度',
      '退出 E1 怎么弄',
      '请假',
      '退出',
      '来不了',
      '请假 E1 的吗？',
      '请假 E1 的有几个',
      '请假 E1 怎么请',
      '请假 E1 人数统计一下',
    ],
  ])('%j is talk', async (text) => expect(await answered(text)).toBe(''));

  test('several activities in one message, and 报名 alone where there are two', async () => {
    const both = 'E1 报名 李娟。共 1 人\nE2 报名 李娟。共 1 人';
    for (const text of ['报名 E1 E2', '+1 E1，E2', '+1 E1 E2'])
      expect(await answered(text, 2)).toBe(both);
    for (const text of ['报名', '+1'])
      expect(await answered(text, 2)).toContain('有几个活动，是哪一个？');
  });
});

conversation(
  'why somebody does not come is no name, and those who are in one thing only need no number',
  `
联络员：/活动 25日9点 清洁家园
机器人：*
联络员：/活动 28日14点 消防演练
机器人：*
李娟：报名 E1
机器人：E1 报名 李娟。共 1 人
李娟：-1，临时有事
机器人：E1 退出 李娟。共 0 人
李娟：报名 E1
机器人：E1 报名 李娟。共 1 人
李娟：请假
机器人：E1 请假 李娟。共 0 人
张伟：报名 E2
机器人：E2 报名 张伟。共 1 人
张伟：请假 E2 腿疼
机器人：E2 请假 张伟。共 0 人
赵磊：报名 E2
机器人：E2 报名 赵磊。共 1 人
赵磊：E2请假
机器人：E2 请假 赵磊。共 0 人
赵磊：请假 e1 家里有事来不了，谢谢
机器人：E1 请假 赵磊。共 0 人
吴霞：报名 E1
机器人：E1 报名 吴霞。共 1 人
吴霞：退出
机器人：E1 退出 吴霞。共 0 人
王五：+1 E1
机器人：E1 报名 王五。共 1 人
王五：@小联 来不了了
机器人：E1 请假 王五。共 0 人
`,
);

conversation(
  'how many come is said, and nobody makes another party smaller',
  `
联络员：/活动 25日9点 清洁家园 30人
机器人：*
钱大爷：+2 王秀英
机器人：E1 报名 王秀英(2人)。共 2/30 人
周奶奶：+1 王秀英 李桂兰
机器人：王秀英已经报了 E1（2 人）。改人数请发「+2 王秀英」，不来了请发「-1 王秀英」
机器人：E1 报名 李桂兰。共 3/30 人
周奶奶：+1 王秀英 李桂兰
机器人：王秀英、李桂兰已经报了 E1。改人数请发「+2 王秀英」，不来了请发「-1 王秀英」
钱大爷：+1 王秀英
机器人：E1 王秀英改为 1 人。共 2/30 人
李娟：+9
机器人：E1 报名 李娟(9人)。共 11/30 人
李娟：+1
机器人：E1 李娟改为 1 人。共 3/30 人
李娟：+3
机器人：E1 李娟改为 3 人。共 5/30 人
李娟：-1
机器人：E1 李娟改为 2 人。共 4/30 人
李娟：-2
机器人：E1 退出 李娟。共 2/30 人
`,
);
