import { expect, test } from 'vitest';
import { broadcasts } from '../../src/core/records.ts';
import { groups } from '../../src/identity/alliance/index.ts';
import { addressOf, TelegramStage } from '../support/telegram.ts';

const channel = { id: -1003000000000, type: 'channel', title: '频道' };

test.each([
  ['a command for another bot', '/help@other_bot', {}],
  ['ordinary talk', '签到的事大家别忘了', {}],
  [
    'a forwarded command',
    '+1',
    { forward_origin: { type: 'hidden_user', sender_user_name: '张伟', date: 1 } },
  ],
  ['what came through another bot', '+1', { via_bot: { id: 5, is_bot: true, first_name: 'gif' } }],
  ['another bot', '+1', { from: { id: 77, is_bot: true, first_name: 'bot' } }],
  ['a post of the group’s own channel', '+1', { sender_chat: channel, is_automatic_forward: true }],
])('silence at %s', async (_, text, more) => {
  const stage = await TelegramStage.open({ hearsAll: true });
  await stage.say('张伟', text, stage.group, more);
  expect(stage.shown()).toEqual([]);
});

test.each(['/list@lianluo_bot', '/LIST@Lianluo_Bot', '／名单', '@lianluo_bot 名单', '名单'])(
  '%s is heard',
  async (text) => {
    const stage = await TelegramStage.open({ hearsAll: true });
    await stage.say('张伟', text);
    expect(stage.shown()).toHaveLength(1);
  },
);

test('an edit never runs a command again, also where the server still sends edits', async () => {
  const stage = await TelegramStage.open({ hearsAll: true });
  const edit = {
    ...stage.server.say(stage.user('张伟'), '名单', stage.group),
    text: '/help',
    edit_date: 1,
  };
  await stage.settle();
  stage.server.update('edited_message', edit);
  await stage.say('张伟', '早');
  expect(stage.shown()).toHaveLength(1);
});

test('who writes as a channel is nobody, too', async () => {
  const stage = await TelegramStage.open({ hearsAll: true });
  const mask = {
    from: { id: 136817688, is_bot: true, first_name: 'Channel' },
    sender_chat: channel,
  };
  await stage.say('张伟', '名单', stage.group, mask);
  expect(stage.shown()).toEqual([
    '匿名发言我看不出是谁。是您本人的话请点下面的按钮，或关掉匿名再发一次',
  ]);
});

test('an answer stays in the topic that it was asked in, also when the topic is closed meanwhile', async () => {
  const stage = await TelegramStage.open({ hearsAll: true });
  stage.group.topics.add(7);
  await stage.say('张伟', '名单', stage.group, { message_thread_id: 7, is_topic_message: true });
  expect(stage.server.last(stage.group)['message_thread_id']).toBe(7);
  stage.group.topics.delete(7);
  await stage.say('张伟', '日程', stage.group, { message_thread_id: 7, is_topic_message: true });
  expect(stage.server.last(stage.group)['message_thread_id']).toBeUndefined();
  // A reply in the general part carries a thread that is no topic.
  await stage.say('张伟', '日程', stage.group, { message_thread_id: 9 });
  expect(stage.shown()).toHaveLength(3);
});

test('an answer to somebody’s words makes a request of them, an answer to the bot does not', async () => {
  const stage = await TelegramStage.open({ hearsAll: true });
  const broken = stage.server.say(stage.user('王五'), '3号楼门禁坏了', stage.group);
  await stage.settle();
  await stage.say('张伟', '/需求', stage.group, { reply_to_message: broken });
  expect(stage.shown()).toEqual([expect.stringMatching(/^#1 3号楼门禁坏了\n.* · 王五 /)]);
  await stage.say('张伟', '/需求', stage.group, {
    reply_to_message: stage.server.last(stage.group),
  });
  expect(stage.shown().at(-1)).toMatch(/^什么地方、什么事？/);
});

test('an answer to a card of the bot is about what the card is about', async () => {
  const stage = await TelegramStage.open();
  await stage.passTo('2026-11-22 18:00');
  await stage.say('李雪梅', '/activity 28日9点 清洁家园', stage.group);
  const about = (title: string) =>
    stage.group.messages.findLast(({ text = '' }) => text.includes(title));
  const notice = about('E1 服务日');
  await stage.say('张伟', '+1', stage.group, { reply_to_message: about('E2 清洁家园') });
  await stage.say('李娟', '+1', stage.group, { reply_to_message: notice });
  expect(about('E2 清洁家园')?.text).toContain('报名：张伟\n');
  expect(about('E1 服务日')?.text).toContain('报名：李娟\n');
  // Of a message about both, the part that is chosen.
  const both = { ...notice, text: 'E1 服务日\nE2 清洁家园' };
  await stage.say('赵磊', '+1', stage.group, {
    reply_to_message: both,
    quote: { text: 'E2 清洁家园', position: 0 },
  });
  expect(about('E2 清洁家园')?.text).toContain('张伟、赵磊\n');
  const said = stage.shown().length;
  await stage.say('李娟', '谢谢', stage.group, { reply_to_message: notice });
  expect(stage.shown()).toHaveLength(said);
});

test('with privacy mode on the group is told once what is not heard there', async () => {
  const stage = await TelegramStage.open();
  await stage.say('张伟', '名单');
  expect(stage.shown()).toEqual([]);
  await stage.say('张伟', '/list');
  await stage.say('张伟', '/agenda');
  await stage.restart();
  await stage.say('张伟', '/agenda@lianluo_bot');
  const told = stage.shown().filter((text) => text.startsWith('我在这个群里只听得到'));
  expect([told.length, stage.shown().length]).toEqual([1, 4]);
  stage.group.bot = 'administrator';
  await stage.restart();
  await stage.say('张伟', '名单');
  expect(stage.shown()).toHaveLength(5);
  expect(stage.server.problems).toEqual([]);
});

function becomes(stage: TelegramStage, status: 'kicked' | 'member') {
  stage.group.bot = status;
  stage.server.update('my_chat_member', {
    chat: stage.group.chat,
    from: stage.user('周敏'),
    date: 1,
    old_chat_member: { status: 'member', user: stage.server.bot },
    new_chat_member: {
      status,
      user: stage.server.bot,
      ...(status === 'kicked' ? { until_date: 0 } : {}),
    },
  });
  return stage.settle();
}

test('thrown out: no broadcast is tried, the convenor knows; heard from again: they go on', async () => {
  const stage = await TelegramStage.open({ hearsAll: true });
  await stage.sayPrivately('周敏', '/help');
  await becomes(stage, 'kicked');
  expect(stage.shown(stage.server.with(stage.user('周敏'))).at(-1)).toContain(
    '「联盟群」发不进去了',
  );
  const before = stage.server.requests.length;
  await stage.passTo('2026-11-22 18:05');
  expect(
    stage.server.requests.slice(before).filter(({ method }) => method === 'sendMessage'),
  ).toEqual([]);
  await becomes(stage, 'member');
  await stage.passTo('2026-11-25 07:31');
  expect(stage.shown()).toEqual([expect.stringContaining('【今天】E1')]);
});

test('that it was thrown out is also learnt from a failed send, and asked for no second time', async () => {
  const stage = await TelegramStage.open({ hearsAll: true });
  stage.group.bot = 'kicked';
  await stage.passTo('2026-11-25 07:31');
  const tried = stage.server.requests.filter(({ method }) => method === 'sendMessage');
  expect(tried).toHaveLength(1);
  stage.group.bot = 'member';
  await stage.say('张伟', '早');
  await stage.say('张伟', '+1');
  expect(stage.shown()).toHaveLength(1);
});

test.each(['told', 'told twice, in the other order', 'learnt from a failed send'])(
  'a group that becomes a supergroup stays the same group: %s',
  async (how) => {
    const stage = await TelegramStage.open({ hearsAll: true });
    await stage.passTo('2026-11-22 18:00');
    await stage.press('张伟', '报名 E1');
    const { group, server } = stage;
    const anew = server.group('联盟群');
    group.movedTo = anew.chat.id;
    const user = stage.user('周敏');
    const told = { text: undefined, migrate_to_chat_id: anew.chat.id };
    const from = { text: undefined, migrate_from_chat_id: group.chat.id };
    if (how !== 'learnt from a failed send') {
      if (how !== 'told') server.say(user, '', anew, from);
      server.say(user, '', group, told);
      await stage.settle();
    }
    await stage.passTo('2026-11-25 07:31');
    expect(stage.shown(anew)[0]).toContain('【今天】E1');
    await stage.say('李娟', '+1', anew);
    expect(stage.shown(anew).at(-1)).toContain('报名：张伟、李娟');
    const state = await stage.records((records) => ({
      groups: records.all(groups).map(({ address }) => address),
      states: records.all(broadcasts).map(({ state }) => state),
    }));
    expect(state).toEqual({ groups: [addressOf(server, anew)], states: ['sent', 'sent'] });
  },
);

test('the convenor binds a group by saying so in it', async () => {
  const stage = await TelegramStage.open();
  const anew = stage.server.group('志愿者群');
  await stage.say('张伟', '/here', anew);
  await stage.say('周敏', '/here@lianluo_bot', anew);
  await stage.passTo('2026-11-22 18:00');
  expect(stage.shown(anew).at(-1)).toContain('【还有 3 天】E1');
  const titles = await stage.records((records) => records.all(groups).map(({ title }) => title));
  expect(titles).toEqual(['联盟群', '志愿者群']);
  expect(stage.server.problems).toEqual([]);
});

test('where Telegram does not say what the bot hears in a group, that is not waited for long, and not again', async () => {
  const stage = await TelegramStage.open();
  stage.server.next('getChatMember', 'never');
  await stage.say('张伟', '/list');
  await stage.say('张伟', '/list');
  expect(stage.shown()).toHaveLength(2);
  expect(stage.server.requests.filter(({ method }) => method === 'getChatMember')).toHaveLength(1);
}, 10_000);
