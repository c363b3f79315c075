import { expect, test } from 'vitest';
import { MemoryDisk, memoryStore } from '../../adapters/store-memory/index.ts';
import { put } from '../../src/core/collection.ts';
import { rules } from '../../src/features/calendar/index.ts';
import { type Outgoing, SendFailed } from '../../src/ports/chat.ts';
import { example, players } from '../support/conversation.ts';
import { allTurns } from '../support/turns.ts';

/*
 * The promises of a scheduled send, played with the service day of the example: a notice on the
 * 22nd at 18:00 and one on the 25th at 07:30, check-in from 08:00.
 */

const NOTICE = '【还有 3 天】E1 服务日 11月25日（周三）9:00–11:00';
const TODAY = '【今天】E1 服务日 11月25日（周三）9:00–11:00';
const firstLines = (player: { take(): readonly { outgoing: Outgoing }[] }) =>
  player.take().map(({ outgoing }) => outgoing.text.split('\n')[0]);

/** A process that ends whenever it likes leaves its disk behind. */
function onDisk() {
  const disk = new MemoryDisk();
  return { disk, openStore: async () => memoryStore(disk) };
}

test('each notice is sent once, whatever restarts', async () => {
  const player = await players();
  await player.passTo('2026-11-22 18:00');
  expect(firstLines(player)).toEqual([NOTICE]);
  await player.restart();
  await player.restart();
  await player.passTo('2026-11-22 20:00');
  expect(firstLines(player)).toEqual([]);
});

test('the clock set back sends nothing again, and what is scheduled waits until it has caught up', async () => {
  const player = await players();
  const back = player.moment('2026-11-20 09:00');
  await player.passTo('2026-11-22 18:00');
  player.take();
  player.clock.setTo(back);
  await player.settle();
  await player.passTo('2026-11-22 18:30');
  expect(firstLines(player)).toEqual([]);
  await player.passTo('2026-11-25 07:30');
  expect(firstLines(player)).toEqual([TODAY]);
});

test('down at the time and back within the window: sent once, marked', async () => {
  const player = await players();
  await player.stop();
  player.clock.setTo(player.moment('2026-11-22 19:10'));
  await player.start();
  expect(player.take()[0]?.outgoing.text).toMatch(
    /^【补发】原定 11月22日（周日）18:00\n【还有 3 天】E1 服务日/,
  );
  await player.restart();
  expect(player.take()).toEqual([]);
});

test('down for longer: not sent, and the liaisons are told once', async () => {
  const player = await players();
  await player.stop();
  player.clock.setTo(player.moment('2026-11-23 09:00'));
  await player.start();
  await player.settle();
  const replies = player.take();
  const told = replies.filter(({ outgoing }) => outgoing.to.kind === 'private');
  expect(replies).toHaveLength(told.length);
  expect(told).toHaveLength(9);
  expect(told[0]?.outgoing.text).toMatch(
    /^有 1 条定时通知没有按时发到群里：\n11月22日（周日）18:00 【还有 3 天】E1 服务日/,
  );
  await player.restart();
  await player.passTo('2026-11-25 07:30');
  expect(firstLines(player)).toEqual([TODAY]);
});

test('of several missed notices only the newest that is still inside its window is sent', async () => {
  const player = await players();
  await player.stop();
  player.clock.setTo(player.moment('2026-11-25 08:30'));
  await player.start();
  await player.settle();
  const toGroup = player.take().filter(({ outgoing }) => outgoing.to.kind === 'group');
  const texts = toGroup.map(({ outgoing }) => outgoing.text);
  expect(texts.filter((text) => text.includes('今天'))).toHaveLength(1);
  expect(texts.filter((text) => text.includes('还有 3 天'))).toEqual([]);
});

test('a month away: days that are over become no activity and no message to the group', async () => {
  const player = await players();
  await player.stop();
  player.clock.setTo(player.moment('2026-12-28 10:00'));
  await player.start();
  await player.settle();
  const replies = player.take();
  expect(replies.filter(({ outgoing }) => outgoing.to.kind === 'group')).toEqual([]);
  await player.say({ name: '张伟', text: '/活动' });
  expect(firstLines(player)).toEqual(['近期没有活动。看安排请发「日程」']);
});

test('killed in the middle of a send twice: sent a third time after a pause, marked', async () => {
  const { openStore } = onDisk();
  const never = () => new Promise<void>(() => {});
  let hang = true;
  const onSend = async ({ to }: Outgoing) => (hang && to.kind === 'group' ? never() : undefined);
  const player = await players({ openStore, onSend });
  void player.passTo('2026-11-22 18:00').catch(() => {});
  await allTurns();
  void player.crash().catch(() => {});
  await allTurns();
  hang = false;
  const asked = player.take();
  expect(asked).toEqual([]);
  await player.crash();
  expect(player.take()).toEqual([]);
  await player.passTo('2026-11-22 18:01');
  const sent = player.take().map(({ outgoing }) => outgoing);
  expect(sent.map(({ to }) => to.kind)).toEqual(['group']);
  expect(sent[0]?.text).toMatch(/（如已收到请忽略）$/);
});

test('killed in the middle of a send, then back: sent again with its mark', async () => {
  const { openStore } = onDisk();
  let hang = true;
  const onSend = async ({ to }: Outgoing) =>
    hang && to.kind === 'group' ? new Promise<void>(() => {}) : undefined;
  const player = await players({ openStore, onSend });
  void player.passTo('2026-11-22 18:00').catch(() => {});
  await allTurns();
  hang = false;
  await player.crash();
  await player.settle();
  const [again] = player.take();
  expect(again?.outgoing.text).toMatch(/（如已收到请忽略）$/);
  await player.restart();
  expect(player.take()).toEqual([]);
});

test('refused for now: tried again without a mark, and given up at its deadline', async () => {
  let refuse = true;
  const onSend = async ({ to }: Outgoing) => {
    if (refuse && to.kind === 'group') throw new SendFailed('refused', 'busy', 30_000);
  };
  const player = await players({ onSend });
  await player.passTo('2026-11-22 18:02');
  refuse = false;
  await player.passTo('2026-11-22 18:10');
  expect(firstLines(player)).toEqual([NOTICE]);
  refuse = true;
  await player.passTo('2026-11-25 09:30');
  const told = player.take().filter(({ outgoing }) => outgoing.to.kind === 'private');
  expect(told.some(({ outgoing }) => outgoing.text.includes('没有按时发到'))).toBe(true);
});

test('refused without a word of when: tried again after pauses that double, up to some minutes', async () => {
  const tries: number[] = [];
  const onSend = async ({ to }: Outgoing) => {
    if (to.kind !== 'group' || tries.length > 50) return;
    tries.push(player.clock.now());
    throw new SendFailed('refused', 'busy');
  };
  const player = await players({ onSend });
  await player.passTo('2026-11-22 19:00');
  const pauses = tries.slice(1).map((at, index) => (at - (tries[index] ?? 0)) / 1_000);
  expect(pauses.slice(0, 6)).toEqual([1, 2, 4, 8, 16, 32]);
  expect(Math.max(...pauses)).toBeGreaterThanOrEqual(60);
  expect(Math.max(...pauses)).toBeLessThanOrEqual(300);
});

test('in quiet hours reminders wait, direct answers do not', async () => {
  const player = await players();
  await player.say({ name: '联络员', text: '/活动 后天下午3点 清洁家园 1人' });
  await player.say({ name: '张伟', text: '+1' }, { name: '李娟', text: '+1' });
  await player.passTo('2026-11-16 23:00');
  player.take();
  await player.say({ name: '张伟', text: '-1' });
  expect(player.take().map(({ outgoing }) => outgoing.to.kind)).toEqual(['group']);
  await player.passTo('2026-11-17 07:29');
  expect(player.take()).toEqual([]);
  await player.passTo('2026-11-17 07:31');
  expect(player.take()[0]?.outgoing.text).toMatch(/^有空位了：E1/);
});

test('two notices inside their windows after a downtime: the newest alone is sent', async () => {
  const service = example.rules.find((rule) => rule.id === 'service');
  if (service === undefined) throw new Error('the example has a service day');
  const notices = [
    { id: 'early', days: 0, at: '07:30' },
    { id: 'again', days: 0, at: '08:20' },
  ];
  const player = await players({ file: { ...example, rules: [{ ...service, notices }] } });
  await player.stop();
  player.clock.setTo(player.moment('2026-11-25 08:30'));
  await player.start();
  await player.settle();
  const notes = player.take().filter(({ outgoing }) => outgoing.text.includes('【今天】'));
  const [first, ...others] = notes.filter(({ outgoing }) => outgoing.to.kind === 'group');
  expect(first?.outgoing.text).toContain('原定 11月25日（周三）8:20');
  expect(others).toEqual([]);
});

test('a notice whose time is moved on the day it was sent does not come a second time', async () => {
  const player = await players();
  await player.passTo('2026-11-22 18:05');
  expect(firstLines(player)).toEqual([NOTICE]);
  await player.change((records) =>
    records
      .all(rules)
      .map((rule) =>
        put(rules, { ...rule, notices: rule.notices.map((one) => ({ ...one, at: '19:00' })) }),
      ),
  );
  await player.passTo('2026-11-22 20:00');
  expect(firstLines(player)).toEqual([]);
});

test('while the clock stands before what has been lived, nothing scheduled happens', async () => {
  const player = await players();
  const back = player.moment('2026-11-20 09:00');
  const afternoon = player.moment('2026-11-20 16:00');
  await player.passTo('2026-11-22 17:50');
  player.clock.setTo(back);
  await player.say({ name: '联络员', text: '/活动 今天15:00 清洁家园' });
  expect(firstLines(player)).toEqual(['E1 清洁家园 11月20日（周五）15:00–17:00']);
  await player.pass(afternoon);
  expect(firstLines(player)).toEqual([]);
});

test('a row says that it is being sent, durably, before the platform is asked', async () => {
  const { disk, openStore } = onDisk();
  const states: unknown[] = [];
  const onSend = async ({ to }: Outgoing) => {
    if (to.kind !== 'group') return;
    const kept = [...(disk.partitions.get('tianxing')?.values() ?? [])].find(
      (one) => one.collection === 'broadcasts',
    );
    states.push(...[...(kept?.records.values() ?? [])].map((row) => JSON.parse(row).state));
  };
  const player = await players({ openStore, onSend });
  await player.passTo('2026-11-22 18:00');
  expect(states).toEqual(['sending']);
});
