import { describe, expect, test } from 'vitest';
import { conversation, playersInMemory } from '../support/conversation.ts';

/** Check-in of E1 is open with the word 石榴; 老田, 冯阿姨 and 胡大爷 (by 老田) are on its list. */
async function square() {
  const player = await playersInMemory();
  await player.passTo('2026-11-22 18:05');
  for (const [name, text] of [
    ['老田', '+1'],
    ['冯阿姨', '+1'],
    ['老田', '+1 胡大爷'],
  ] as const)
    await player.say({ name, text });
  await player.passTo('2026-11-25 08:12');
  await player.say({ name: '召集人', private: true, text: '/口令 石榴' });
  player.take();
  return async (name: string, text: string, isPrivate = false) => {
    await player.say({ name, text, private: isPrivate });
    return player.take().map(({ outgoing }) => outgoing.text.split('\n')[0]);
  };
}

describe('the word on the board, from somebody who is expected', () => {
  test.each([
    '石榴',
    '石 榴',
    '“石榴”',
    '【石榴】',
    '石榴。',
    '石榴 到了哈',
    '时留',
    '是石榴',
    '我到了，石榴',
    '到！石榴！',
    '签道石榴',
    '前到，石榴',
    '签 到 石 榴',
    '签个到：石榴',
    '打卡打卡，石榴',
    '人在现场，石榴',
    '不好意思来晚了，石榴',
    '哎哟喂，总算到天星广场了，石榴',
    '簽到 石榴',
    'checking in 石榴',
    '签到 实留',
    '报道，石榴',
    '板子上写的石榴',
    '口令是石榴，我签到',
  ])('「%s」', async (text) => {
    const say = await square();
    expect(await say('老田', text)).toEqual(['E1 到场 1 人（老田）。应到 3']);
    const again = await say('老田', text);
    expect(again.join()).toMatch(/^(老田 08:12 已经签到 E1 了，不用再签)?$/);
  });

  test('in private, too', async () => {
    const say = await square();
    expect(await say('冯阿姨', '石榴', true)).toContain('E1 到场 1 人（冯阿姨）。应到 3');
  });

  test('a wrong one is told', async () => {
    const say = await square();
    for (const text of ['签到，桃花', '签到 桃花', '签到桃花'])
      expect(await say('老田', text)).toEqual(['这个词不对，再看看板子。例：签到 春风']);
  });
});

describe('whoever is on no list says that they check in', () => {
  test.each(['签到石榴', '我来签到，石榴', '报到 石榴', '我到了 石榴'])('「%s」', async (text) => {
    const say = await square();
    expect(await say('过路人', text)).toEqual(['E1 到场 1 人（过路人）。应到 3']);
  });
});

describe('what people say about the word and the place is talk', () => {
  test.each([
    '石榴真甜',
    '石榴到了，谁要的来拿',
    '石榴多少钱一斤',
    '我到家了',
    '到了到了，别催',
    '大家快签到，词是石榴',
    '口令是石榴',
    '签到用石榴这个词',
    '广场上卖石榴的走了没',
    '恒威来了3个人修电梯',
    '人到齐了就开饭',
    '点名表扬志愿者',
    '先走了，回头聊',
    '桃花',
    '签收了',
  ])('「%s」', async (text) => {
    const say = await square();
    for (const name of ['过路人', '李娟', '老田', '李雪梅'])
      expect(await say(name, text)).toEqual([]);
  });
});

describe('for others', () => {
  test.each([
    ['老田', '帮胡大爷签到 石榴', 'E1 到场 1 人（胡大爷）。应到 3'],
    ['老田', '胡大爷跟我一块来的，签到石榴', 'E1 到场 2 人（胡大爷、老田）。应到 3'],
    ['老田', '签到 石榴 带胡大爷', 'E1 到场 2 人（胡大爷、老田）。应到 3'],
    ['老田', '我和老伴到了，石榴', 'E1 到场 2 人（老田 2 人）。应到 3'],
    ['李雪梅', '到 胡大爷 冯阿姨', 'E1 到场 2 人（胡大爷、冯阿姨）。应到 3'],
    ['李雪梅', '点名：胡大爷、老田', 'E1 到场 2 人（胡大爷、老田）。应到 3'],
    ['李雪梅', '冯阿姨眼神不好，帮她签上', 'E1 到场 1 人（冯阿姨）。应到 3'],
    ['李雪梅', '给冯阿姨签个到', 'E1 到场 1 人（冯阿姨）。应到 3'],
    ['李雪梅', '到 恒威4 物业2', 'E1 到场 6 人（恒威 4 人、佳丽 2 人）。应到 3'],
    ['李雪梅', '到 彭师傅', 'E1 到场 1 人（彭师傅）。应到 3'],
  ])('%s：%s', async (name, text, answer) => {
    const say = await square();
    expect(await say(name, text)).toEqual([answer]);
  });

  test('nobody counts twice, whoever brings them', async () => {
    const say = await square();
    await say('老田', '替胡大爷签到 石榴');
    expect(await say('李雪梅', '到 胡大爷')).toEqual(['E1 到场 1 人（胡大爷）。应到 3']);
    expect(await say('老田', '石榴，带胡大爷')).toEqual(['E1 到场 2 人（胡大爷、老田）。应到 3']);
  });
});

describe('a unit’s number in any order', () => {
  test.each([
    ['李娟', '恒威来了4位，石榴', '恒威 4 人'],
    ['李娟', '石榴，恒威集团，四个人', '恒威 4 人'],
    ['李娟', '我们恒威4个人到齐了，签到石榴', '恒威 4 人'],
    ['孙悦', '药房2 石榴', '安康 2 人'],
    ['孙悦', '安康大药房到了两个人', '安康 2 人'],
    ['李娟', '恒威实到4人，石榴', '恒威 4 人'],
    ['孙悦', '药房到2人', '安康 2 人'],
    ['马强', '佳丽物业 签到 石榴 6', '佳丽 6 人'],
  ])('%s：%s', async (name, text, counted) => {
    const say = await square();
    const heads = /\d+/.exec(counted)?.[0];
    expect(await say(name, text)).toEqual([`E1 到场 ${heads} 人（${counted}）。应到 3`]);
  });
});

conversation(
  'who is missing, who has left, and what was counted wrong',
  `
【2026-11-22 18:05】
机器人：*
老田：+1
机器人：*
冯阿姨：+1
机器人：*
【2026-11-25 08:12】
机器人：*
机器人：*
机器人→周敏：*
召集人（私聊）：/口令 石榴
机器人→周敏：*
老田：石榴
机器人：E1 到场 1 人（老田）*
李娟：恒威 签到 石榴 4人
机器人：E1 到场 5 人（恒威 4 人）*
李雪梅：还有哪几位没到？
机器人：E1 还差 1 人：冯阿姨*
李雪梅：人到齐了吗
机器人：E1 还差 1 人：冯阿姨*
路人：还有谁没到
（沉默）
李雪梅：签到情况
机器人：E1 服务日 正在签到*
李雪梅：更正：恒威不是4人，是5人
机器人：E1 恒威 记为 5 人（补）
李雪梅：补签 彭师傅 忘了签到
机器人：E1 彭师傅 记为未报名到场（补）
老田：家里有事，签退
机器人：E1 签退：老田
路人：先走了啊
（沉默）
`,
);
