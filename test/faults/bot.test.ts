import { expect, test } from 'vitest';
import { MemoryBlobs } from '../../adapters/blobs-memory/index.ts';
import { repeatableRandom, SimulatedClock } from '../../adapters/clock-simulated/index.ts';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { MemoryDisk, memoryStore } from '../../adapters/store-memory/index.ts';
import { NamedChat } from '../../adapters/terminal/chat.ts';
import { createBot } from '../../src/bot.ts';
import { command } from '../../src/core/command.ts';
import { feature } from '../../src/core/feature.ts';
import { plain } from '../../src/core/text.ts';
import { features } from '../../src/features/index.ts';
import { type ChatAdapter, SendFailed } from '../../src/ports/chat.ts';
import { type Change, type Store, StoreDamaged } from '../../src/ports/store.ts';
import { players } from '../support/conversation.ts';
import { allTurns } from '../support/turns.ts';
import { until } from '../support/until.ts';

test('a commit that fails takes the ten decisions behind it along; nobody is told otherwise, and the next message works', async () => {
  const disk = new MemoryDisk();
  const player = await players({ openStore: async () => memoryStore(disk) });
  await player.say({ name: '联络员', text: '/活动 明天下午3点 清洁家园' });
  player.take();
  const before = JSON.stringify(
    [...(disk.partitions.get('tianxing') ?? [])].map(([place, kept]) => [place, [...kept.records]]),
  );
  disk.full = true;
  const names = ['张伟', '李娟', '赵磊', '吴霞', '徐波', '黄静', '王五', '赵六', '孙七', '周八'];
  await player.say(...names.map((name) => ({ name, text: '+1' }))).catch((error: Error) => {
    expect(error.name).toBe('CommitFailed');
  });
  await player.settle();
  const texts = player.take().map(({ outgoing }) => outgoing.text);
  expect(texts).toEqual([
    ...names.map(() => '刚才没有记下来，请再发一次'),
    expect.stringMatching(/^⚠ 我现在什么都记不下来：机器的磁盘满了/),
  ]);
  const after = JSON.stringify(
    [...(disk.partitions.get('tianxing') ?? [])].map(([place, kept]) => [place, [...kept.records]]),
  );
  expect(after).toBe(before);
  disk.full = false;
  await player.say({ name: '张伟', text: '+1' });
  expect(player.take().map(({ outgoing }) => outgoing.text)).toEqual(['E1 报名 张伟。共 1 人']);
  await player.restart();
  await player.say({ name: '张伟', text: '名单' });
  expect(player.take()[0]?.outgoing.text).toContain('已报 1 人');
});

test('an answer that was not sent before the process ended is sent at the next start, once', async () => {
  const disk = new MemoryDisk();
  let hang = true;
  let asked = 0;
  const player = await players({
    openStore: async () => memoryStore(disk),
    onSend: async () => {
      asked += 1;
      if (hang) await new Promise(() => {});
    },
  });
  void player.say({ name: '张伟', text: '日程', id: 'm-1' }).catch(() => {});
  await until(() => asked === 1, 'it is being sent');
  hang = false;
  await player.crash();
  await player.say({ name: '张伟', text: '日程', id: 'm-1' });
  const replies = player.take();
  expect(replies).toHaveLength(1);
  expect(replies[0]?.outgoing.text).toMatch(/^接下来：/);
});

test('a command that fails is answered with an apology, once, and the others go on', async () => {
  const broken = command({
    name: 'broken',
    zhName: '坏了',
    minRole: 'guest',
    scope: 'anywhere',
    summary: { zh: '总是出错', en: 'always fails' },
    examples: ['/坏了'],
    args: {},
    run: () => {
      throw new Error('not foreseen');
    },
  });
  const player = await players({
    features: [...features, feature({ name: 'broken', commands: [broken] })],
  });
  await player.say({ name: '张伟', text: '/坏了', id: 'm-1' }, { name: '李娟', text: '日程' });
  const texts = player.take().map(({ outgoing }) => outgoing.text);
  expect(texts).toHaveLength(2);
  expect(texts[0]).toMatch(/^抱歉，这条我没处理好/);
  await player.restart();
  await player.say({ name: '张伟', text: '/坏了', id: 'm-1' });
  expect(player.take()).toEqual([]);
});

test.each([
  ['is not foreseen', new Error('not foreseen'), /^抱歉，这条我没处理好/],
  ['is damage', new StoreDamaged(plain('people.json cannot be read')), /^现在记不了：.*读不出来/],
])(
  'what %s, even before an alliance is known, is told and never given again',
  async (_, error, told) => {
    const broken = command({
      name: 'broken',
      zhName: '坏了',
      minRole: 'guest',
      scope: 'anywhere',
      summary: { zh: '总是出错', en: 'always fails' },
      examples: ['/坏了'],
      args: {},
      resolveAlliance: () => {
        throw error;
      },
      run: () => undefined,
    });
    const player = await players({
      features: [...features, feature({ name: 'broken', commands: [broken] })],
      platforms: ['telegram'],
    });
    await player.say({ name: '张伟', text: '/坏了', platform: 'telegram' });
    expect(player.take().map(({ outgoing }) => outgoing.text)).toEqual([
      expect.stringMatching(told),
    ]);
  },
);

test('handled messages and last changes are forgotten after two days, so that they do not pile up', async () => {
  const disk = new MemoryDisk();
  const player = await players({ openStore: async () => memoryStore(disk) });
  const kept = () =>
    [...(disk.partitions.get('tianxing')?.values() ?? [])]
      .filter(({ collection }) => collection === 'handled' || collection === 'lastChanges')
      .reduce((sum, { records }) => sum + records.size, 0);
  await player.say(
    { name: '张伟', text: '日程' },
    { name: '李娟', text: '日程' },
    { name: '王五', text: '需求 灯坏了' },
  );
  expect(kept()).toBe(4);
  await player.passTo('2026-11-22 18:30');
  expect(kept()).toBe(0);
});

test('nothing is said before it is durable, a card that was due already included', async () => {
  const disk = new MemoryDisk();
  let gate: Promise<void> | undefined;
  let committing = 0;
  const openStore = async (): Promise<Store> => {
    const store = memoryStore(disk);
    const commit = async (changes: readonly Change[]) => {
      if (gate !== undefined) committing += 1;
      await gate;
      return store.commit(changes);
    };
    return { ...store, commit };
  };
  const player = await players({ openStore, platforms: ['wechat'] });
  const wechat = { platform: 'wechat', group: '联盟群' };
  await player.say({ name: '联络员', text: '/活动 明天下午3点 清洁家园', ...wechat });
  await player.say({ name: '张伟', text: '+1', ...wechat });
  // What is new is answered at once.
  player.take();
  let open = () => {};
  gate = new Promise((resolve) => {
    open = resolve;
  });
  const said = player.say(
    { name: '李娟', text: '+1', ...wechat },
    { name: '赵磊', text: '日程', ...wechat },
  );
  player.clock.moveTo(player.clock.now() + 60_000);
  await until(() => committing > 0, 'it is being committed');
  await allTurns();
  expect(player.take()).toEqual([]);
  open();
  await said;
  await player.settle();
  const texts = player.take().map(({ outgoing }) => outgoing.text);
  expect(texts).toHaveLength(2);
  expect(texts).toContain('E1 报名 张伟、李娟。共 2 人');
});

test('a platform that is slow to begin keeps no other waiting', async () => {
  const traits = {
    edits: false,
    redelivers: false,
    opensPrivate: true,
    cardPause: { quiet: 0, longest: 0 },
  };
  const shown: string[] = [];
  const quick = new NamedChat({
    platform: 'terminal',
    traits,
    session: 's',
    show: ({ text }) => void shown.push(text),
  });
  const slow: ChatAdapter = {
    platform: 'telegram',
    title: { zh: 'Telegram', en: 'Telegram' },
    traits,
    start: () => new Promise(() => {}),
    send: () => Promise.reject(new SendFailed('refused', 'not connected')),
    stop: async () => {},
  };
  const parts = {
    features,
    chats: [slow, quick],
    store: memoryStore(),
    blobs: new MemoryBlobs(),
    log: silentLog,
  };
  const clock = new SimulatedClock(0);
  const app = createBot({ ...parts, clock, random: repeatableRandom(), onFatal: () => {} });
  void app.start();
  const said = { name: '张伟', private: true, group: '', text: '/帮助', photos: 0, at: 0 };
  const isHeard = () =>
    quick.say(said, 'm-1').then(
      () => true,
      () => false,
    );
  await until(isHeard, 'it listens');
  await app.idle();
  expect(shown).toHaveLength(1);
  await app.stop();
});
