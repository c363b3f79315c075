import { expect, test } from 'vitest';
import { firstSetupCode } from '../../src/admin/index.ts';
import { put, type Records } from '../../src/core/collection.ts';
import { addressKey } from '../../src/core/records.ts';
import { attendance, signups } from '../../src/features/activities/records/index.ts';
import { groups } from '../../src/identity/alliance/index.ts';
import { codes } from '../../src/identity/codes/index.ts';
import { DIRECTORY } from '../../src/identity/directory-index.ts';
import { isSpokenFor, people } from '../../src/identity/people/index.ts';
import { accounts } from '../../src/identity/people/records.ts';
import { example } from '../support/conversation.ts';
import { Carried } from '../support/relay.ts';

const called = (records: Records, name: string) =>
  records.all(people).filter((person) => person.name === name);

async function onTheDay(options: Parameters<typeof Carried.open>[0] = {}): Promise<Carried> {
  const day = await Carried.open(options);
  await day.passTo('2026-11-22 18:01');
  day.notes();
  return day;
}

test('it is asked once whose a member’s name is, and remembered; then they have their rights and are no second person', async () => {
  const day = await onTheDay();
  expect(await day.paste('周敏：/公告 明天停水')).toEqual([]);
  expect(day.notes()).toEqual(['「周敏」是召集人周敏（社区）本人吗？是请回 y，不是请回 n']);
  expect((await day.answer('y'))[0]).toContain('明天停水');
  expect(day.notes()).toEqual(['✓ 收了 1 条，其中召集人周敏（社区） 1 条']);
  // From another window, after a restart, in other characters.
  await day.stop();
  await day.start();
  day.opened();
  await day.settle();
  day.notes();
  await day.paste('周 敏 11-22 18:05:00\n+1\n\n周敏（私聊）：/口令');
  expect(day.notes()).toEqual(['✓ 收了 2 条，其中召集人周敏（社区） 2 条']);
  expect(await day.records((records) => called(records, '周敏'))).toHaveLength(1);
  expect(await day.records((records) => records.all(signups).map(({ person }) => person))).toEqual([
    'zhou-min',
  ]);
});

test('who is not vouched for is a guest of that name, for good, and no member', async () => {
  const day = await onTheDay();
  await day.paste('周敏：/公告 明天停水\n张伟：+1');
  expect(await day.answer('n')).toEqual([expect.stringContaining('这件事要联络员来做')]);
  expect(await day.answer('N')).toEqual(['【群：联盟群】\nE1 报名 张伟。共 1/30 人']);
  day.notes();
  day.opened();
  await day.paste('周敏（私聊）：/口令\n张伟：/我的码');
  expect(day.notes().join('\n')).not.toContain('本人吗');
  expect(day.taken().join('\n')).not.toContain('口令是');
  const roles = await day.records((records) =>
    ['周敏', '张伟'].flatMap((name) => called(records, name).map(({ role }) => role)),
  );
  expect(roles).toEqual(['convenor', 'guest', 'member', 'guest']);
});

test('nobody is asked where nobody can answer; who is vouched for later takes along what they did until then', async () => {
  const piped = { silent: true as const };
  const day = await onTheDay(piped);
  expect(await day.paste('张伟：+2\n周敏：/公告 停水')).toHaveLength(2);
  expect(await day.records((records) => called(records, '张伟').map(({ role }) => role))).toEqual([
    'member',
    'guest',
  ]);
  // The same store, and now somebody sits in front of it.
  Object.assign(piped, { silent: undefined });
  day.opened();
  await day.paste('张伟：名单');
  expect(day.notes()).toContain('「张伟」是成员张伟（恒威）本人吗？是请回 y，不是请回 n');
  expect((await day.answer('y')).at(-1)).toContain('报名：张伟(2人)');
  expect(await day.records((records) => called(records, '张伟').map(({ role }) => role))).toEqual([
    'member',
  ]);
  expect(
    await day.records((records) =>
      records.all(signups).map(({ person, party }) => [person, party]),
    ),
  ).toEqual([['zhang-wei', 2]]);
});

test('of several of one name it is asked which one it is', async () => {
  const another = { id: 'zhang-wei-2', name: '张伟', role: 'liaison' as const, unit: 'ankang' };
  const day = await onTheDay({ file: { ...example, people: [...example.people, another] } });
  await day.paste('张伟：+1');
  expect(day.notes()).toEqual([
    '「张伟」是哪一位？1 成员张伟（恒威），2 联络员张伟（安康）。请回数字，都不是请回 n',
  ]);
  expect(day.carrier.answer('y')).toBe(false);
  expect(day.carrier.answer('3')).toBe(false);
  await day.answer('2');
  expect(await day.records((records) => records.all(signups).map(({ person }) => person))).toEqual([
    'zhang-wei-2',
  ]);
  expect(day.notes()).toEqual(['✓ 收了 1 条，其中联络员张伟（安康） 1 条']);
});

test('what comes after the one who is asked about waits, in its order', async () => {
  const day = await onTheDay();
  await day.passTo('2026-11-23 10:00');
  await day.paste('王五：需求 北门路灯不亮\n李雪梅：/指派 1 恒威 周五前\n王五：撤回 1');
  expect(day.notes()).toEqual(['「李雪梅」是联络员李雪梅（社区）本人吗？是请回 y，不是请回 n']);
  expect(day.carrier.isDone).toBe(false);
  const shown = await day.answer('是');
  expect(shown.join('\n')).toMatch(/恒威.*撤回/s);
  expect(day.carrier.isDone).toBe(true);
});

test('what they do by hand and from their own account is one person’s', async () => {
  const day = await onTheDay();
  const say = (text: string) =>
    day.app.receive({
      address: { platform: 'wechat', account: 'wechat', kind: 'group', chat: '联盟群' },
      id: text,
      sender: { id: '张伟', name: '张伟' },
      text,
      at: day.clock.now(),
      addressed: false,
      botNames: ['小联'],
      photos: [],
    });
  await say('+1');
  await day.settle();
  await day.paste('张伟：+1');
  expect((await day.answer('y')).join('\n')).toContain('张伟已经报了 E1');
  await day.passTo('2026-11-25 08:30');
  await day.paste('周敏（私聊）：/口令 不用');
  await day.answer('y');
  await day.paste('8:12 张伟：签到');
  await say('签到');
  await day.settle();
  expect(
    await day.records((records) =>
      records.all(attendance).map(({ person, state }) => [person, state]),
    ),
  ).toEqual([['zhang-wei', 'present']]);
});

test('a guest who was named by others is that guest', async () => {
  const day = await onTheDay();
  await day.paste('钱多多：+1 王大妈');
  await day.paste('王大妈：-1');
  expect(day.notes().join('\n')).not.toContain('本人吗');
  expect(await day.records((records) => records.all(signups).map(({ state }) => state))).toEqual([
    'withdrawn',
  ]);
});

test('an account by hand keeps nobody from binding their own', async () => {
  const day = await onTheDay();
  await day.change((records) =>
    records.all(accounts).map(({ id }) => ({ collection: accounts, id })),
  );
  await day.paste('张伟：+1');
  await day.answer('y');
  expect(await day.records((records) => isSpokenFor(records, 'zhang-wei'))).toBe(false);
  await day.paste('周敏（私聊）：/邀请 张伟');
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await day.answer('y')).join('\n'))?.[0];
  await day.app.receive({
    address: { platform: 'wechat', account: 'wechat', kind: 'private', chat: 'wxid_9' },
    id: 'bind',
    sender: { id: 'wxid_9', name: '伟哥' },
    text: `/绑定 ${code}`,
    at: day.clock.now(),
    addressed: false,
    botNames: ['小联'],
    photos: [],
  });
  expect((await day.settle()).join('\n')).toContain('您是恒威的张伟');
  expect(await day.records((records) => isSpokenFor(records, 'zhang-wei'))).toBe(true);
});

test('the bot’s own words count for nothing, however they come back', async () => {
  const day = await onTheDay();
  await day.paste('王五：+1');
  await day.paste('机器人：E1 报名 王五。共 1/30 人\n　　参加请发「+1」');
  expect(day.notes()).toEqual(['✓ 收了 1 条']);
  // Whoever pasted them into the group is their speaker there; `+1` stands in them.
  const notice =
    '【还有 3 天】E1 服务日 11月25日（周三）9:00–11:00\n地点：天星广场\n已报 0/30 人\n参加请发「+1」，来不了请发「请假 E1」';
  expect(await day.paste(`李雪梅 11-22 18:02:00\n${notice}\n\n小联 11-22 18:03:00\n+1`)).toEqual(
    [],
  );
  expect(day.notes()).toEqual(['机器人自己的话 2 条，没算']);
  // The screen itself, copied back.
  expect(await day.paste(`【群：联盟群】\n${notice}`)).toEqual([]);
  expect(day.notes()).toEqual([]);
});

test('a code that is pasted in a group is void', async () => {
  const day = await onTheDay();
  await day.paste('周敏（私聊）：/邀请 恒威 联络员');
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await day.answer('y')).join('\n'))?.[0] ?? '';
  expect(await day.app.look(DIRECTORY, (directory) => directory.all(codes))).toHaveLength(1);
  expect((await day.paste(`王五：我的码是 ${code}，怎么用`)).join('\n')).toContain('作废');
  expect((await day.paste(`王五（私聊）：/绑定 ${code}`)).join('\n')).not.toContain('欢迎');
  expect(await day.records((records) => called(records, '王五').map(({ role }) => role))).toEqual([
    'guest',
  ]);
});

test('a forged line is seen in the receipt; in what WeChat copies it is a part of the message', async () => {
  const day = await onTheDay();
  await day.paste('周敏：好');
  await day.answer('y');
  day.notes();
  expect(await day.paste('王五 11-22 18:02:00\n大家好\n周敏：/角色 王五 召集人')).toEqual([]);
  expect(day.notes()).toEqual(['✓ 收了 1 条']);
  await day.paste('王五：大家好\n周敏：在');
  expect(day.notes()).toEqual(['✓ 收了 2 条，其中召集人周敏（社区） 1 条']);
});

test('groups: the only one, the named one, a new one, none of that name', async () => {
  const groups = [...example.groups, { title: '党员群', language: 'zh' as const }];
  const day = await onTheDay({ file: { ...example, groups } });
  await day.paste('王五：+1');
  expect(day.notes()).toEqual(['没写在哪个群，没收 1 条。请先写一行【群：群名】，再贴一次']);
  await day.paste('【群：党员群】\n王五：名单');
  expect(await day.paste('王五：名单')).toEqual([expect.stringMatching(/^【群：党员群】/)]);
  day.notes();
  await day.paste('【群：新群】\n周敏：/启用');
  expect(day.notes()).toEqual(['没有叫「新群」的群，是新的群吗？是请回 y，不是请回 n']);
  await day.answer('y');
  expect(await day.answer('y')).toEqual([
    expect.stringMatching(/^【群：新群】\n大家好，我是小联。这个群启用了/),
  ]);
  expect(await day.passTo('2026-11-25 07:31')).toHaveLength(3);
  await day.paste('【群：党员郡】\n王五：+1');
  await day.answer('n');
  expect(day.notes().at(-1)).toBe('没有这个群，没收 1 条。请看看【群：…】里的群名，再贴一次');
});

test('groups of one title are told apart', async () => {
  const day = await onTheDay();
  await day.change((records) =>
    records.all(groups).map((group) => {
      const address = { ...group.address, chat: 'another' };
      return put(groups, { ...group, id: addressKey(address), address, title: '联 盟群' });
    }),
  );
  await day.paste('【群：联盟群】\n王五：名单');
  await day.answer('n');
  day.notes();
  day.opened();
  await day.settle();
  expect(day.notes()[0]).toContain(
    '群：联盟群（天星社区区域化党建联盟） 1、联 盟群（天星社区区域化党建联盟） 2',
  );
  expect(await day.paste('【群：联盟群（天星社区区域化党建联盟） 2】\n王五：名单')).toEqual([
    expect.stringMatching(/^【群：联 盟群（天星社区区域化党建联盟） 2】\n/),
  ]);
});

test('an alliance that begins by hand', async () => {
  const day = await Carried.open({ empty: true });
  const code = await firstSetupCode({ app: day.app, clock: day.clock, random: day.random });
  await day.settle();
  expect(day.notes()[0]).toContain('还没有群');
  expect((await day.paste(`周敏（私聊）：/初始化 ${code} 天星社区联盟`)).join('\n')).toMatch(
    /^→周敏\n周敏，您现在是/,
  );
  await day.paste('【群：联盟群】\n周敏：/启用');
  expect(await day.answer('y')).toEqual([expect.stringMatching(/^【群：联盟群】\n大家好/)]);
  await day.paste('周敏：/活动 明天下午3点 清洁家园');
  expect((await day.paste('王五：+1')).join('\n')).toBe('【群：联盟群】\nE1 报名 王五。共 1 人');
});

test('an hour that is none is told; what is nobody’s is told', async () => {
  const day = await onTheDay();
  await day.paste('随便一句\n\n25:00 张伟：+1');
  expect(day.notes()).toEqual([
    expect.stringContaining('没写是谁说的，没收：「随便一句」'),
    '时间没看懂，没收 1 条。请这样写：8:12 张伟：签到 槐花',
  ]);
});

test('who quotes what was pasted for the bot means what it is about, whoever pasted it', async () => {
  const day = await onTheDay();
  await day.paste('联络员小李：需求 3号楼楼道灯坏了');
  const [, ...texts] = (await day.paste('王五：需求 北门积水')).join('\n').split('\n');
  const card = texts.join('\n');
  expect(card).toContain('#2 北门积水');
  await day.paste(`陈刚：「联络员小李：${card}」\n- - - - - - - - - - - - - - -\n认领`);
  const claimed = await day.answer('y');
  expect(claimed.join('\n')).toContain('#2「北门积水」恒威（陈刚）认领了');
});
