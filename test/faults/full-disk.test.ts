import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { jsonStore } from '../../adapters/store-json/index.ts';
import { MemoryDisk, memoryStore } from '../../adapters/store-memory/index.ts';
import { put } from '../../src/core/collection.ts';
import { MINUTE } from '../../src/core/time.ts';
import { groupAt, groups } from '../../src/identity/alliance/index.ts';
import { CommitFailed, type Store, StoreDamaged } from '../../src/ports/store.ts';
import type { Player } from '../../tools/play/kit.ts';
import { players, temporaryFolder } from '../support/conversation.ts';

/* A disk that is full, a checkpoint that fails, and records that are damaged: somebody is told. */

/** What the bot has said since the last time, each with the chat before it. */
function said(player: Player): readonly string[] {
  return player.take().map(({ outgoing: { to, text } }) => `${to.chat}：${text.split('\n')[0]}`);
}

/** Somebody says something; whether it was kept does not matter here. */
async function hear(player: Player, name: string, text: string, more: object = {}) {
  await player.say({ name, text, ...more }).catch((error: Error) => {
    expect(error.name).toBe('CommitFailed');
  });
  return said(player);
}

/** An activity to sign up for, and a disk that has just become full. */
async function full() {
  const disk = new MemoryDisk();
  const loaded: string[] = [];
  const openStore = async (): Promise<Store> => {
    const store = memoryStore(disk);
    const load = (name: string) => {
      loaded.push(name);
      return store.load(name);
    };
    return { ...store, load };
  };
  const player = await players({ openStore });
  await player.say({ name: '联络员', text: '/活动 明天下午3点 清洁家园' });
  await player.say({ name: '周敏', text: '/帮助', private: true });
  player.take();
  disk.full = true;
  expect(await hear(player, '张伟', '+1')).toEqual(['联盟群：刚才没有记下来，请再发一次']);
  return { disk, player, loaded };
}

const GROUP = '联盟群';
const WHY = '现在记不下来：磁盘满了，要请管理员处理。';

test('a chat is told once in ten minutes, and another one is told too', async () => {
  const { player } = await full();
  expect(await hear(player, '张伟', '+1')).toEqual([`${GROUP}：${WHY}`]);
  expect(await hear(player, '李娟', '+1')).toEqual([]);
  expect(await hear(player, '李娟', '/需求 灯坏了', { private: true })).toEqual([`李娟：${WHY}`]);
  player.clock.moveTo(player.clock.now() + 9 * MINUTE);
  expect(await hear(player, '赵磊', '+1')).toEqual([]);
  player.clock.moveTo(player.clock.now() + MINUTE);
  expect(await hear(player, '赵磊', '+1')).toEqual([`${GROUP}：${WHY}`]);
});

test('questions are answered from memory, and nothing of what was refused is in it', async () => {
  const { player } = await full();
  await hear(player, '李娟', '+1');
  await player.say({ name: '张伟', text: '名单' });
  const [list] = player.take();
  expect(list?.outgoing.text).toMatch(/清洁家园(.|\n)*还没有人报名/);
  expect(list?.outgoing.text).not.toMatch(/张伟|李娟/);
});

test('the convenor hears of it once, however long it lasts', async () => {
  const { player } = await full();
  const heard: string[] = [];
  for (let ticks = 0; ticks < 50; ticks++) {
    player.clock.moveTo(player.clock.now() + MINUTE / 2);
    await player.settle();
    heard.push(...said(player));
  }
  expect(heard).toEqual([expect.stringMatching(/^周敏：⚠ 我现在什么都记不下来：机器的磁盘满了/)]);
});

test('/状态 knows, and forgets when there is room; then everything is kept', async () => {
  const { disk, player } = await full();
  player.clock.moveTo(player.clock.now() + 5 * MINUTE);
  await player.say({ name: '联络员', text: '/状态' });
  expect(player.take()[0]?.outgoing.text).toContain(
    '⚠ 5 分钟前起什么都记不下来：磁盘满了，请管理员腾出地方',
  );
  disk.full = false;
  expect(await hear(player, '张伟', '+1')).toEqual([`${GROUP}：E1 报名 张伟。共 1 人`]);
  await player.say({ name: '联络员', text: '/状态' });
  expect(player.take()[0]?.outgoing.text).not.toContain('记不下来');
  await player.restart();
  await player.say({ name: '张伟', text: '名单' });
  expect(player.take()[0]?.outgoing.text).toContain('已报 1 人');
});

test('what is due waits, and goes on by itself when there is room', async () => {
  const { disk, player } = await full();
  await player.passTo('2026-11-16 10:00');
  said(player);
  disk.full = false;
  await player.passTo('2026-11-17 15:10');
  expect(said(player).join('\n')).toMatch(/清洁家园.*开始签到/);
});

test('a hundred refused messages read nothing again but what the first one had changed', async () => {
  const { player, loaded } = await full();
  loaded.length = 0;
  for (let n = 0; n < 100; n++) await hear(player, '张伟', '+1');
  const group = { kind: 'group', chat: GROUP, platform: 'terminal', account: 'terminal' } as const;
  const change = player.change((records) => {
    const found = groupAt(records, group);
    return found === undefined ? [] : [put(groups, { ...found, title: '别的群' })];
  });
  await expect(change).rejects.toThrow(CommitFailed);
  expect(loaded).toEqual([]);
});

test('a checkpoint that fails is in /状态 until one succeeds', async () => {
  const folder = temporaryFolder();
  const openStore = () => jsonStore({ folder, log: silentLog, checkpointBytes: 1 });
  const player = await players({ openStore });
  const status = async () => {
    await player.say({ name: '联络员', text: '/状态' });
    return player.take()[0]?.outgoing.text ?? '';
  };
  expect(await status()).not.toContain('整理');
  const obstacle = join(folder, 'documents', 'tianxing', 'requests.2026-11.json');
  mkdirSync(join(obstacle, 'in the way'), { recursive: true });
  await player.say({ name: '王五', text: '需求 灯坏了' });
  await expect.poll(status).toContain('记下的没能整理进文件（都还在）');
  rmSync(obstacle, { recursive: true });
  await expect.poll(status).not.toContain('整理');
});

/** The folder of a bot that was stopped, and how to start one over it. */
async function stopped() {
  const folder = temporaryFolder();
  const player = await players({ openStore: () => jsonStore({ folder, log: silentLog }) });
  await player.stop();
  return { player, people: join(folder, 'documents', 'tianxing', 'people.json'), folder };
}

test('a record of wrong shape stops the start with its file, line, id and field, and not its value', async () => {
  const { player, people } = await stopped();
  const before = readFileSync(people, 'utf8');
  writeFileSync(people, before.replace('"role":"convenor"', '"role":"Convenor"'));
  const line = before.split('\n').findIndex((text) => text.includes('"role":"convenor"')) + 1;
  const starting = player.start();
  await expect(starting).rejects.toThrow(StoreDamaged);
  await expect(starting).rejects.toThrow(
    `${people}, line ${line}: the record zhou-min has a wrong role.`,
  );
  await expect(starting).rejects.not.toThrow('Convenor');
});

test.each([
  ['a quotation mark less', (text: string) => text.replace('"name"', 'name"')],
  ['an id twice', (text: string) => text.replace(/\n(\{.*\}),\n/, '\n$1,\n$1,\n')],
])(
  'an alliance whose document has %s stops the start, and nothing is written',
  async (_, damage) => {
    const { player, people, folder } = await stopped();
    writeFileSync(people, damage(readFileSync(people, 'utf8')));
    const files = () =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name !== 'lock.sqlite')
        .map((entry) => join(entry.parentPath, entry.name))
        .map((path) => [path, readFileSync(path, 'latin1')]);
    const before = files();
    await expect(player.start()).rejects.toThrow(people);
    expect(files()).toEqual(before);
  },
);
