import { expect, test } from 'vitest';
import { conversation, players } from '../support/conversation.ts';

conversation(
  'a poll from the question to the activity',
  `
联络员：投票 25日服务日做什么 A 清洁家园 B 义诊 C 法律咨询 截止 20日18点
机器人：P1 25日服务日做什么
　　A 清洁家园
　　B 义诊
　　C 法律咨询
　　11月20日（周五）18:00截止
　　投票请发「A」
张伟：A
机器人：P1 投票 张伟。A 1票 B 0票 C 0票，共 1 人投票
李娟：ｂ
机器人：P1 投票 李娟。A 1票 B 1票 C 0票，共 2 人投票
【重启】
张伟：选 B
机器人：P1 投票 张伟。A 0票 B 2票 C 0票，共 2 人投票
张伟：选B
机器人：P1 您投的就是 B，已经算上了
赵磊：投 P1 c
机器人：P1 投票 赵磊。A 0票 B 2票 C 1票，共 3 人投票
赵磊：D
（沉默）
赵磊：选 D
机器人：P1 的选项是 A 到 C，例：投 P1 A
赵磊：选 A C
机器人：P1 最多选 1 项，没有计票。例：投 P1 A
赵磊：退票 P1
机器人：P1 您的票撤回了。想再投请发「投 P1 A」
吴霞：１
（沉默）
吴霞：A 比较好
（沉默）
联络员：定 P1 B 25日9点
机器人：P1 还在投票。现在就定请先发「/结束投票 P1」
【2026-11-20 16:00】
机器人：P1 25日服务日做什么：11月20日（周五）18:00截止，还有 13 位没投。看选项请发「/投票 P1」
【2026-11-20 18:00】
机器人：P1 投票结束：25日服务日做什么
　　A 清洁家园 0票
　　B 义诊 2票：张伟、李娟
　　C 法律咨询 0票
　　共 2 人投票
　　办成活动请联络员发「定 P1 B 25日9点」
赵磊：选 A
机器人：P1 已于11月20日（周五）18:00截止，这一票没有计入。看结果请发「/投票 P1」
赵磊：A
（沉默）
张伟：定 P1 B 25日9点
机器人：*联络员*
联络员：定 P1 A 25日9点
机器人：P1 得票最多的是 B。要办别的请直接发「/活动」
联络员：定 P1 B
机器人：什么时候办？请把时间写上，例：定 P1 B 25日9点
联络员：定 P1 B 25日9点 @天星广场 30人
机器人：E1 义诊 11月25日（周三）9:00–11:00
　　地点：天星广场
　　已报 0/30 人
　　P1 → E1
　　参加请发「+1」，来不了请发「请假 E1」
联络员：定 P1 B 26日9点
机器人：P1 投票结束：25日服务日做什么*已定为活动 E1
`,
);

conversation(
  'options in all written forms',
  `
联络员：投票 25日服务日做什么
　　A. 清洁家园
　　B. 义诊
　　截止：明天18点
机器人：P1 25日服务日做什么
　　A 清洁家园
　　B 义诊
　　11月17日（周二）18:00截止
　　投票请发「A」
联络员：投票 学习日学什么
　　党章
　　二十大报告
　　社区治理
机器人：P2 学习日学什么
　　A 党章
　　B 二十大报告
　　C 社区治理
　　11月17日（周二）9:00截止
　　投票请发「投 P2 A」
联络员：投票 周末去哪儿 | 东湖 | 西山 20日截止
机器人：P3 周末去哪儿
　　A 东湖
　　B 西山
　　11月20日（周五）23:59截止
　　投票请发「投 P3 A」
联络员：投票 服务日做什么 清洁家园 义诊 法律咨询 20日18点前截止 多选
机器人：P4 服务日做什么
　　最多选 3 项
　　A 清洁家园
　　B 义诊
　　C 法律咨询
　　11月20日（周五）18:00截止
　　投票请发「投 P4 A」，多选发「投 P4 A C」
联络员：投票 換個時間？①上午②下午
机器人：P5 換個時間？
　　A 上午
　　B 下午*
联络员：投票做什么Ａ清洁Ｂ义诊
（沉默）
联络员：/投票做什么Ａ清洁Ｂ义诊
机器人：P6 做什么
　　A 清洁
　　B 义诊*
张伟：A
（沉默）
张伟：选 A
机器人：有几个投票，是哪一个？*
张伟：投 P4 A C
机器人：P4 投票 张伟。A 1票 B 0票 C 1票，共 1 人投票
张伟：投 P4 Ｃ、Ａ
机器人：P4 您投的就是 A C，已经算上了
张伟：/投票
机器人：正在投票：*
张伟：投票 大家快去投
（沉默）
张伟：投票 去哪 A 东湖 B 西山
机器人：发起投票请联络员来，看投票请发「/投票」
联络员：/投票 去哪
机器人：请写问题和 2 到 12 个选项，例：投票 25日做什么 A 清洁家园 B 义诊 截止 20日18点
联络员：投票 去哪 A 东湖 B 西山 截止 昨天18点
机器人：截止时间已经过了，请写以后的时间，例：截止 明天18点
联络员：投票 去哪 A 东湖 B 东湖
机器人：有两个选项一样，请改一个再发
联络员：投票 去哪 A 东湖 B 西山 截止 周末
机器人：截止时间没看懂，请写清楚几点，例：截止 20日18点
`,
);

conversation(
  'by unit: one vote each, the last of its liaisons; a quorum; a tie is said',
  `
召集人：投票 做什么 A 清洁 B 义诊 截止 明天18点 按单位 至少2票
机器人：P1 做什么
　　每单位一票，由联络员投，满 2 票有效
　　A 清洁
　　B 义诊
　　11月17日（周二）18:00截止
　　投票请发「A」
张伟：A
机器人：P1 每单位一票，请您单位的联络员来投
陈刚：A
机器人：P1 投票 恒威集团。A 1票 B 0票，共 1 家单位投票
李雪梅：A
机器人：P1 投票 天星社区党委。A 2票 B 0票，共 2 家单位投票
周敏：B
机器人：P1 投票 天星社区党委。A 1票 B 1票，共 2 家单位投票
召集人：/结束投票
机器人：P1 投票结束：做什么
　　A 清洁 1票：恒威集团
　　B 义诊 1票：天星社区党委
　　共 2 家单位投票
　　A、B 票数相同，请联络员定
　　办成活动请联络员发「定 P1 A 25日9点」
召集人：投票 做什么 A 清洁 B 义诊 截止 明天18点 满3票有效
机器人：P2 *
陈刚：A
机器人：*
张伟：/结束投票 P2
机器人：P2 不是您发起的，请联络员来
陈刚：/结束投票 P2
机器人：P2 投票结束：做什么
　　A 清洁 1票：陈刚
　　B 义诊 0票
　　共 1 人投票
　　要 3 票才有效，只有 1 票，这次不作数
召集人：定 P2 A 25日9点
机器人：P2 投票结束*不作数
召集人：投票 去哪 A 东湖 B 西山 截止 明天18点 按单位
机器人：*
李雪梅：A
机器人：P3 投票 天星社区党委。A 1票 B 0票，共 1 家单位投票
【2026-11-17 16:00】
机器人：P3 去哪：11月17日（周二）18:00截止，还有 7 家单位没投。看选项请发「/投票 P3」
【2026-11-17 18:00】
机器人：P3 投票结束：去哪*
`,
);

conversation(
  'hidden until the end, and closed while the bot was away',
  `
联络员：投票 做什么 A 清洁 B 义诊 截止 16日18点 截止后公布 限成员
机器人：P1 做什么
　　A 清洁
　　B 义诊
　　11月16日（周一）18:00截止，结果到时公布
　　投票请发「A」
张伟：A
机器人：P1 投票 张伟。共 1 人投票，11月16日（周一）18:00截止，结果到时公布
路人：B
机器人：P1 只请联盟成员投票，没有计票。想加入请发「/帮助」
张伟：/投票 P1
机器人：P1 做什么
　　A 清洁
　　B 义诊
　　共 1 人投票，11月16日（周一）18:00截止，结果到时公布
　　投票请发「A」
`,
);

conversation(
  'a poll that was called off, one in another group alone, and the way of an activity',
  `
联络员：投票 做什么 A 清洁 B 义诊 截止 明天18点 仅本群
机器人：P1 做什么*
张伟：取消投票 P1
机器人：P1 不是您发起的，请联络员来
联络员：取消投票 P1
机器人：P1 投票取消了：做什么
张伟：A
（沉默）
张伟：投 P1 A
机器人：P1 投票取消了：做什么
联络员：定 P1 A 25日9点
机器人：P1 投票取消了：做什么
联络员：投票 做什么 A 清洁 B 义诊 截止 明天18点
机器人：P2 做什么*
张伟：A
机器人：*
联络员：结束投票 P2
机器人：P2 投票结束*
联络员：定 P2 A 24日15点
机器人：E1 清洁 11月24日（周二）15:00–17:00
　　已报 0 人
　　P2 → E1
　　参加请发「+1」，来不了请发「请假 E1」
【2026-11-24 15:10】
张伟：/活动 E1
机器人：E1 清洁*P2 → E1 → 签到*
`,
);

conversation(
  'two platforms, one tally',
  `
联络员@wechat：投票 做什么 A 清洁 B 义诊 截止 明天18点
机器人@telegram：P1 做什么
　　A 清洁
　　B 义诊
　　11月17日（周二）18:00截止
　　投票请发「A」
【2026-11-16 09:02】
机器人@wechat：P1 做什么*
张伟@wechat：A
（沉默）
李娟@telegram：B
机器人@telegram：P1 做什么
　　A 清洁 1票：张伟
　　B 义诊 1票：李娟
　　共 2 人投票，11月17日（周二）18:00截止
　　投票请发「A」
【2026-11-16 09:05】
机器人@wechat：P1 投票 张伟。A 1票 B 1票，共 2 人投票
`,
);

test('a poll that ends while the bot is away is closed by its own deadline, without a reminder', async () => {
  const player = await players();
  await player.say({ name: '联络员', text: '投票 做什么 A 清洁 B 义诊 截止 明天18点' }, { name: '张伟', text: 'A' });
  await player.stop();
  player.clock.setTo(player.moment('2026-11-18 10:00'));
  await player.start();
  await player.say({ name: '李娟', text: '选 B' });
  const said = player.take().map(({ outgoing }) => outgoing.text);
  expect(said.filter((text) => text.includes('还有'))).toEqual([]);
  expect(said.find((text) => text.includes('投票结束'))).toContain('【补发】原定 11月17日（周二）18:00');
  expect(said.find((text) => text.includes('投票结束'))).toContain('A 清洁 1票：张伟');
  expect(said.at(-1)).toBe('P1 已于11月17日（周二）18:00截止，这一票没有计入。看结果请发「/投票 P1」');
});

test('votes of one moment are all counted, and the last of each is the one', async () => {
  const player = await players();
  await player.say({ name: '联络员', text: '投票 做什么 A 清洁 B 义诊 截止 明天18点' });
  const voters = Array.from({ length: 60 }, (_, index) => `居民${index}`);
  await player.say(
    ...voters.map((name) => ({ name, text: 'A' })),
    ...voters.slice(0, 20).map((name) => ({ name, text: 'b' })),
  );
  player.take();
  await player.say({ name: '联络员', text: '/投票 P1' });
  const [{ outgoing } = { outgoing: undefined }] = player.take();
  expect(outgoing?.text).toMatch(/A 清洁 40票.*B 义诊 20票.*共 60 人投票/s);
});
