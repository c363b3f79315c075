import { expect, test } from 'vitest';
import { minutes } from '../../src/features/activities/records/index.ts';
import { conversation, players } from '../support/conversation.ts';

conversation(
  'a check-in counts as when it was said, also when check-in has closed since',
  `
【2026-11-25 07:50】
张伟：+1
机器人：E1 报名 张伟。共 1/30 人
【2026-11-25 08:00】
召集人（私聊）：/口令 槐花
机器人→周敏：E1 的口令换成「槐花」了，旧的不再有效。请改现场的板子
【2026-11-25 10:30】
8:12 张伟：签到 槐花
机器人：E1 到场 1 人（张伟）。应到 1
张伟：签到 槐花
机器人：张伟 08:12 已经签到 E1 了，不用再签
【2026-11-25 11:30】
机器人：E1 服务日 签到结束
　　到场 1 人，应到 1 人
　　到场 1：张伟
　　联络员请写小结，例：小结 E1 清理楼道6处，惠及38人次
【2026-11-25 12:40】
李娟：签到 槐花
机器人：E1 的签到 *结束了*
8:20 李娟：+1
机器人：E1 报名 李娟。共 2/30 人
8:30 李娟：签到 槐花
机器人：E1 到场 2 人（李娟）。应到 2
9:30 赵磊：恒威 签到 槐花 5人
机器人：恒威的人数请恒威的人来报*
9:30 陈刚：恒威 签到 槐花 5人
机器人：E1 到场 5 人（恒威 5 人）。应到 2
10:50 李娟：/签退
机器人：E1 签退：李娟
8:40 王五：#接龙 服务日
　　1. 王五
　　2. 赵磊
机器人：E1 报名 王五、赵磊。共 4/30 人
11:40 吴霞：签到 槐花
机器人：E1 的签到 *结束了*
7:30 吴霞：签到 E1 槐花
机器人：E1 的签到 *结束了*
`,
);

conversation(
  'a vote counts that was cast before the end, and the groups are told the result anew',
  `
联络员：投票 25日服务日做什么 A 清洁家园 B 义诊 截止 今天18点
机器人：P1 25日服务日做什么*
张伟：A
机器人：P1 投票 张伟*
【2026-11-16 18:00】
机器人：P1 25日服务日做什么*还有 14 位没投*
机器人：P1 投票结束：25日服务日做什么
　　A 清洁家园 1票：张伟
　　B 义诊 0票
　　共 1 人投票
　　办成活动请联络员发「定 P1 A 25日9点」
李娟：A
（沉默）
17:50 李娟：B
机器人：（补记截止前投的票：李娟）P1 投票结束：25日服务日做什么
　　A 清洁家园 1票：张伟
　　B 义诊 1票：李娟
　　共 2 人投票
　　A、B 票数相同，请联络员定
　　办成活动请联络员发「定 P1 A 25日9点」
17:52 张伟：选 B
机器人：（补记截止前投的票：张伟）P1 投票结束：25日服务日做什么
　　A 清洁家园 0票
　　B 义诊 2票：张伟、李娟
　　共 2 人投票
　　办成活动请联络员发「定 P1 B 25日9点」
17:53 张伟：选 B
机器人：P1 您投的就是 B，已经算上了
17:55 李娟：退票 P1
机器人：（补记截止前投的票：李娟）P1 投票结束：25日服务日做什么
　　A 清洁家园 0票
　　B 义诊 1票：张伟
　　共 1 人投票
　　办成活动请联络员发「定 P1 B 25日9点」
18:00 赵磊：选 B
机器人：P1 已于*截止*
17:59 联络员：/结束投票 P1
机器人：P1 已于*截止*
联络员：定 P1 B 25日9点
机器人：E1 义诊*
17:58 赵磊：选 A
机器人：P1 已于*截止*
`,
);

conversation(
  'what was closed early counts no vote that was cast after it, and a secret poll none at all once it is over',
  `
联络员：投票 做什么 A 清洁 B 义诊 截止 今天18点
机器人：P1 做什么*
【2026-11-16 12:00】
联络员：/结束投票 P1
机器人：P1 投票结束*
12:30 张伟：选 A
机器人：P1 已于*12:00截止*
11:59 张伟：选 A
机器人：（补记截止前投的票：张伟）P1 投票结束*A 清洁 1票：张伟*
联络员：投票 去哪儿 A 东湖 B 西山 截止 今天18点 不记名
机器人：P2 去哪儿*
【2026-11-16 18:00】
机器人：P2 去哪儿*还有 15 位没投*
机器人：P2 投票结束*
17:50 张伟（私聊）：选 P2 A
机器人→张伟：P2 已于*截止*
`,
);

conversation(
  'taking back means what had been done when it was said',
  `
【2026-11-24 08:00】
联络员：需求 北门路灯不亮
机器人：#1*
【2026-11-24 09:00】
张伟：认领 1 周六上午
机器人：#1*
8:30 张伟：/撤销
机器人：您没有可以撤销的一步。看能做什么请发「/帮助」
8:40 张伟：+1
机器人：E1 报名 张伟*
9:01 张伟：/撤销
机器人：#1*
【2026-11-24 10:30】
10:20 李娟：认领 1 周日上午
机器人：#1*
10:24 李娟：/撤销
机器人：#1*
`,
);

test('what was entered is not entered again, weeks later too; what a platform repeated is forgotten after two days', async () => {
  const player = await players();
  const line = { name: '李娟', text: '需求 北门路灯不亮', when: '11-16 8:12', id: 'noted' };
  await player.say(line);
  expect(player.take().map(({ outgoing }) => outgoing.text)).toEqual([
    expect.stringContaining('#1'),
  ]);
  for (const day of ['2026-11-20 12:00', '2026-12-20 12:00']) {
    await player.passTo(day);
    await player.restart();
    player.take();
    await player.say(line);
    expect(player.take()).toEqual([]);
  }
});

test('a photo belongs to the words that were said within three minutes of it, however late both are entered', async () => {
  const player = await players();
  await player.passTo('2026-11-25 12:00');
  player.take();
  const photo = { name: '联络员', text: '', photos: 1 };
  await player.say({ ...photo, when: '11:31' }, { ...photo, when: '11:20' });
  await player.say({ name: '联络员', text: '小结 E1 清理楼道6处，惠及38人次', when: '11:33' });
  expect(player.take()[0]?.outgoing.text).toContain('照片✓');
  expect((await player.records()).all(minutes)[0]?.photos).toHaveLength(1);
});
