import { expect, test } from 'vitest';
import { requests } from '../../src/features/requests/records/index.ts';
import { until } from '../support/until.ts';
import { PNG, WechatStage } from '../support/wechat.ts';
import { quoted } from '../support/wechat-gateway/index.ts';

test('a burst on a cold line is heard in the order in which it was said', async () => {
  const stage = await WechatStage.open();
  const names = [...stage.people.keys()].slice(0, 10);
  const texts = Array.from({ length: 30 }, (_, index) => `第${index}句`);
  for (const [index, text] of texts.entries())
    stage.gateway.say(stage.user(names[index % names.length] ?? ''), text, stage.room, {
      at: stage.clock.now(),
    });
  await until(() => stage.heard.length === 30, 'all heard');
  expect(stage.heard.map(({ text }) => text)).toEqual(texts);
});

test('one is called as one is called in the room', async () => {
  const stage = await WechatStage.open();
  stage.room.nicknames.set(stage.user('张伟'), '恒威-张伟');
  await stage.say('张伟', '在吗');
  expect(stage.heard).toMatchObject([
    { sender: { id: stage.user('张伟').id, name: '恒威-张伟' }, title: '联盟群' },
  ]);
});

test('a message that comes twice is heard once', async () => {
  const stage = await WechatStage.open();
  stage.gateway.repeat(await stage.say('张伟', '日程'));
  await stage.say('李娟', '在吗');
  expect(stage.heard).toHaveLength(2);
  expect(stage.said).toHaveLength(1);
});

test('the bot is mentioned by its name, by what it is called in the room, or with a slash; others are not the bot', async () => {
  const stage = await WechatStage.open();
  const { room, gateway } = stage;
  await stage.say('张伟', `${room.at(gateway.bot)}日程`, { mentions: [gateway.bot] });
  room.nicknames.set(gateway.bot, '联盟的小助手');
  await stage.say('张伟', `${room.at(gateway.bot)}日程`, { mentions: [gateway.bot] });
  await stage.say('张伟', '@联盟的小助手 日程');
  await stage.say('张伟', '/小联 日程');
  await stage.say('张伟', '@小联 日程');
  // Mentioned under a name it had before.
  await stage.say('张伟', '@老名字\u2005日程', { mentions: [gateway.bot] });
  expect(stage.said).toHaveLength(6);
  expect(new Set(stage.said).size).toBe(1);
  await stage.say('张伟', `${room.at(stage.user('李娟'))}日程什么时候定`, {
    mentions: [stage.user('李娟')],
  });
  expect(stage.said).toHaveLength(6);
});

test('quoted words are not the speaker’s own', async () => {
  const stage = await WechatStage.open();
  await stage.say('张伟', quoted('李娟', '@小联 日程', '这个怎么说'));
  await stage.say('张伟', quoted('周敏', '/角色 张伟 召集人', '哈哈'));
  expect(stage.said).toEqual([]);
  await stage.say('张伟', quoted('李娟', '3号楼2单元楼道灯坏了', '/需求'));
  await stage.settle(60);
  expect(stage.said.join('\n')).toContain('楼道灯坏了');
  expect(stage.heard.at(-1)).toMatchObject({
    text: '/需求',
    quoted: { sender: '李娟', text: '3号楼2单元楼道灯坏了' },
  });
});

test('who quotes the bot means what its words are about', async () => {
  const stage = await WechatStage.open();
  for (const text of ['需求 3号楼楼道灯坏了', '需求 北门积水']) await stage.say('王五', text);
  await stage.settle(60);
  const card = stage.said.find((text) => text.includes('#2 北门积水')) ?? '';
  await stage.say('陈刚', quoted('小联', card, '认领'));
  await stage.settle(60);
  expect(stage.said.at(-1)).toContain('#2「北门积水」恒威（陈刚）认领了');
});

test('what the bot says itself, here or on its phone, and what is no message is not acted on', async () => {
  const stage = await WechatStage.open();
  const at = stage.clock.now();
  stage.gateway.say(stage.gateway.bot, '日程', stage.room, { at });
  for (const type of [
    'RedEnvelope',
    'Transfer',
    'MiniProgram',
    'Recalled',
    'Url',
    'Emoticon',
    'Video',
  ] as const)
    stage.gateway.say(stage.user('张伟'), '日程', stage.room, {
      type,
      at,
      url: 'https://example.org',
    });
  await stage.say('张伟', '在吗');
  expect(stage.heard).toHaveLength(1);
  expect(stage.said).toEqual([]);
});

test('WeChat’s own chain is read as a pasted one', async () => {
  const stage = await WechatStage.open();
  await stage.passTo('2026-11-22 18:00');
  await stage.say('张伟', '#接龙\n25日服务日\n1. 张伟\n2. 王五 2人\n3. 李娟', {
    type: 'GroupNote',
  });
  await stage.settle(60);
  expect(stage.said.at(-1)).toContain('共 4/30 人');
});

test('photos belong to the request whose number comes before or after them, and to what was just said', async () => {
  const stage = await WechatStage.open();
  const photosOf = (number: number) =>
    stage.records(
      (records) => records.all(requests).find((one) => one.number === number)?.photos.length,
    );
  await stage.say('张伟', '需求 3号楼2单元楼道灯坏了');
  await stage.photo('张伟', PNG);
  expect(await photosOf(1)).toBe(1);
  await stage.say('张伟', '需求 5号楼门口积水');
  await stage.passTo('2026-11-22 17:10');
  await stage.photo('张伟', PNG);
  await stage.say('张伟', '1');
  expect(await photosOf(1)).toBe(2);
  await stage.passTo('2026-11-22 17:20');
  await stage.say('张伟', '2');
  await stage.photo('张伟', PNG);
  expect(await photosOf(2)).toBe(1);
  // Too late for either, and a number that is nobody's.
  await stage.passTo('2026-11-22 17:30');
  await stage.photo('张伟', PNG);
  await stage.say('李娟', '1');
  await stage.say('李娟', '一共 12 个');
  expect([await photosOf(1), await photosOf(2)]).toEqual([2, 1]);
});

test('a photo of a request is kept, and whoever takes it on gets it in private, with what it shows', async () => {
  const stage = await WechatStage.open();
  await stage.say('李娟', '需求 3号楼2单元楼道灯坏了');
  await stage.photo('李娟', PNG);
  await stage.sayPrivately('张伟', '/帮助');
  await stage.say('张伟', '认领 1 周六上午');
  await stage.settle(60);
  const file = await stage.gateway.nextFile(stage.user('张伟'));
  expect(file.bytes).toEqual(PNG);
  expect(stage.saidTo('张伟').at(-1)).toMatch(/↓ #1/);
  expect(stage.gateway.files(stage.room)).toEqual([]);
});

test('the bytes of a photo are fetched, and a message that is gone has none', async () => {
  const stage = await WechatStage.open();
  const bytes = Buffer.alloc(200_000, 7);
  const { id } = await stage.photo('张伟', bytes);
  expect(Buffer.from(await stage.chat.fetch(id))).toEqual(bytes);
  await expect(stage.chat.fetch('no such message')).rejects.toThrow();
});

test('the bot is taken out of a room and back: its broadcasts stop, the convenor knows', async () => {
  const stage = await WechatStage.open();
  const { gateway, room } = stage;
  gateway.leave(room, gateway.bot, stage.user('周敏'));
  await until(() => stage.noticed.some(({ kind }) => kind === 'gone'), 'noticed');
  await stage.passTo('2026-11-22 18:00');
  expect(stage.said).toEqual([]);
  gateway.join(room, gateway.bot, stage.user('周敏'));
  await until(() => stage.noticed.some(({ kind }) => kind === 'back'), 'noticed');
  await stage.passTo('2026-11-25 07:30');
  expect(stage.said).toEqual([expect.stringContaining('【今天】E1')]);
});
