import { describe, expect, test } from 'vitest';
import { conversation, players, playersInMemory } from '../support/conversation.ts';

/** Check-in of E1 is open, its word is 槐花. */
async function square() {
  const player = await playersInMemory();
  await player.passTo('2026-11-25 08:12');
  await player.say({ name: '召集人', private: true, text: '/口令 槐花' });
  player.take();
  const ask = async (name: string, text: string) => {
    await player.say({ name, text });
    return player.take().map(({ outgoing }) => outgoing.text);
  };
  return { ...player, ask };
}

describe('the right word checks in, whatever kindly stands beside it', () => {
  test.each([
    '签到 槐花 谢谢',
    '签到 槐花！',
    '签到 槐花。',
    '签到，槐花',
    '签到“槐花”',
    '签到：槐花',
    '签到 槐花👌',
    '签到 槐花🙏谢谢',
    '签到 槐 花',
    '签到 口令 槐花',
    '签到 口令槐花',
    '签到口令：槐花',
    '槐花签到',
    '槐花 签到',
    '我来签到 槐花',
    '你好，我来签到，槐花',
    '大家好 签到 槐花',
    '签到 槐花，我到了',
    '签到 槐花 我到了',
    '我到了 槐花',
    '我来了 槐花',
    '槐花 到',
    '已到 槐花',
    '签道 槐花',
    '打卡 槐花',
    '报到 槐花',
    '簽到　槐花',
    '签到\n槐花',
    '签到槐花',
    '签到槐花谢谢',
    '签 到 槐花',
    '签到 e1 槐花',
    '签到 槐花 E1',
    '签到 槐花 +1',
    '签到 槐花 大家辛苦了',
    '签到 槐花 不好意思来晚了',
    '签到 槐花 我家就在旁边',
    '签到 槐花 新来的',
    '徐波 签到 槐花',
    '我是徐波，签到 槐花',
    '签到 槐花 徐波',
    '@小联 签到槐花谢谢',
    '/签到 槐花 谢谢',
    '/签到 谢谢 槐花',
    '/到 槐花 谢谢',
    '@小联 我来签到，槐花',
    '@小联 槐花签到',
  ])('%s', async (text) => {
    const { ask } = await square();
    expect(await ask('徐波', text)).toEqual(['E1 到场 1 人（徐波）。应到 0']);
  });

  test.each([
    ['签到 槐花 我和老伴', 2],
    ['签到 槐花 带老伴', 2],
    ['我们俩签到 槐花', 2],
    ['签到 槐花 +2', 2],
    ['签到 槐花 2人', 2],
    ['签到 槐花 两个人', 2],
    ['签到 槐花 带2个人', 3],
    ['签到 槐花 一家三口', 3],
    ['签到 3人 槐花', 3],
    ['签到 槐花 3', 3],
  ])('%s: %i', async (text, count) => {
    const { ask } = await square();
    expect(await ask('徐波', text)).toEqual([`E1 到场 ${count} 人（徐波 ${count} 人）。应到 0`]);
  });
});

describe('a unit’s number, in any order', () => {
  test.each([
    '恒威 签到 槐花 5人',
    '恒威签到 槐花 5人',
    '恒威 签到 槐花5人',
    '恒威 签到 5人 槐花',
    '签到 恒威 槐花 5人',
    '签到 槐花 恒威 5人',
    '恒威 槐花 签到 5人',
    '恒威5人 签到 槐花',
    '恒威 签到 槐花 五个人',
    '恒威 签到 槐花 共5人',
    '恒威 签到 槐花 一共5个人',
    '恒威 签到 槐花 来了5位',
    '恒威 签到 槐花 5人 谢谢',
    '恒威 签到 槐花 5',
    '恒威集团签到槐花5人',
    '我们恒威 签到 槐花 5人',
    '恒威的签到 槐花 5人',
    '@小联 恒威 签到 槐花 5人',
    '/签到 恒威 槐花 5人',
  ])('%s', async (text) => {
    const { ask } = await square();
    expect(await ask('李娟', text)).toEqual(['E1 到场 5 人（恒威 5 人）。应到 0']);
  });
});

describe('what is no check-in stays silent while one is open', () => {
  test.each([
    '大家签到 槐花 了吗？',
    '签到 槐花 了吗',
    '签到 槐花 对吗',
    '签到 槐花就行',
    '签到 槐花 没反应',
    '今天签到口令是槐花',
    '签到口令是槐花，大家快签到',
    '请大家发 签到 槐花',
    '大家 签到 槐花',
    '我看槐花签到的人不少',
    '刚才签到发的槐花不行',
    '板子上写的是槐花，签到用',
    '槐花到了，来拿',
    '槐花到货了',
    '槐花饼做好了，签到的人可以领',
    '签到 槐花饼',
    '槐花真香',
    '槐花',
    '社区 签到 开始了',
    '大家 签到 表填一下',
    '大家 签到 一下',
    '现在 签到',
    '请 签到',
    '大家好，请签到',
    '今天签到',
    '补签 E1 的同志来找我',
    '签到 开始了',
    '签到 了吗',
    '签到处在哪里',
    '签到 请大家到门口',
    '昨天签到的人真多',
    '到',
    '到 了吗',
    '到家了',
    '收到',
    '收到，谢谢',
    '收到 槐花',
    '看到 槐花了',
    '我提前到了',
    '钱到了',
    '打卡',
    '签收',
    '签字 槐花',
    '到 E1 集合',
    '恒威 签到',
    '签到 打卡领积分',
    '打卡成功',
    '快递到了',
    '到点了 开饭',
  ])('%s', async (text) => {
    const { ask } = await square();
    for (const name of ['徐波', '李雪梅']) expect(await ask(name, text)).toEqual([]);
  });
});

describe('and while none is', () => {
  test.each([
    '签到 打卡',
    '签到 了吗',
    '签到 今天',
    '我来签到',
    '签到表放在居委会桌上了',
    '昨天签到的人真多',
    '我到了',
    '到',
    '还差谁',
    '口令',
  ])('%s', async (text) => {
    const player = await playersInMemory();
    await player.say({ name: '徐波', text }, { name: '李雪梅', text });
    expect(player.take()).toEqual([]);
  });
});

conversation(
  'what is missing is said: the word, the right word, the unit, who comes',
  `
【2026-11-25 08:12】
召集人（私聊）：/口令 槐花
机器人→周敏：E1 的口令换成「槐花」了，旧的不再有效。请改现场的板子
徐波：我来签到
机器人：E1 签到要加现场板子上的词，例：签到 春风
徐波：签到 口令
机器人：E1 签到要加现场板子上的词，例：签到 春风
徐波：签到 桂花 谢谢
机器人：这个词不对，再看看板子。例：签到 春风
徐波：/签到 桂花
机器人：这个词不对，再看看板子。例：签到 春风
徐波（私聊）：签到 桂花
机器人→徐波：这个词不对，再看看板子。例：签到 春风
徐波（私聊）：签到表放哪里了
机器人→徐波：*
李娟：恒威 签到 5人
机器人：E1 签到要加现场板子上的词，例：恒威 签到 春风 5人
李娟：恒威 签到 桂花 5人
机器人：这个词不对，再看看板子。例：恒威 签到 春风 5人
李娟：签到 槐花 12人
机器人：报人数请带上单位，例：恒威 签到 槐花 12人
李娟：王秀英 签到 槐花
机器人：E1 到场 1 人（王秀英）。应到 0
李雪梅：到 E1 赵磊
机器人：E1 到场 2 人（赵磊）。应到 0
李娟：赵磊 签到 槐花
机器人：E1 到场 2 人（赵磊）。应到 0
李雪梅：/到 E1
机器人：点名请写姓名，例：到 E1 张伟 李娟 恒威5。自己签到请发「签到」加板上的词
徐波：签到 槐花 3人
机器人：E1 到场 5 人（徐波 3 人）。应到 0
徐波：签到 槐花
机器人：徐波 08:12 已经签到 E1 了，不用再签
`,
);

conversation(
  'a unit’s number is always answered with it, and can be taken back to none',
  `
【2026-11-25 08:12】
召集人（私聊）：/口令 槐花
机器人→周敏：*
孙悦：安康 签到 槐花 5人
机器人：E1 到场 5 人（安康 5 人）。应到 0
孙悦：安康 签到 槐花 0人
机器人：E1 到场 1 人（安康 0 人）。应到 0
李娟：签到 槐花
机器人：E1 到场 2 人（李娟）。应到 0
李娟：恒威 签到 槐花 1人
机器人：E1 到场 2 人（恒威 1 人）。应到 0
赵磊：佳丽 签到 槐花 0人
机器人：E1 到场 2 人（佳丽 0 人）。应到 0
`,
);

test('whoever made it gets the word for the board; where no private word reaches them, the convenor', async () => {
  const player = await players({ platforms: ['telegram'] });
  const say = (name: string, text: string, isPrivate = false) =>
    player.say({
      name,
      text,
      platform: 'telegram',
      ...(isPrivate ? { private: true } : { group: '联盟群' }),
    });
  const wordTo = () =>
    player
      .take()
      .filter(({ outgoing }) => outgoing.text.includes('请写在现场的板子上'))
      .map(({ outgoing }) => outgoing.to.chat);
  await say('周敏', '/状态', true);
  const convenor = player.take()[0]?.outgoing.to.chat;
  await say('李雪梅', '/活动 明天9点 清洁家园');
  await player.passTo('2026-11-17 08:05');
  expect(wordTo()).toEqual([convenor]);
  await say('李雪梅', '/帮助', true);
  const liaison = player.take()[0]?.outgoing.to.chat;
  await say('李雪梅', '/活动 明天9点 清洁家园');
  await player.passTo('2026-11-18 08:05');
  expect(wordTo()).toEqual([liaison]);
});
