import { expect, test } from 'vitest';
import { example, players } from '../support/conversation.ts';

const group = '联盟群';

test('where messages cannot be edited, changes are collected and answered once with the total', async () => {
  const player = await players({ platforms: ['wechat'] });
  const say = (name: string, text: string) => player.say({ name, text, platform: 'wechat', group });
  await say('联络员', '/活动 明天下午3点 清洁家园');
  await player.pass(player.clock.now() + 60_000);
  player.take();
  await say('张伟', '+1');
  await player.pass(player.clock.now() + 15_000);
  await say('李娟', '+2');
  await player.pass(player.clock.now() + 15_000);
  expect(player.take()).toEqual([]);
  await player.restart();
  await player.pass(player.clock.now() + 10_000);
  expect(player.take().map(({ outgoing }) => outgoing.text)).toEqual([
    'E1 报名 张伟、李娟(2人)。共 3 人',
  ]);
});

test('a stream of changes does not put the answer off for longer than a minute', async () => {
  const player = await players({ platforms: ['wechat'] });
  const say = (name: string, text: string) => player.say({ name, text, platform: 'wechat', group });
  await say('联络员', '/活动 明天下午3点 清洁家园');
  await player.pass(player.clock.now() + 60_000);
  player.take();
  for (let second = 0; second < 70; second += 10) {
    await say(`居民${second}`, '+1');
    await player.pass(player.clock.now() + 10_000);
  }
  const texts = player.take().map(({ outgoing }) => outgoing.text);
  expect(texts).toEqual(['E1 报名 居民0、居民10、居民20、居民30、居民40、居民50。共 6 人']);
});

test('where messages can be edited one card is kept up to date, over a restart too', async () => {
  const player = await players({ platforms: ['telegram'] });
  const say = (name: string, text: string) =>
    player.say({ name, text, platform: 'telegram', group });
  await say('联络员', '/活动 明天下午3点 清洁家园');
  const [first] = player.take();
  expect(first?.outgoing.replaces).toBeUndefined();
  await say('张伟', '+1');
  await player.restart();
  await say('李娟', '+1');
  await player.pass(player.clock.now() + 3_000);
  const replies = player.take();
  expect(new Set(replies.map(({ outgoing }) => outgoing.replaces)).size).toBe(1);
  expect(replies[0]?.outgoing.replaces).toBeDefined();
  expect(replies.at(-1)?.outgoing.text).toContain('报名：张伟、李娟');
});

test('one activity on two platforms: one number, one list, each card in its own form', async () => {
  const player = await players({ platforms: ['wechat', 'telegram'] });
  await player.say({
    name: '联络员',
    text: '/活动 明天下午3点 清洁家园',
    platform: 'telegram',
    group,
  });
  player.take();
  await player.say({ name: '张伟', text: '+1', platform: 'wechat', group });
  await player.pass(player.clock.now() + 60_000);
  const replies = player
    .take()
    .map(({ outgoing }) => [outgoing.to.platform, outgoing.text.split('\n').at(-2)]);
  expect(replies).toContainEqual(['telegram', '报名：张伟']);
  expect(replies.some(([platform]) => platform === 'wechat')).toBe(true);
});

test('each group is spoken to in its own language', async () => {
  const groups = [
    { title: '联盟群', language: 'zh' as const },
    { title: '聯盟群', language: 'zh-Hant' as const },
    { title: 'Alliance', language: 'en' as const },
  ];
  const player = await players({ file: { ...example, groups } });
  await player.passTo('2026-11-22 18:00');
  const said = new Map(player.take().map(({ outgoing }) => [outgoing.to.chat, outgoing.text]));
  expect(said.get('联盟群')).toContain('参加请发「+1」');
  expect(said.get('聯盟群')).toContain('參加請發「+1」');
  expect(said.get('Alliance')).toMatch(
    /^\[In 3 days\] E1 服务日, Wed 25 Nov, 9:00–11:00\nPlace: 天星广场\n0\/30 signed up\n/,
  );
  await player.say({ name: '张伟', text: '+1', group: 'Alliance' });
  expect(player.take()[0]?.outgoing.text).toBe('E1: 张伟 signed up. 1/30 in all');
});
