import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { jsonStore } from '../../adapters/store-json/index.ts';
import { conversation, players, temporaryFolder } from '../support/conversation.ts';

conversation(
  'slash, full-width slash, mention, other characters, glued, doubled blanks, invisible characters',
  `
联络员：/活动 明天下午3点 清洁家园
机器人：*
张伟：/名单
机器人：E1 清洁家园*
张伟：／名單
机器人：E1 清洁家园*
张伟：@小联 名单
机器人：E1 清洁家园*
张伟：名单　@小联
机器人：E1 清洁家园*
张伟：@小联，名单
机器人：E1 清洁家园*
张伟：/名单E1
机器人：E1 清洁家园*
张伟：/list@小联   E1
机器人：E1 清洁家园*
张伟：/LIST  ｅ１
机器人：E1 清洁家园*
张伟：\u200b/名\u200d单\u202e E1
机器人：E1 清洁家园*
张伟：空缺
机器人：E1 清洁家园*
`,
);

conversation(
  'a near miss gets the closest command, a wrong form one line and one example',
  `
张伟：/日成
机器人：没有「日成」，您是想说「日程」吗？是的话请回「是」
张伟：@小联 名但
机器人：没有「名但」，您是想说「名单」吗？是的话请回「是」
张伟：/sginup
机器人：没有「sginup」，您是想说「报名」吗？是的话请回「是」
联络员：/补签 E1
机器人：补签请写姓名和原因，例：补签 E1 张伟 手机没电
张伟：@小联 今天天气怎么样
机器人：这个我还不会。要帮忙请在群里找联络员陈刚；我会做的请看「/帮助」
王五（私聊）：今天真热
机器人→王五：这个我还不会。要帮忙请在群里找联络员李雪梅；我会做的请看「/帮助」
张伟：/帮助 签倒
机器人：/签到 [活动编号] [单位] [口令、人数]：到了现场签到，也可替单位报人数
　　也可以说：/checkin /到场
　　例：签到 槐花　恒威 签到 槐花 5人　/签到 E7 槐花
张伟：/帮助 做饭
机器人：没有「做饭」这个命令。看有哪些请发「/帮助」
`,
);

conversation(
  'silence for everything that is not certainly for the bot',
  `
联络员：/活动 明天下午3点 清洁家园
机器人：*
张伟：大家早上好
（沉默）
张伟：/list@another_bot
（沉默）
张伟：/somethingelse
（沉默）
张伟：报名的人多吗
（沉默）
张伟：名单我看过了
（沉默）
张伟：+1 这个活动真不错我要带上全家
（沉默）
张伟：-1度了好冷
（沉默）
张伟：100
（沉默）
张伟：[图片]
（沉默）
李娟：[图片]看看这个
（沉默）
`,
);

conversation(
  'what a guest may not do, and where',
  `
王五：/补签 E1 张伟 手机没电
机器人：这件事要联络员来做。看您能做什么请发「/帮助」
联络员：/邀请
机器人：请私聊我发「/邀请」
`,
);

const hostile = [
  '__proto__',
  'constructor',
  'toString',
  '👨‍👩‍👧‍👦',
  '\u202eevil\u202c',
  'ＡＢＣ',
  '<b>&amp;',
  "'; DROP",
];

test('names that are traps are names', async () => {
  const player = await players();
  await player.say({ name: '联络员', text: '/活动 明天下午3点 清洁家园' });
  for (const name of hostile) await player.say({ name, text: '+1' });
  await player.say({ name: '张伟', text: '/报名 __proto__ constructor hasOwnProperty' });
  await player.restart();
  player.take();
  await player.say({ name: '张伟', text: '名单' });
  const text = player.take()[0]?.outgoing.text ?? '';
  expect(text).toContain(
    "报名：__proto__、constructor、toString、👨‍👩‍👧‍👦、evil、ＡＢＣ、<b>&amp;、'; DROP、hasOwnProperty",
  );
  expect(text).toContain('已报 9 人');
});

test('a name of 10,000 characters is cut where it is shown, and refused where it is given', async () => {
  const player = await players();
  await player.say({ name: '联络员', text: '/活动 明天下午3点 清洁家园' });
  player.take();
  await player.say({ name: '长'.repeat(10_000), text: '+1' });
  expect(player.take()[0]?.outgoing.text).toBe(`E1 报名 ${'长'.repeat(20)}…。共 1 人`);
  await player.say({ name: '张伟', text: `/报名 ${'名'.repeat(10_000)}` });
  expect(player.take()[0]?.outgoing.text).toBe('名字太长了，请写 20 个字以内，例：+1 张三');
  await player.say({ name: '张伟', text: `+1 ${'名'.repeat(10_000)}` });
  expect(player.take()).toEqual([]);
});

test('ordinary talk leaves the store byte for byte as it was', async () => {
  const folder = temporaryFolder();
  const player = await players({ openStore: () => jsonStore({ folder, log: silentLog }) });
  await player.say({ name: '张伟', text: '日程' });
  const before = contentOf(folder);
  for (const text of [
    '大家早上好',
    '今天谁去开会？',
    '报名的人多吗',
    '1',
    '/otherbot',
    'https://example.com',
    '👍',
  ])
    await player.say({ name: '张伟', text }, { name: '路人', text });
  expect(contentOf(folder)).toEqual(before);
});

function contentOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files
    .map((file) => join(file.parentPath, file.name))
    .filter((path) => !path.includes('lock.sqlite'));
  return Object.fromEntries(paths.map((path) => [path, readFileSync(path, 'utf8')]));
}

test('a repeated message changes nothing and is not answered again', async () => {
  const player = await players();
  await player.say({ name: '联络员', text: '/活动 明天下午3点 清洁家园' });
  await player.say({ name: '张伟', text: '+2', id: 'm-1' });
  expect(player.take()).toHaveLength(2);
  await player.say(
    { name: '张伟', text: '+2', id: 'm-1' },
    { name: '张伟', text: '+2', id: 'm-1' },
  );
  await player.restart();
  await player.say({ name: '张伟', text: '+2', id: 'm-1' });
  expect(player.take()).toEqual([]);
  await player.say({ name: '张伟', text: '名单' });
  expect(player.take()[0]?.outgoing.text).toContain('已报 2 人');
});

conversation(
  'help is one screen by topics, what somebody can do here and no more',
  `
王五：/帮助
机器人：我是小联，可以这样说：
　　报名签到：/活动　+1　-1　请假 E7　名单　签到 槐花
　　报事认领：需求 …　心愿 …　民情 …　/需求列表　满意 12　未解决 …
　　日程安排：日程
　　投票公告：投票 …　选 A
　　单位和人：/加入单位 …
　　其他：/我的　/找谁　/隐私　/署名 公开　/撤销
　　还有更多：发「/帮助 报名签到」看一类，发「/帮助 签到」看一条
王五：/帮助 单位和人
机器人：单位和人，可以这样说：
　　/加入单位 恒威　申请做一个单位的成员
　　想知道某一条怎么用，请发「/帮助 签到」
`,
);
