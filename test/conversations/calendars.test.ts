import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { type Player, play } from '../../tools/play/kit.ts';
import { example, playersInMemory } from '../support/conversation.ts';

/** The events of the file that somebody gets, as another library reads them. */
async function eventsFor(player: Player, name: string, text: string, group?: string) {
  player.take();
  await player.say({ name, text, ...(group === undefined ? { private: true } : { group }) });
  const [file] = player.take().flatMap(({ outgoing }) => outgoing.attachments ?? []);
  const calendar = new ICAL.Component(ICAL.parse(new TextDecoder().decode(file?.bytes)));
  return calendar.getAllSubcomponents('vevent').map((one) => {
    const event = new ICAL.Event(one);
    return {
      uid: event.uid,
      summary: event.summary,
      sequence: event.sequence,
      start: event.startDate.toJSDate().toISOString(),
      status: one.getFirstPropertyValue('status'),
    };
  });
}

test('a day that is moved or called off has its id, and a higher number, in the next file', async () => {
  const player = await playersInMemory();
  await play('联络员：/活动 28日9点 清洁家园\n联络员：/活动 29日9点 义诊', player, '联盟群');
  const before = await eventsFor(player, '张伟', '/日程 文件');
  const [clean, clinic] = ['E1 清洁家园', 'E2 义诊'].map((title) =>
    before.find(({ summary }) => summary === title),
  );
  expect(clean?.start).toBe('2026-11-28T01:00:00.000Z');
  await player.passTo('10:00');
  await play('联络员：/改期 E1 28日14点\n联络员：/取消 E2 下雨', player, '联盟群');
  const after = await eventsFor(player, '张伟', '/日程 文件');
  const moved = after.find(({ uid }) => uid === clean?.uid);
  const cancelled = after.find(({ uid }) => uid === clinic?.uid);
  expect(moved?.start).toBe('2026-11-28T06:00:00.000Z');
  expect(moved?.sequence).toBeGreaterThan(clean?.sequence ?? 0);
  expect(cancelled).toMatchObject({ status: 'CANCELLED', summary: 'E2 义诊' });
  expect(cancelled?.sequence).toBeGreaterThan(clinic?.sequence ?? 0);
});

test('one’s own file holds what one has signed up for, and what of it was called off', async () => {
  const player = await playersInMemory();
  await play('联络员：/活动 28日9点 清洁家园\n联络员：/活动 29日9点 义诊', player, '联盟群');
  await play('张伟：报名 E2', player, '联盟群');
  const own = await eventsFor(player, '张伟', '/日程 我的');
  expect(own.map(({ summary, status }) => [summary, status])).toEqual([['E2 义诊', null]]);
  await play('联络员：/取消 E2 下雨', player, '联盟群');
  const after = await eventsFor(player, '张伟', '/日程 我的');
  expect(after.map(({ uid, status }) => [uid, status])).toEqual([[own[0]?.uid, 'CANCELLED']]);
  player.take();
  await player.say({ name: '李娟', text: '/日程 我的', private: true });
  expect(player.take()[0]?.outgoing.text).toContain('您还没有报名接下来的活动');
});

test('a group’s file holds what that group is for', async () => {
  const groups = [
    { title: '联盟群', language: 'zh' as const, kind: 'alliance' as const },
    { title: '党员群', language: 'zh' as const, kind: 'members' as const },
    { title: '居民群', language: 'zh' as const, kind: 'residents' as const },
  ];
  const player = await playersInMemory({ file: { ...example, groups } });
  await play(
    '联络员：/活动 28日9点 支部会 发到 党员群\n联络员：/活动 29日9点 防诈骗讲座 发到 居民群',
    player,
    '联盟群',
  );
  const titles = async (name: string, group: string) =>
    (await eventsFor(player, name, '/日程 文件', group)).map(({ summary }) => summary);
  expect(await titles('张伟', '党员群')).toContain('E1 支部会');
  expect(await titles('张伟', '党员群')).not.toContain('E2 防诈骗讲座');
  expect(await titles('王五', '居民群')).toContain('E2 防诈骗讲座');
  expect(await titles('王五', '居民群')).not.toContain('E1 支部会');
});
