import { describe, expect, test } from 'vitest';
import { conversation, playersInMemory } from '../support/conversation.ts';

/** P1 is open; a word of talk has gone by since. */
async function asked(...polls: readonly string[]) {
  const player = await playersInMemory();
  for (const text of polls) await player.say({ name: '李雪梅', text });
  await player.say({ name: '小胡', text: '今天风真大' });
  player.take();
  return async (name: string, text: string) => {
    await player.say({ name, text });
    return player.take().map(({ outgoing }) => outgoing.text.split('\n')[0]);
  };
}

const LUNCH = '/投票 重阳节做什么 A 登高望远 B 剪纸比赛 C 健康体检 截止 20日18点';
const SKILLS = '/投票 冬天开什么班 A 太极 B 合唱 C 电脑入门 D 编织 最多选3项 截止 20日18点';
const PLACE = '/投票 摄影展放哪里 A 街心公园 B 文化活动室 截止 19日18点';

describe('a vote in people’s own words', () => {
  test.each([
    ['我选c', 'C'],
    ['俺投B', 'B'],
    ['投给剪纸比赛', 'B'],
    ['剪纸比赛', 'B'],
    ['選剪紙比賽', 'B'],
    ['选体检', 'C'],
    ['我选第三个', 'C'],
    ['选最后 第二项', 'B'],
    ['嗯，我就选登高望远吧。', 'A'],
    ['我觉得剪纸比赛好，选它的人多，我也投B', 'B'],
    ['我投剪只比赛', 'B'],
    ['健康提检', 'C'],
    ['C C C！', 'C'],
    ['c吧', 'C'],
    ['B+1', 'B'],
    ['我这一票投健康体检，岁数大了', 'C'],
    ['A不选了，改C', 'C'],
    ['不选A，选B', 'B'],
    ['赞成B', 'B'],
    ['支持 登高望远，锻炼身体', 'A'],
    ['vote for B', 'B'],
    ['投票 B', 'B'],
    ['投 P1 剪纸比赛', 'B'],
    ['Ｃ', 'C'],
    ['B选项', 'B'],
    ['选三', 'C'],
    ['剪纸比赛+1', 'B'],
    ['刚才点错了，应该是C', 'C'],
  ])('「%s」 is a vote for %s', async (text, letter) => {
    const ask = await asked(LUNCH);
    const counts = ['A', 'B', 'C'].map((one) => `${one} ${one === letter ? 1 : 0}票`).join(' ');
    expect(await ask('老韩', text)).toEqual([`P1 投票 老韩。${counts}，共 1 人投票`]);
  });

  test.each([
    ['我选太极和编织', 'A 1票 B 0票 C 0票 D 1票'],
    ['太极、合唱', 'A 1票 B 1票 C 0票 D 0票'],
    ['投ABD', 'A 1票 B 1票 C 0票 D 1票'],
    ['选电脑，还有编织。', 'A 0票 B 0票 C 1票 D 1票'],
    ['选第一个和第四个', 'A 1票 B 0票 C 0票 D 1票'],
    ['A太极跟C电脑入门', 'A 1票 B 0票 C 1票 D 0票'],
  ])('「%s」 chooses several', async (text, counts) => {
    const ask = await asked(SKILLS);
    expect(await ask('老韩', text)).toEqual([`P1 投票 老韩。${counts}，共 1 人投票`]);
  });

  test.each([
    '你们选啥',
    'B超室几点开门',
    'A',
    '剪纸比赛昨天谁赢了',
    '登高望远的感觉真好',
    '体检报告出来了',
    '我选的衣服到了',
    '选修课真难选',
    '投篮比赛我看了，精彩',
    '我支持大家',
    '要不要选剪纸比赛？',
    'C座电梯坏了没',
    'A股又跌了',
    '换个话题吧',
    '改天再说',
    '第一',
    'BC',
    '大家都投B啊',
    '昨天去健康体检了，队好长',
    '#接龙 换电梯\n1. 101 同意\n2. 102 同意',
  ])('「%s」 to a person is talk', async (text) => {
    const player = await playersInMemory();
    await player.say({ name: '李雪梅', text: LUNCH }, { name: '小胡', text: '选哪个幼儿园好？' });
    player.take();
    const quoted = { sender: '小胡', text: '选哪个幼儿园好？' };
    await player.say({ name: '老韩', text, quoted });
    if (text !== 'A') await player.say({ name: '老韩', text });
    expect(player.take()).toEqual([]);
  });

  test('in private, too', async () => {
    const player = await playersInMemory();
    await player.say({ name: '李雪梅', text: LUNCH });
    player.take();
    await player.say({ name: '老韩', private: true, text: '体检' });
    const said = player.take().map(({ outgoing }) => outgoing.text);
    expect(said).toContainEqual(expect.stringContaining('C 健康体检 1票'));
  });
});

describe('where several polls are open', () => {
  test.each([
    ['合唱', ['P1 投票 老韩。A 0票 B 1票 C 0票 D 0票，共 1 人投票']],
    ['p2 a', ['P2 投票 老韩。A 1票 B 0票，共 1 人投票']],
    ['摄影展那个我投B', ['P2 投票 老韩。A 0票 B 1票，共 1 人投票']],
    ['D', ['P1 投票 老韩。A 0票 B 0票 C 0票 D 1票，共 1 人投票']],
    ['P2选街心公园，P1选太极', ['P1 投票 老韩。A 1票*', 'P2 投票 老韩。A 1票*']],
    ['我选B', ['投的是哪一个？']],
    ['b', ['投的是哪一个？']],
  ])('「%s」', async (text, said) => {
    const ask = await asked(SKILLS, PLACE);
    const heard = await ask('老韩', text);
    expect(
      heard.map((line = '', at) => (said[at]?.endsWith('*') ? cut(line, said[at]) : line)),
    ).toEqual(said);
  });

  conversation(
    'which one is asked, and the answer is the vote',
    `
【2026-11-16 10:05】
李雪梅：${SKILLS}
机器人：P1*
李雪梅：${PLACE}
机器人：P2*
老韩：我投B
机器人：投的是哪一个？*
老韩：2
机器人：P2 投票 老韩。A 0票 B 1票，共 1 人投票
老韩：第一个
机器人：投的是哪一个？*
老韩：摄影展
机器人：P2 投票 老韩。A 1票 B 0票，共 1 人投票
`,
  );
});

conversation(
  'second thoughts, and none at all',
  `
【2026-11-16 10:05】
李雪梅：${LUNCH}
机器人：P1*
老韩：登高望远
机器人：P1 投票 老韩。A 1票*
老韩：算了，换成剪纸比赛
机器人：P1 投票 老韩。A 0票 B 1票*
老韩：把B改成C
机器人：P1 投票 老韩。A 0票 B 0票 C 1票*
小胡：收回我的票
（沉默）
老韩：我的票撤回吧
机器人：P1 您的票撤回了*
`,
);

function cut(line: string, pattern: string): string {
  return line.startsWith(pattern.slice(0, -1)) ? pattern : line;
}
