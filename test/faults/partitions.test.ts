import { expect, test } from 'vitest';
import { MemoryDisk, memoryStore } from '../../adapters/store-memory/index.ts';
import { MINUTE } from '../../src/core/time.ts';
import { type Change, CommitFailed, type Kept, type Store } from '../../src/ports/store.ts';
import type { Player } from '../../tools/play/player.ts';
import { players } from '../support/conversation.ts';
import { ask } from '../support/read.ts';
import { makeTwoAlliances } from '../support/two-alliances.ts';

/* A store that fails for one alliance alone, and one that does not answer. */

/** A store over memory whose commits fail for one partition, as those of a database can. */
class Brittle {
  bad: string | undefined;
  /** Commits wait for this. */
  answer: Promise<unknown> = Promise.resolve();
  unansweredFor: number | undefined;
  readonly loaded: string[] = [];
  private readonly disk = new MemoryDisk();
  private readonly refused = new Set<string>();

  open = async (): Promise<Store> => {
    const store = memoryStore(this.disk);
    const { refused, loaded } = this;
    const silence = () => this.unansweredFor;
    return {
      ...store,
      get unansweredFor() {
        return silence();
      },
      holding: { name: 'left', since: 0, isTrusted: true },
      load: (name) => {
        loaded.push(name);
        return store.load(name);
      },
      commit: async (changes: readonly Change[], kept?: Kept) => {
        this.check(changes);
        await this.answer;
        return store.commit(changes, kept);
      },
      recover: async (partitions) => {
        for (const name of partitions ?? [...refused]) refused.delete(name);
      },
    };
  };

  private check(changes: readonly Change[]): void {
    const names = new Set(changes.map(({ partition }) => partition));
    const isLost = [...names].some((name) => name === this.bad || this.refused.has(name));
    if (!isLost) return;
    for (const name of names) this.refused.add(name);
    throw new CommitFailed('a page cannot be written', { partitions: names });
  }
}

/** Two alliances with a group and an activity each, and the names of their partitions. */
async function two() {
  const store = new Brittle();
  const player = await players({ file: 'none', openStore: store.open });
  await makeTwoAlliances(player);
  for (const group of ['天星群', '蓝湖群']) await ask(player, '张伟', '+1', group);
  const names = [...new Set(store.loaded)].filter((name) => name !== 'directory');
  store.loaded.length = 0;
  return { store, player, first: names[0] ?? '', second: names[1] ?? '' };
}

async function hear(player: Player, name: string, text: string, group: string): Promise<string> {
  await player.say({ name, text, group }).catch((error: Error) => {
    expect(error.name).toBe('CommitFailed');
  });
  return player
    .take()
    .map(({ outgoing }) => `${outgoing.to.chat}：${outgoing.text.split('\n')[0]}`)
    .join('\n');
}

const WHY = '现在记不下来：磁盘写不进去，要请管理员处理。';

test('what one alliance cannot keep stops no other, and reads nothing of it again', async () => {
  const { store, player, first } = await two();
  store.bad = first;
  expect(await hear(player, '李娟', '+1', '天星群')).toBe('天星群：刚才没有记下来，请再发一次');
  expect(await hear(player, '李娟', '+1', '天星群')).toBe(`天星群：${WHY}`);
  expect(await hear(player, '李娟', '+1', '蓝湖群')).toContain('E1 报名 李娟。共 2 人');
  expect(await hear(player, '赵磊', '+1', '蓝湖群')).toContain('E1 报名 赵磊。共 3 人');
  expect(new Set(store.loaded)).not.toContain('蓝湖');
  expect(store.loaded.filter((name) => name !== first && name !== 'directory')).toEqual([]);
});

test('its convenor hears of it and the other does not; what is due elsewhere goes out', async () => {
  const { store, player, first } = await two();
  store.bad = first;
  await hear(player, '李娟', '+1', '天星群');
  await player.pass(player.clock.now() + 2 * MINUTE);
  const told = player.take().map(({ outgoing: { to, text } }) => `${to.chat}：${text}`);
  expect(told).toEqual([
    expect.stringMatching(/^周敏：⚠ 我现在什么都记不下来：机器的磁盘写不进去/),
  ]);
  await player.passTo('2026-11-26 9:00');
  const heard = player.take().map(({ outgoing: { to } }) => to.chat);
  expect(heard).toContain('蓝湖群');
  expect(heard).not.toContain('天星群');
});

test('it goes on by itself, with what was durable before', async () => {
  const { store, player, first } = await two();
  store.bad = first;
  await hear(player, '李娟', '+1', '天星群');
  store.bad = undefined;
  expect(await hear(player, '赵磊', '+1', '天星群')).toContain('E1 报名 赵磊。共 2 人');
  await player.restart();
  expect(await ask(player, '张伟', '名单', '天星群')).toContain('赵磊');
});

test('a store that does not answer: people are told as with a full disk, and nothing is lost', async () => {
  const { store, player } = await two();
  const { promise, resolve } = Promise.withResolvers<void>();
  store.answer = promise;
  store.unansweredFor = 0;
  const waiting = player.say({ name: '李娟', text: '+1', group: '天星群' });
  store.unansweredFor = 6_000;
  player.clock.moveTo(player.clock.now() + 7_000);
  await expect
    .poll(() => player.take().map(({ outgoing }) => outgoing.text))
    .toEqual(['收到了，还没记下来：数据库没有应答。一恢复我就接着办，不用再发']);
  void player.say({ name: '赵磊', text: '+1', group: '蓝湖群' });
  await expect
    .poll(() => player.take().map(({ outgoing: { text } }) => text.split('\n')[0]))
    .toEqual(['现在记不下来：数据库没有应答，要请管理员处理。']);
  void player.settle();
  const convenors: string[] = [];
  await expect
    .poll(() => {
      convenors.push(...player.take().map(({ outgoing: { to } }) => to.chat));
      return convenors.toSorted();
    })
    .toEqual(['周敏', '王芳'].toSorted());
  store.unansweredFor = undefined;
  resolve();
  await waiting;
  expect(await ask(player, '张伟', '名单', '天星群')).toContain('李娟');
  expect(await ask(player, '周敏', '/状态', '天星群')).not.toContain('数据库');
});
