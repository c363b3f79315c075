import { describe, expect, test } from 'vitest';
import type { Collection } from '../../src/core/collection.ts';
import { pipelineCollections } from '../../src/core/records.ts';
import { counts } from '../../src/features/counts/records.ts';
import { features } from '../../src/features/index.ts';
import { letters } from '../../src/features/letters/index.ts';
import { helpAsked, introductions, offers } from '../../src/features/offers/records.ts';
import { projectEntries, projects } from '../../src/features/projects/records.ts';
import { play } from '../../tools/play/play.ts';
import { firstGroup } from '../../tools/play/stage.ts';
import { conversation, example, playersInMemory } from '../support/conversation.ts';

describe('every collection', () => {
  const all = [
    ...features.flatMap(({ collections, directory }) => [...collections, ...directory]),
    ...pipelineCollections,
  ].map(({ name }) => name);
  const timed = features.flatMap(({ keeps = [] }) => keeps.map(({ collection }) => collection));
  const standing = features.flatMap((one) => (one.stays ?? []).flatMap((s) => s.collections));
  const declared = [...timed, ...standing].map(({ name }) => name);

  test('has a keeping time, or says why it has none', () => {
    expect(all.filter((name) => !declared.includes(name))).toEqual([]);
  });

  test('says so once, and nothing else does', () => {
    expect(declared.filter((name, at) => declared.indexOf(name) !== at)).toEqual([]);
    expect(declared.filter((name) => !all.includes(name))).toEqual([]);
  });
});

async function begun() {
  const player = await playersInMemory();
  const say = (script: string) => play(script, player, firstGroup({ file: example }));
  const numbers = async (collection: Collection) =>
    (await player.records()).all(collection).map((one) => (one as { number?: number }).number);
  return { player, say, numbers };
}

describe('what is over goes after its time, what is not stays:', () => {
  test('letters', async () => {
    const { say, numbers } = await begun();
    await say(`
召集人（私聊）：/设置 保存 来信 60天
张伟（私聊）：信箱 楼下太吵
李娟（私聊）：信箱 想学书法
召集人（私聊）：回 1 马上去看
张伟（私聊）：满意 1
【2027-01-10 12:00】`);
    expect(await numbers(letters)).toEqual([1, 2]);
    await say('【2027-01-18 12:00】');
    expect(await numbers(letters)).toEqual([2]);
  });

  test('offers', async () => {
    const { say, numbers, player } = await begun();
    await say(`
召集人（私聊）：/设置 保存 服务 60天
高远：/服务 法律咨询 每周二下午
高远：/服务 会议室 40人
高远：/服务 F1 撤
【2026-12-30 12:00】
高远：/服务 F2 停
【2027-01-10 12:00】`);
    expect(await numbers(offers)).toEqual([1, 2]);
    await say('【2027-01-18 12:00】');
    expect(await numbers(offers)).toEqual([2]);
    const records = await player.records();
    expect([records.all(helpAsked), records.all(introductions)]).toEqual([[], []]);
    // Withdrawn long after it was made, it has its whole time from then.
    await say('【2027-03-01 12:00】\n高远：/服务 F2 撤\n【2027-04-20 12:00】');
    expect(await numbers(offers)).toEqual([2]);
    await say('【2027-05-03 12:00】');
    expect(await numbers(offers)).toEqual([]);
  });

  test('projects, with their history', async () => {
    const { say, numbers, player } = await begun();
    await say(`
召集人（私聊）：/设置 保存 项目 60天
联络员：/项目 新增 楼道亮化
联络员：/项目 新增 四点半课堂
召集人：/中止 J1 没有经费
【2027-01-10 12:00】`);
    expect(await numbers(projects)).toEqual([1, 2]);
    await say('【2027-01-18 12:00】');
    expect(await numbers(projects)).toEqual([2]);
    const records = await player.records();
    const [left] = records.all(projects);
    expect(records.all(projectEntries).every(({ project }) => project === left?.id)).toBe(true);
  });

  test('counts, but for how things stand now', async () => {
    const { player, say } = await begun();
    await say(`
召集人（私聊）：/设置 保存 计数 60天
联络员：计数 健康教育 1次
联络员：计数 建档 100/68400
联络员：计数 建档 200/68400
【2027-01-10 12:00】`);
    const kept = async () => (await player.records()).all(counts).map(({ amount }) => amount);
    expect(await kept()).toEqual([1, 100, 200]);
    await say('【2027-01-18 12:00】');
    expect(await kept()).toEqual([200]);
  });
});

describe('what has gone with its time', () => {
  conversation(
    'is no correction of a report',
    `
召集人（私聊）：/设置 保存 活动 30天
召集人：计数 健康教育 3次
联络员：/活动 17日9点 讲座
【2026-11-17 09:05】
联络员：/到 E1 张伟 李娟
【2026-12-01 09:00】
召集人（私聊）：/月报 11月
机器人→周敏：*
召集人（私聊）：发
机器人→周敏：*
【2027-01-05 09:00】
召集人（私聊）：/月报 12月
机器人→周敏：【2026年12月月报】还没发，回「发」发到联盟群
　　活动 0 场，参与 0 人次（成员 0，居民 0）
　　到过场的 0 人，惠及 0 人次
　　需求 受理 0，解决 0
　　2026年12月共开展活动0场，提供服务0次，惠及居民0人次
　　怎么算的请发「/口径 惠及」
　　[文件 2026年12月月报-2026-12.docx]
`,
  );
});
