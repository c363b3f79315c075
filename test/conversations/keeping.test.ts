import { describe, expect, test } from 'vitest';
import type { Collection } from '../../src/core/collection.ts';
import { attendance, signups } from '../../src/features/activities/records/index.ts';
import { requestEntries, requests } from '../../src/features/requests/records/index.ts';
import { play } from '../../tools/play/play.ts';
import { firstGroup } from '../../tools/play/stage.ts';
import { conversation, example, playersInMemory } from '../support/conversation.ts';

describe('keeping times', () => {
  conversation(
    'the convenor sees and changes them in words',
    `
召集人（私聊）：/设置 保存
机器人→周敏：办完以后保存多久（到期每天自动清）：
　　需求 2年、活动 2年、投票 2年、来信 2年、服务 1年、项目 3年、计数 3年、公告 1年、操作记录 2年、尝试 90天
　　要改，例：/设置 保存 需求 1年
召集人（私聊）：/设置 保存 需求 半年
机器人→周敏：没看懂，没有改。可以改需求、活动、投票、来信、服务、项目、计数、公告、操作记录、尝试，30 天到 10 年，例：/设置 保存 需求 1年
召集人（私聊）：/设置 保存 需求 3天
机器人→周敏：没看懂，没有改。可以改需求、活动、投票、来信、服务、项目、计数、公告、操作记录、尝试，30 天到 10 年，例：/设置 保存 需求 1年
召集人（私聊）：/设置 保存 需求 六十天
机器人→周敏：改好了：需求办完保存60天。看全部请发「/设置 保存」
王五（私聊）：/隐私
机器人→王五：天星社区区域化党建联盟的小联记什么：您的名字、账号、单位角色，您报的名、签的到、提的需求、投的票和发来的照片。闲聊不记。
　　为什么：安排活动、办事情、记下谁做了什么。
　　谁看得到：群里看到名字和进展，电话证件号打码；办的人在私聊里看全文；公告、公告栏写名字要您同意（/署名）。
　　放多久：办完后项目、计数 3年；活动、投票、来信、操作记录 2年；服务、公告 1年；尝试 90天；需求 60天；临时的 2 天。到期自动清（召集人可改）。
　　放在哪：联盟自己的机器，没有加密，管机器的人看得到。只经过您用的聊天平台，不给别人。
　　看自己的请发「/我的」，要文件私聊发「/我的 文件」，要删除私聊发「/忘记我」
召集人（私聊）：/记录 保存时间
机器人→周敏：操作记录·保存时间（1 条，新的在前，改不了）：
　　11月16日（周一）9:00 周敏 保存时间 需求 730→60（私聊）
　　只看一种请发「/记录 角色」，只看一个人请发「/记录 姓名」
联络员：/设置 保存 需求 1年
机器人：*召集人*
`,
  );
});

test('what was kept for its time goes by itself, what is not over stays', async () => {
  const player = await playersInMemory();
  const say = (script: string) => play(script, player, firstGroup({ file: example }));
  await say(`
召集人（私聊）：/设置 保存 需求 60天
召集人（私聊）：/设置 保存 活动 60天
吴霞：需求 3号楼灯坏了
吴霞：需求 5号楼水管坏了
吴霞：撤回 1
联络员：/活动 20日9点 讲座
张伟：+1 E1
【2026-11-20 09:05】
联络员：/到 E1 张伟
`);
  const kept = async () => {
    const records = await player.records();
    const all = [requests, requestEntries, signups, attendance] as readonly Collection[];
    return all.map((one) => records.all(one).length);
  };
  expect(await kept()).toEqual([2, 3, 1, 1]);
  await say('【2027-01-10 12:00】');
  expect(await kept()).toEqual([2, expect.any(Number), 1, 1]);
  await say('【2027-01-25 12:00】');
  const [left] = await kept();
  expect(left).toBe(1);
  expect((await kept()).slice(2)).toEqual([0, 0]);
  const [open] = (await player.records()).all(requests);
  expect(open?.number).toBe(2);
  expect((await player.records()).where(requestEntries, open?.id ?? '')).not.toEqual([]);
});
