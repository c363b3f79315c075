import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { NamedChat } from '../../adapters/terminal/chat.ts';
import { traits } from '../../adapters/wechat/traits.ts';
import { put } from '../../src/core/collection.ts';
import { broadcasts, deliveries, handled } from '../../src/core/records.ts';
import { signups } from '../../src/features/activities/records/index.ts';
import { groups } from '../../src/identity/alliance/index.ts';
import { accounts, people } from '../../src/identity/people/index.ts';
import { Carried } from '../support/relay.ts';

const AGAIN = '（如已收到请忽略）';

test('a window that is closed before anything was shown: nothing is lost, nothing doubled', async () => {
  const day = await Carried.open();
  await day.passTo('2026-11-22 18:01');
  await day.carrier.leave();
  // Nobody is there: the answer waits, and the bot idles meanwhile.
  void day.relay.enter({
    address: { platform: 'wechat', account: 'wechat', kind: 'group', chat: '联盟群' },
    sender: { id: 'byhand:王五', name: '王五' },
    text: '名单',
    at: day.clock.now(),
    photos: 0,
    known: 'one',
  });
  await day.app.idle();
  day.opened();
  expect(await day.settle()).toEqual([
    expect.stringMatching(/^【群：联盟群】\nE1 .*还没有人报名/s),
  ]);
  expect(await day.settle()).toEqual([]);
});

test('a window that is killed with a text on its way: it is shown again, and says so', async () => {
  const day = await Carried.open();
  await day.passTo('2026-11-22 17:59');
  day.relay.attend('killed', []);
  day.clock.moveTo(day.clock.now() + 60_000);
  day.relay.attend('killed', []);
  await day.app.tick();
  while (day.relay.toShow().length === 0) await turn();
  // It was handed over; whether anybody saw it, nobody knows.
  day.opened();
  const [again, ...others] = await day.settle();
  expect(again).toContain('【还有 3 天】E1 服务日');
  expect(again?.endsWith(AGAIN)).toBe(true);
  expect(others).toEqual([]);
  expect(await day.records((records) => records.all(broadcasts).map(({ state }) => state))).toEqual(
    ['sent'],
  );
  expect(await day.settle()).toEqual([]);
});

test('the bot is restarted while the window stays: it goes on by itself, and what was shown is not shown again', async () => {
  const day = await Carried.open();
  await day.passTo('2026-11-22 18:01');
  expect(await day.paste('王五：+1')).toHaveLength(1);
  await day.stop();
  day.carrier.paste(['李四：+1', '王五：-1']);
  expect(await day.round()).toBe('away');
  day.notes();
  await day.start();
  expect(await day.settle()).toEqual(['【群：联盟群】\nE1 报名 李四；退出 王五。共 1/30 人']);
  expect(day.notes()).toEqual(['机器人回来了，接着转', '✓ 收了 2 条']);
});

test('an order whose answer is lost is given again, and what it said is not done twice', async () => {
  const day = await Carried.open();
  await day.passTo('2026-11-23 10:00');
  day.loseAnswers(1);
  const shown = await day.paste('王五：需求 北门路灯不亮');
  expect(shown).toHaveLength(1);
  expect(
    await day.records((records) => records.all(handled).filter(({ byHand }) => byHand)),
  ).toHaveLength(1);
  expect(await day.records((records) => records.all(deliveries))).toEqual([]);
});

test('what cannot be made durable is kept and said again', async () => {
  const day = await Carried.open();
  await day.passTo('2026-11-22 18:01');
  day.disk.full = true;
  day.carrier.paste(['王五：+1', '李四：+1']);
  await day.round();
  expect(day.notes()).toContain('机器人现在记不下来，没收的先留着，马上再试');
  expect(day.carrier.isDone).toBe(false);
  day.disk.full = false;
  expect(await day.settle()).toEqual(['【群：联盟群】\nE1 报名 王五、李四。共 2/30 人']);
  expect(await day.records((records) => records.all(signups))).toHaveLength(2);
});

test('a bot that is stopping takes nothing more, and what it did not take is said to the next one', async () => {
  const day = await Carried.open();
  await day.passTo('2026-11-22 18:01');
  const stopping = day.app.stop();
  day.carrier.paste(['王五：+1']);
  expect(await day.carrier.round()).toBe('waits');
  expect(day.carrier.isDone).toBe(false);
  await stopping;
  await day.start();
  expect((await day.settle()).join('\n')).toContain('E1 报名 王五');
});

test('after a new login groups and names have to be bound again, by hand too', async () => {
  const day = await Carried.open();
  await day.passTo('2026-11-22 18:01');
  await day.paste('周敏：日程');
  await day.answer('y');
  await day.change((records) => [
    ...records.all(groups).map((group) => put(groups, { ...group, unverified: 1 })),
    ...records.all(accounts).map((account) => put(accounts, { ...account, unverified: true })),
  ]);
  expect(await day.passTo('2026-11-25 07:31')).toEqual([]);
  day.opened();
  await day.settle();
  day.notes();
  await day.paste('周敏：/启用');
  expect(day.notes()).toContain('「周敏」是召集人周敏（社区）本人吗？是请回 y，不是请回 n');
  const shown = await day.answer('y');
  expect(await day.passTo('2026-11-25 07:32')).toEqual([
    expect.stringContaining('【今天】E1 服务日'),
  ]);
  expect(shown.join('\n')).toContain('这个群已经启用');
});

test('three thousand lines are taken in pieces, each once', async () => {
  const day = await Carried.open();
  await day.passTo('2026-11-22 18:01');
  const lines = Array.from({ length: 3_000 }, (_, index) =>
    index % 30 === 0
      ? `17:30 居民${index}：+1`
      : `17:${String(index % 60).padStart(2, '0')} 居民${index}：今天天气不错${index}`,
  );
  day.carrier.paste(lines);
  while (!day.carrier.isDone) await day.round();
  await day.settle();
  expect(day.notes().at(-1)).toBe('✓ 收了 3000 条');
  expect(await day.records((records) => records.all(signups))).toHaveLength(100);
  // Talk leaves nothing behind.
  expect(
    await day.records((records) => records.all(people).filter(({ role }) => role === 'guest')),
  ).toHaveLength(100);
});

test('in front of a platform: who carries has the word while they are there, then the platform again', async () => {
  const sent: string[] = [];
  const inner = new NamedChat({
    platform: 'wechat',
    traits,
    session: 'inner',
    show: ({ to, text }) => void sent.push(`${to.chat} ${text}`),
  });
  const day = await Carried.open({ inner });
  const say = (name: string, text: string) =>
    inner.say({ name, text, private: false, group: '联盟群', photos: 0, at: day.clock.now() });
  await day.passTo('2026-11-22 18:01');
  sent.splice(0);
  expect(await day.paste('王五（私聊）：/我的码')).toEqual([expect.stringMatching(/^→王五\n/)]);
  await day.carrier.leave();
  await say('李娟', '名单');
  await day.app.idle();
  expect(sent).toEqual([expect.stringMatching(/^联盟群 E1/)]);
  // What was said by hand is answered by hand or not at all: the platform knows nobody of that
  // name.
  day.opened();
  await day.round();
  day.carrier.paste(['王五（私聊）：/我的码']);
  await day.round();
  day.relay.leave('session2');
  await day.app.idle();
  day.clock.moveTo(day.clock.now() + 2_000);
  await day.app.idle();
  expect(sent).toHaveLength(1);
  expect(await day.records((records) => records.all(deliveries))).toEqual([]);
});
