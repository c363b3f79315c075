import { describe, expect, test } from 'vitest';
import { conversation, playersInMemory } from '../support/conversation.ts';

/** E1 is over, and its record was asked for. */
async function over() {
  const player = await playersInMemory();
  await player.passTo('2026-11-22 18:05');
  await player.say({ name: '老田', text: '+1' });
  await player.passTo('2026-11-25 11:40');
  const asking = player.take().at(-1)?.outgoing.text ?? '';
  return async (name: string, text: string, how: { answers?: true; private?: true } = {}) => {
    const quoted = how.answers && { quoted: { sender: '小联', text: asking } };
    await player.say({ name, text, private: how.private === true, ...quoted });
    return player.take().map(({ outgoing }) => outgoing.text.split('\n')[0]);
  };
}

describe('the record is kept, however it is put', () => {
  test.each([
    ['小结：修伞20把，磨剪刀15把', 'E1 小结记下了。'],
    ['小结，陪老人聊天，服务居民二十人', 'E1 小结记下了。惠及 20 人次'],
    ['总结 擦了两层楼的玻璃', 'E1 小结记下了。'],
    ['今天的小结：理发30人，惠及30人次', 'E1 小结记下了。惠及 30 人次'],
    ['服务日总结 清了三车杂物', 'E1 小结记下了。'],
    ['25号的小结 送粥80碗', 'E1 小结记下了。'],
    ['E1总结：义卖收入320元', 'E1 小结记下了。'],
    ['小结一下：惠及45人', 'E1 小结记下了。惠及 45 人次'],
    ['服务日都做了什么：修水管两处', 'E1 小结记下了。'],
  ])('%s', async (text, answer) => {
    const say = await over();
    expect(await say('李雪梅', text)).toEqual([answer]);
  });

  test.each(['磨刀12把，缝补8件', '给楼里9户送了春联'])('as an answer: %s', async (text) => {
    const say = await over();
    expect(await say('李雪梅', text, { answers: true })).toEqual(['E1 小结记下了。']);
  });

  test('its label is none of it', async () => {
    const say = await over();
    await say('李雪梅', '小结 E1 工作总结：修伞20把');
    expect(await say('李雪梅', '小结 E1 磨刀8把')).toEqual(['E1 小结记下了。']);
    await say('李雪梅', '小结补充一下，惠及人次是28');
    expect(await say('李雪梅', '小结', { private: true })).toEqual(['E1 的小结。惠及 28 人次']);
  });
});

describe('talk of it is none', () => {
  test.each([
    '小结一下这周的菜价',
    '总结得真好',
    '小结谁写啊',
    '小结，谢谢大家',
    '我的年终总结还没写',
    '总结经验最重要',
    '大家今天辛苦了',
  ])('%s', async (text) => {
    const say = await over();
    expect(await say('李雪梅', text)).toEqual([]);
  });

  test.each(['好的', '收到，谢谢', '今天辛苦大家了', '小结谁来写？', '照片呢'])(
    'in an answer: %s',
    async (text) => {
      const say = await over();
      expect(await say('李雪梅', text, { answers: true })).toEqual([]);
    },
  );

  test('and nobody else writes it', async () => {
    const say = await over();
    expect(await say('路人', '小结：修伞20把，磨剪刀15把')).toEqual([]);
    expect(await say('路人', '修伞20把，磨剪刀15把', { answers: true })).toEqual([]);
  });
});

conversation(
  'a liaison’s record without a number of people served is kept, and the number is asked for',
  `
【2026-11-22 18:05】
机器人：*
老田：+1
机器人：*
【2026-11-25 11:40】
机器人：*
机器人：*
机器人→周敏：*
机器人：*
李雪梅：小结 做灯笼60个，送给敬老院
机器人：E1 小结记下了。
　　五项：通知✓ 小结✓ 还缺 *
　　先发照片，3 分钟内再发「小结 E1 惠及38人次」
`,
);
