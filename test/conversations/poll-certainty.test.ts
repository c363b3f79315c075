import { expect, test } from 'vitest';
import { conversation, players } from '../support/conversation.ts';

const talk = [
  '投票 结果出来了，A 方案 30票，B 方案 20票',
  '投票 请大家去公众号给 1号 张阿姨 2号 李阿姨 投一票',
  '投票 大家说 A 好还是 B 好',
  '投票 大家好',
  '投票 怎么还没人投 快点啊 各位',
  '投票 明天18点截止，请大家抓紧投',
  '投票 今晚截止，请大家给 1号 张阿姨 2号 李阿姨 投一票',
  '投票 截止明天18点 大家 快投 谢谢',
  '投票 A 组赢了，B 组也不错',
  '投票 昨天的结果：A 30票 B 20票',
  '投票 箱子在哪里',
  '投票 的事说两句。\n第一，大家都要投。\n第二，不要代投。',
];

test('a liaison’s ordinary sentences that begin with 投票 open nothing, and are answered by nothing', async () => {
  const player = await players();
  for (const text of talk) {
    await player.say({ name: '李雪梅', text });
    expect(
      player.take().map(({ outgoing }) => outgoing.text),
      text,
    ).toEqual([]);
  }
  await player.say({ name: '李雪梅', text: '/投票' });
  expect(player.take()[0]?.outgoing.text).toContain('现在没有投票');
});

test('a vote at the very end counts no more, though the poll has not been closed yet', async () => {
  const player = await players();
  await player.say({ name: '李雪梅', text: '投票 做什么 A 清洁 B 义诊 截止 今天18点' });
  const end = player.moment('2026-11-16 18:00');
  const vote = async (name: string) => {
    await player.say({ name, text: '选 P1 A' });
    return player.take().at(-1)?.outgoing.text;
  };
  player.clock.setTo(end - 1);
  expect(await vote('张伟')).toBe('P1 投票 张伟。A 1票 B 0票，共 1 人投票');
  player.clock.setTo(end);
  expect(await vote('李娟')).toContain('这一票没有计入');
});

conversation(
  'who may not open a poll and did not say it to the bot gets silence',
  `
张伟：投票 请大家帮我家孩子投票 1 张小宝 2 李小贝
（沉默）
张伟：投票 周末去哪 A 东湖 B 西山 截止 20日
（沉默）
张伟：/投票 周末去哪 A 东湖 B 西山
机器人：发起投票请联络员来，看投票请发「/投票」
`,
);

conversation(
  'how a poll is held is no option, and what of it is not understood is asked',
  `
联络员：投票 做什么 A 甲 B 乙 C 丙 D 丁 最多选2 截止 周五18点
机器人：P1 做什么
　　最多选 2 项
　　A 甲
　　B 乙
　　C 丙
　　D 丁
　　11月20日（周五）18:00截止
　　投票请发字母，例如「A」，多选发「选 A C」
联络员：投票 学什么 A 丙 B 丁 选2项 仅本群 周五18点截止
机器人：P2 学什么
　　最多选 2 项
　　A 丙
　　B 丁
　　11月20日（周五）18:00截止*
联络员：投票 what next A Books B Clinic until 20日18点 secret
机器人：P3 what next
　　不记名
　　A Books
　　B Clinic
　　11月20日（周五）18:00截止*
联络员：投票 组织旅游 赞成/反对/弃权 按单位
机器人：P4 组织旅游
　　每单位一票，由联络员投
　　A 赞成
　　B 反对
　　C 弃权*
联络员：投票 做什么 A 丙 B 丁 最多选两三个 截止 周五18点
机器人：「最多选两三个」没看懂，还没有发出去。*
联络员：投票 25日服务日做什么
机器人：请写问题和 2 到 12 个选项*
联络员：投票 周末去哪 东湖 西山
机器人：P5 周末去哪
　　A 东湖
　　B 西山*
联络员：投票 第六个 A 甲 B 乙
机器人：P6 第六个*
张伟：/投票
机器人：正在投票：
　　P4 组织旅游
　　P5 周末去哪
　　P6 第六个
　　P1 做什么
　　P2 学什么
　　还有 1 个
　　看一个请发「/投票 P4」
【群：别的群】
召集人：/启用
机器人：*
张伟：投 P2 A
机器人：P2 只在发起的那个群里投。看这里有哪些请发「/投票」
【群：联盟群】
张伟：投 P2 A
机器人：P2 投票 张伟。*
`,
);
