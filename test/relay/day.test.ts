import { expect, test } from 'vitest';
import type { Records } from '../../src/core/collection.ts';
import { handled } from '../../src/core/records.ts';
import { attendance, signups } from '../../src/features/activities/records/index.ts';
import { ballots } from '../../src/features/polls/records.ts';
import { people } from '../../src/identity/people/index.ts';
import { Carried } from '../support/relay.ts';
import { at } from '../support/telegram.ts';

/** Whoever carries says that each is who they seem to be. */
async function vouching(day: Carried, text: string): Promise<readonly string[]> {
  const shown = [...(await day.paste(text))];
  for (let told = day.notes(); told.some((note) => note.includes('本人吗')); told = day.notes())
    shown.push(...(await day.answer('y')));
  return shown;
}

const named = (records: Records, id: string) => records.get(people, id)?.name ?? id;

/** Everything about the alliance that anybody could count. */
const counted = (records: Records) => ({
  people: records.all(people).length,
  signups: records
    .all(signups)
    .map(({ person, party, state }) => [named(records, person), party, state]),
  attendance: records
    .all(attendance)
    .map(({ person, state, at: when }) => [named(records, person), state, when]),
  ballots: records.all(ballots).map(({ voter, marks }) => [named(records, voter), marks]),
});

const ARRIVALS = `张伟 11-25 08:12:33
签到 槐花

王五 2026/11/25 8:13
签到槐花

陈刚 11-25 08:14:00
恒威 签到 槐花
5人

李雪梅 11-25 09:20:00
签到 槐花
`;

const LIST = `8:05 李娟：
#接龙 25日服务日
时间：25日9点
地点：天星广场

1. 李娟
2. 王五
3. 孙奶奶 2人
`;

test('a service day by hand, from the notice to the record', async () => {
  const day = await Carried.open();
  expect(await day.passTo('2026-11-22 18:01')).toEqual([
    '【群：联盟群】\n【还有 3 天】E1 服务日 11月25日（周三）9:00–11:00\n地点：天星广场\n已报 0/30 人\n参加请发「+1」，来不了请发「请假 E1」',
  ]);
  expect(await vouching(day, '张伟：+1\n李雪梅：+2\n赵磊：请假 E1\n黄静：大家早上好')).toHaveLength(
    3,
  );
  // Vouched for once, they are not asked for again, and what is pasted together is answered
  // together.
  expect(await day.paste('张伟：+2\n李雪梅：+1\n赵磊：+1')).toEqual([
    '【群：联盟群】\nE1 报名 赵磊；张伟改为 2 人；李雪梅改为 1 人。共 4/30 人',
  ]);
  expect(await day.passTo('2026-11-25 08:00')).toEqual([
    expect.stringMatching(/^【群：联盟群】\n【今天】E1 服务日/),
    expect.stringMatching(/^【群：联盟群】\nE1 服务日 .* 开始签到/),
    expect.stringMatching(/^→周敏\n.*签到口令是「/s),
  ]);
  expect(await vouching(day, '周敏（私聊）：/口令 槐花')).toEqual([
    '→周敏\nE1 的口令换成「槐花」了，旧的不再有效。请改现场的板子',
  ]);
  await day.passTo('2026-11-25 10:30');
  expect((await vouching(day, LIST)).join('\n')).toContain(
    'E1 报名 李娟、王五、孙奶奶(2人)。共 8/30 人',
  );
  expect((await vouching(day, ARRIVALS)).at(-1)).toBe(
    '【群：联盟群】\nE1 到场 7 人（李雪梅、恒威 5 人）。应到 8',
  );
  expect(await day.records((records) => records.all(attendance).map((one) => one.at))).toEqual([
    at('2026-11-25 08:12') + 33_000,
    ...['08:13', '08:14', '09:20'].map((time) => at(`2026-11-25 ${time}`)),
  ]);
  expect(await day.passTo('2026-11-25 11:31')).toEqual([
    '【群：联盟群】\nE1 服务日 签到结束\n到场 7 人（签到 4 人，单位报数另加 3 人），应到 8 人\n到场 3：张伟、王五、李雪梅\n未报名到场 1：陈刚\n未签到 3 人\n单位报数：恒威 5 人\n联络员请写小结，例：小结 E1 清理楼道6处，惠及38人次',
  ]);
  expect(await day.paste('李雪梅 11-25 11:40:00\n小结 E1 清理楼道6处，惠及38人次\n[图片]')).toEqual(
    [
      '【群：联盟群】\nE1 小结记下了。惠及 38 人次\n五项：通知✓ 签到✓ 小结✓ 照片✓ 惠及人次✓，齐了\nE1 的战报私聊给您看了，回「发」就发到群里',
      expect.stringMatching(/^→李雪梅\n战报，回「发」就发到 1 个群/),
    ],
  );
});

test('the same paste again changes nothing, however late and over a restart; who, when and which message stay known', async () => {
  const day = await Carried.open();
  await day.passTo('2026-11-25 08:10');
  await vouching(day, '7:45 张伟：+1\n周敏（私聊）：/口令 槐花');
  await day.passTo('2026-11-25 10:30');
  await vouching(day, ARRIVALS);
  await vouching(day, LIST);
  const before = await day.records(counted);
  const messages = await day.records((records) => records.all(handled));
  expect(messages.filter(({ byHand }) => byHand).length).toBeGreaterThan(5);
  const [entry] = await day.records((records) => records.all(attendance));
  expect(entry).toMatchObject({ state: 'present', at: at('2026-11-25 08:12') + 33_000 });
  expect(messages.map(({ id }) => id)).toContain(entry?.message);
  for (const again of [ARRIVALS, LIST, `${ARRIVALS}\n${LIST}`])
    expect(await day.paste(again)).toEqual([]);
  await day.stop();
  await day.start();
  day.opened();
  await day.settle();
  await day.passTo('2026-11-28 12:00');
  await day.paste(`${ARRIVALS.replaceAll('2026/11/25 8:13', '11-25 08:13:00')}`);
  expect(await day.records(counted)).toEqual(before);
});

test('a poll by hand: a vote that was cast before its end counts though it is entered after it', async () => {
  const day = await Carried.open({ begin: '2026-11-16 09:00' });
  const [opened] = await vouching(
    day,
    '李雪梅：投票 25日服务日做什么 A 清洁家园 B 义诊 截止 今天18点',
  );
  expect(opened).toMatch(/^【群：联盟群】\nP1 25日服务日做什么\nA 清洁家园\nB 义诊\n/);
  expect(await vouching(day, '张伟：A\n王五：A\n王五：B')).toEqual([
    '【群：联盟群】\nP1 投票 张伟、王五。A 1票 B 1票，共 2 人投票',
  ]);
  expect((await day.passTo('2026-11-16 18:05')).at(-1)).toContain('P1 投票结束');
  expect(await vouching(day, '17:50 李娟：B\n18:01 赵磊：B')).toEqual([
    expect.stringContaining(
      '（补记截止前投的票：李娟）P1 投票结束：25日服务日做什么\nA 清洁家园 1票：张伟\nB 义诊 2票：王五、李娟',
    ),
  ]);
});

test('without times the same words are another message, a time that is still to come is now', async () => {
  const day = await Carried.open();
  await day.passTo('2026-11-24 10:00');
  await vouching(day, '李娟：日程');
  expect((await day.paste('李娟：日程')).join('\n')).toContain('服务日');
  expect(await day.paste('23:50 李娟：+1')).toEqual([expect.stringContaining('E1 报名 李娟')]);
  const [signup] = await day.records((records) => records.all(signups));
  expect(signup?.at).toBeLessThanOrEqual(day.clock.now());
  expect(signup?.at).toBeGreaterThanOrEqual(at('2026-11-24 10:00'));
});

test('a list that nobody is named for is entered as noted down', async () => {
  const day = await Carried.open();
  await day.passTo('2026-11-24 10:00');
  expect(await day.paste('#接龙 服务日\n1. 张伟\n2. 钱多多')).toEqual([
    '【群：联盟群】\nE1 报名 张伟、钱多多。共 2/30 人',
  ]);
  const list = await day.records((records) =>
    records.all(signups).map(({ by, person }) => [named(records, by), person]),
  );
  expect(list).toEqual([
    ['代录', 'zhang-wei'],
    ['代录', expect.any(String)],
  ]);
});
