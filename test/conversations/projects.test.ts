import { expect, test } from 'vitest';
import { projects } from '../../src/features/projects/records.ts';
import { alsoRestarted, conversation, playersInMemory } from '../support/conversation.ts';

alsoRestarted(
  'gathered, chosen, taken on with parts, counted, done',
  `
【2026-11-26 10:05】
周敏：/项目 征集 2027年为民项目 12月10日止
机器人：【征集】2027年为民项目，12月10日（周四）止
　　想要什么请发，例：项目建议 每月一次义诊
王五：项目建议 健康直通车
机器人：J1 健康直通车（王五建议）
　　一样想要请发「J1 也是」
李娟：项目建议 健身操班
机器人：J2 健身操班（李娟建议）
　　一样想要请发「J2 也是」
王五：项目建议 开个太极拳班
机器人：J3 开个太极拳班（王五建议）
　　J3 和 J2 健身操班像，一样请发「J2 也是」
赵磊：J2 也是
机器人：J2 健身操班，2 人都想要
赵磊：J2 也是
机器人：J2 已经算上您了。看它请发「/项目 J2」
孙悦：认领 J1
机器人：J1 还是建议，入选了才能认领。一样想要请发「J1 也是」
孙悦：/入选 J1
机器人：*召集人*
周敏：/入选 J1 J2 J9
机器人：J9 选不了（没有这个建议，或已经定了），都没有动
周敏：/入选 J1 J2
机器人：2027年为民项目 征集 3 项，入选 2 项。认领请发「认领 J1 做什么」
机器人→李娟：您想要的 J2 健身操班 入选了，有单位认领了告诉您。看它请发「/项目 J2」
机器人→王五：您想要的 J1 健康直通车 入选了*
机器人→赵磊：您想要的 J2 健身操班 入选了*
周敏：/未入选 J3
机器人：为什么？会私下告诉提的人，例：未入选 J3 已经有物业在办
周敏：/未入选 J3 和健身操班并在一起
机器人：1 项没有入选，原因私下告诉提的人了。看认领表请发「/项目」
机器人→王五：您想要的 J3 开个太极拳班 这次没有入选：和健身操班并在一起。谢谢您，下次征集欢迎再提
孙悦：认领 J1 每月一次，药师2人
机器人：J1 健康直通车
　　认领 1 家：安康（每月一次，药师2人）
　　一起来请发「认领 J1 做什么」，说进展发「进度 J1 …」
机器人→王五：您想要的 J1 健康直通车 有人做了：安康。看它请发「/项目 J1」
林芳：认领 J1 场地和茶水，得：宣传
机器人：J1 健康直通车
　　认领 2 家：安康（每月一次，药师2人）、瑞丰（场地和茶水，得：宣传）
　　一起来请发「认领 J1 做什么」，说进展发「进度 J1 …」
孙悦：认领 J1 每月两次
机器人：J1 健康直通车
　　认领 2 家：瑞丰（场地和茶水，得：宣传）、安康（每月两次）
　　一起来请发「认领 J1 做什么」，说进展发「进度 J1 …」
李雪梅：/项目 J1 目标 12场
机器人：J1 记下了：目标 12 场。看它请发「/项目 J1」
王五：/项目
机器人：项目认领表 2 项：
　　J1 健康直通车（瑞丰、安康）
　　J2 健身操班（还没人认领）
　　2家单位认领了1大类1个项目
　　看一项请发「/项目 J1」
王五：进度 J1 我听说
机器人：这件事要成员来做。*
`,
);

conversation(
  'three on one project with their parts, and one with three projects',
  `
【2026-11-26 10:05】
李雪梅：/项目 新增 健康直通车 类别 健康
机器人：J1 *
李雪梅：/项目 新增 法律进楼道 类别 平安
机器人：J2 *
李雪梅：/项目 新增 金融课堂 类别 平安
机器人：J3 *
孙悦：认领 J1 义诊每月一次
机器人：J1 *
林芳：认领 J1 场地，给：会议室，得：宣传
机器人：J1 *
高远：认领 J1 医疗纠纷咨询
机器人：J1 健康直通车
　　认领 3 家：安康（义诊每月一次）、瑞丰（场地，给：会议室，得：宣传）、正言（医疗纠纷咨询）
　　一起来请发「认领 J1 做什么」，说进展发「进度 J1 …」
高远：认领 J2
机器人：J2 法律进楼道
　　认领 1 家：正言*
高远：认领 J3 反诈
机器人：J3 *
王五：/项目
机器人：项目认领表 3 项：
　　J1 健康直通车（安康、瑞丰、正言）
　　J2 法律进楼道（正言）
　　J3 金融课堂（正言）
　　3家单位认领了2大类3个项目
　　看一项请发「/项目 J1」
王五：/项目 平安
机器人：平安 2 项：
　　J2 法律进楼道（正言）
　　J3 金融课堂（正言）
　　看一项请发「/项目 J2」
`,
);

conversation(
  'what counts for a project, and for two',
  `
【2026-11-26 10:05】
李雪梅：/项目 新增 健康直通车 类别 健康 目标 12场
机器人：J1 健康直通车 列进认领表了
　　J1 健康直通车
　　健康 · 入选 · 目标 12 场
　　认领请发「认领 J1 做什么」
李雪梅：/项目 新增 助老
机器人：J2 助老 *
孙悦：认领 J1
机器人：J1 健康直通车
　　认领 1 家：安康*
王五：需求 3号楼2单元楼道灯坏了
机器人：#1 *
李雪梅：/活动 27日9点 义诊 @天星广场
机器人：E2 义诊 *
李雪梅：算 J1 E2 1
机器人：E2、#1 算进 J1：今年 0 场，目标 12 场
　　看一项请发「/项目 J1」
李雪梅：算 J1 E2
机器人：J1 里已经算上了。*
李雪梅：算 J2 E2
机器人：E2 算进 J2：今年 0 场
　　也算在 J1 里
　　看一项请发「/项目 J2」
李雪梅：算 J1 E9
机器人：没有 E9，没有算。看活动请发「/日程」，看需求发「/需求列表」
李雪梅：算 J1
机器人：哪场活动、哪件需求算进 J1？例：算 J1 E7 12
李雪梅：不算 J2 E2
机器人：E2 不算进 J2 了。看它请发「/项目 J2」
李雪梅：不算 J2 E2
机器人：J2 里没有算过这个。看它请发「/项目 J2」
`,
);

conversation(
  'an activity that was held counts with whom it served',
  `
【2026-11-16 10:05】
李雪梅：/项目 新增 健康直通车 目标 12场
机器人：J1 *
孙悦：认领 J1
机器人：J1 *
李雪梅：/活动 17日9点 义诊 @天星广场
机器人：E1 *
李雪梅：算 J1 E1
机器人：E1 算进 J1：今年 0 场，目标 12 场
　　看一项请发「/项目 J1」
【2026-11-17 12:00】
李雪梅：小结 E1 量血压92人次，惠及92人次
王五：/项目 J1
机器人：J1 健康直通车
　　其他 · 进行 · 目标 12 场
　　认领 1 家：安康
　　今年 1 场，惠及 92 人次
　　一起来请发「认领 J1 做什么」，说进展发「进度 J1 …」
`,
);

conversation(
  'the only claimant leaves',
  `
【2026-11-26 10:05】
李雪梅：/项目 新增 健康直通车
机器人：J1 *
孙悦：认领 J1 每月一次
机器人：J1 *
张伟：放弃 J1
机器人：J1 是认领 1 家：安康（每月一次）认领的*
孙悦：放弃 J1 人手不够
机器人：J1 安康退出了：人手不够，又等人认领
机器人→周敏：J1 健康直通车 只有安康认领，现在退出了。*
孙悦：放弃 J1
机器人：J1 现在是入选。认领请发「认领 J1 做什么」
孙悦：/撤销
机器人：*
孙悦：认领 J1
机器人：J1 *
孙悦：完成 J1 全年12场
机器人：J1 健康直通车 结项了：全年12场，谢谢大家
机器人→李雪梅：J1 健康直通车 结项了：全年12场，谢谢大家
孙悦：认领 J1
机器人：J1 现在是结项。看它请发「/项目 J1」
周敏：/中止 J1 场地收回了
机器人：J1 现在是结项。*
`,
);

conversation(
  'claimants are asked on the first what is planned, once a month',
  `
【2026-11-26 10:05】
李雪梅：/项目 新增 健康直通车
机器人：J1 *
孙悦：认领 J1 每月一次
机器人：J1 *
【2026-12-01 08:59】
【2026-12-01 09:01】
机器人→孙悦：J1 健康直通车 12月还没定日子
　　定请发「/活动 12日9点 健康直通车 @地点」再发「算 J1 E几」
　　这月不办请发「进度 J1 原因」
孙悦（私聊）：进度 J1 12月药师轮休，1月补两场
机器人→孙悦：J1 安康：12月药师轮休，1月补两场
`,
);

conversation(
  'pairs, and a household under a code name that no group reads',
  `
【2026-11-16 10:05】
王五：/结对
机器人：还没有结对。结一对请发「/结对 恒威 敬老院 每月」
李雪梅：/结对 恒威 敬老院 每月
机器人：J1 恒威和敬老院结对，每月走访一次，12月16日（周三）前去一次。去了请发「走访 J1 怎么样」
李雪梅：/结对 恒威 户 每月
机器人：和家庭结对不在群里说，请私聊我。我只记代号
李雪梅（私聊）：/结对 恒威 困难户 每两个月
机器人→李雪梅：J2 恒威和甲户结对，每 2 个月走访一次，2027年1月16日（周六）前去一次。去了请发「走访 J2 怎么样」
李雪梅：/结对 恒威
机器人：谁和谁、多久一次？*
陈刚：走访 J2 老人病了
机器人：没有 J2。看有哪些请发「/项目」
陈刚（私聊）：走访 J2 老人病了
机器人→陈刚：J2 走访甲户记下了，今年第 1 次，下次 2027年1月16日（周六）前
张伟（私聊）：/项目 J2
机器人→张伟：没有 J2。看有哪些请发「/项目」
王五：/结对
机器人：结对 1 对，走访 0 次：
　　J1 恒威—敬老院（12月16日（周三）前走访）
　　去过了请发「走访 J1 怎么样」
王五：/项目
机器人：还没有项目。*
陈刚：走访 J1 一起包了饺子
机器人：J1 走访敬老院记下了，今年第 1 次，下次 12月16日（周三）前
`,
);

conversation(
  'talk about projects is talk',
  `
【2026-11-16 10:05】
王五：项目建议书谁写的
（沉默）
王五：入选的人好多
（沉默）
王五：走访了一圈
（沉默）
王五：算 了吧
（沉默）
王五：中止 合同
（沉默）
`,
);

test('158 proposals, 49 chosen in rounds, 109 told why not', async () => {
  const player = await playersInMemory();
  const heard = async (name: string, text: string) => {
    player.take();
    await player.say({ name, text });
    return player.take().map(({ outgoing }) => outgoing.text);
  };
  await player.passTo('2026-11-26 10:05');
  await heard('周敏', '/项目 征集 2027年为民项目 12月10日止');
  for (let at = 1; at <= 158; at++)
    await heard('王五', `项目建议 第${at}件事 ${'甲乙丙丁戊'[at % 5]}`);
  await heard('周敏', '/项目 征集 结束');
  await heard('周敏', '/项目 投票 选49 截止 明天10点05分');
  for (let round = 0; round < 14; round++) {
    await heard('张伟', '选 A B C D');
    await heard('李娟', '选 A B C');
    await player.pass(player.clock.now() + 24 * 3_600_000 + 60_000);
  }
  const all = () => player.records().then((records) => records.all(projects));
  const votes = (await all()).map((one) => one.votes ?? -1);
  expect([2, 1, 0, -1].map((count) => votes.filter((one) => one === count).length)).toEqual([
    42, 14, 102, 0,
  ]);
  expect(await heard('周敏', '/入选 前49')).toEqual([expect.stringContaining('票数一样（1 票）')]);
  expect((await heard('周敏', '/入选 前42'))[0]).toContain('征集 158 项，入选 42 项');
  const next = (await all()).filter(({ votes: count }) => count === 1).slice(0, 7);
  await heard('周敏', `/入选 ${next.map(({ number }) => `J${number}`).join(' ')}`);
  const told = await heard('周敏', '/未入选 其余 票数不够');
  expect(told.filter((text) => text.startsWith('109 项没有入选'))).toHaveLength(1);
  expect(told.filter((text) => text.includes('这次没有入选：票数不够'))).toHaveLength(109);
  const states = (await all()).map(({ state }) => state);
  expect(
    ['chosen', 'refused'].map((one) => states.filter((state) => state === one).length),
  ).toEqual([49, 109]);
});

test('the sentence of the table comes out of its rows', async () => {
  const player = await playersInMemory();
  await player.passTo('2026-11-16 10:05');
  const units = ['陈刚', '孙悦', '林芳', '高远'];
  for (let at = 0; at < 12; at++) {
    await player.say({ name: '李雪梅', text: `/项目 新增 项目第${at}号 类别 ${'甲乙丙'[at % 3]}` });
    for (const name of units.slice(0, at % 5))
      await player.say({ name, text: `认领 J${at + 1} 一份` });
  }
  player.take();
  await player.say({ name: '王五', text: '/项目' });
  const [said] = player.take().map(({ outgoing }) => outgoing.text);
  const rows = (await player.records()).all(projects).filter(({ claims }) => claims.length > 0);
  const distinct = (values: readonly (string | undefined)[]) => new Set(values).size;
  const parties = rows.flatMap(({ claims }) => claims.map(({ unit }) => unit));
  const categories = rows.map(({ category }) => category);
  expect(said).toContain(
    `${distinct(parties)}家单位认领了${distinct(categories)}大类${rows.length}个项目`,
  );
});
