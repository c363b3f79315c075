import { describe, expect, test } from 'vitest';
import { nextPage, pageOf, readPage } from '../../src/core/pages.ts';
import { conversation, example, players } from '../support/conversation.ts';
import { ask } from '../support/read.ts';

describe('lists are paged to their end', () => {
  conversation(
    'activities, the agenda and the fixed days: the last line names the next page',
    `
联络员：/活动 18日15点 义诊
机器人：*
联络员：/活动 19日15点 磨刀
机器人：*
联络员：/活动 20日15点 理发
机器人：*
联络员：/活动 21日15点 清洁家园
机器人：*
联络员：/活动 22日15点 法律咨询
机器人：*
联络员：/活动 23日15点 防诈骗讲座
机器人：*
联络员：/活动 24日15点 捡烟头
机器人：*
张伟：/活动
机器人：近期活动：
　　E1 义诊 *
　　E2 磨刀 *
　　E3 理发 *
　　E4 清洁家园 *
　　E5 法律咨询 *
　　E6 防诈骗讲座 *
　　第 1/2 页，下一页请发「/活动 第2页」
张伟：/活动 第2页
机器人：近期活动：
　　E7 捡烟头 11月24日（周二）15:00–17:00，已报 0 人
　　看一个请发「/活动 E7」
张伟：/活动 第9页
机器人：近期活动：
　　E7 捡烟头 11月24日（周二）15:00–17:00，已报 0 人
　　看一个请发「/活动 E7」
召集人（私聊）：/规则 新增 义诊日 每月3日 9点
机器人→周敏：*
召集人（私聊）：/规则 新增 磨刀日 每月8日 9点
机器人→周敏：*
召集人（私聊）：/规则 新增 理发日 每月12日 9点
机器人→周敏：*
召集人（私聊）：/规则 新增 清洁日 每月14日 9点
机器人→周敏：*
召集人（私聊）：/规则 新增 读报日 每月28日 9点
机器人→周敏：*
张伟：/日程
机器人：接下来：
　　E1 义诊 *
　　E2 磨刀 *
　　E3 理发 *
　　E4 清洁家园 *
　　E5 法律咨询 *
　　E6 防诈骗讲座 *
　　第 1/4 页，下一页请发「/日程 第2页」
张伟：/日程 第2页
机器人：接下来：
　　E7 捡烟头 *
　　11月25日（周三）9:00–11:00 服务日
　　11月28日（周六）9:00–11:00 读报日
　　12月3日（周四）9:00–11:00 义诊日
　　12月5日（周六）14:30–16:00 学习日
　　12月8日（周二）9:00–11:00 磨刀日
　　第 2/4 页，下一页请发「/日程 第3页」
召集人（私聊）：/规则
机器人→周敏：固定日 7 个：
　　学习日：*
　　服务日：*
　　义诊日：*
　　磨刀日：*
　　理发日：*
　　清洁日：*
　　第 1/2 页，下一页请发「/规则 第2页」
召集人（私聊）：/规则 第2页
机器人→周敏：固定日 7 个：
　　读报日：*
　　*
`,
  );
});

test('many liaisons: a group reads the first, and how to see all', async () => {
  const unit = example.units[0]?.id ?? '';
  const many = Array.from({ length: 30 }, (_, at) => ({
    id: `helper-${at}`,
    name: `帮手${at}`,
    role: 'liaison' as const,
    unit,
  }));
  const player = await players({ file: { ...example, people: [...example.people, ...many] } });
  const inGroup = await ask(player, '周敏', '/角色', '联盟群');
  expect(inGroup).not.toContain('帮手29');
  expect(inGroup).toContain('看全部请私聊我发「/角色」');
  expect(await ask(player, '周敏', '/角色')).toContain('帮手29');
});

test('a page that is not there is the nearest that is', () => {
  expect(pageOf(12, 2, 5)).toEqual({ number: 2, pages: 3, from: 5, to: 10 });
  expect(pageOf(12, 9, 5)).toEqual({ number: 3, pages: 3, from: 10, to: 12 });
  expect(pageOf(12, 0, 5).number).toBe(1);
  expect(pageOf(0, 1, 5)).toEqual({ number: 1, pages: 1, from: 0, to: 0 });
  expect(nextPage(pageOf(5, 1, 5), '/项目')).toBeUndefined();
  expect(nextPage(pageOf(12, 2, 5), '/项目', '健康')?.zh).toContain('「/项目 健康 第3页」');
});

test('what is listed stands before the page', () => {
  expect(readPage('健康 第２页')).toEqual({ what: '健康', page: 2 });
  expect(readPage('第2页')).toEqual({ what: '', page: 2 });
  expect(readPage('第2页的人')).toEqual({ what: '第2页的人', page: 1 });
  expect(readPage('')).toEqual({ what: '', page: 1 });
});
