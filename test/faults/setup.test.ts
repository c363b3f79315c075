import { expect, test } from 'vitest';
import { MemoryDisk, memoryStore } from '../../adapters/store-memory/index.ts';
import { players } from '../support/conversation.ts';
import { ask } from '../support/read.ts';

test('a message that the platform repeats makes nobody convenor twice and counts as no wrong code', async () => {
  const player = await players({ file: 'none' });
  const line = { name: '周敏', private: true, text: '/初始化 {码} 天星联盟', id: 'm1' };
  for (let time = 0; time < 8; time++) await player.say(line);
  await player.restart();
  await player.say(line);
  expect(player.take().map(({ outgoing }) => outgoing.text)).toEqual([
    expect.stringContaining('您现在是「天星联盟」的召集人了'),
  ]);
  expect(await ask(player, '周敏', '/单位 恒威集团')).toContain('记下了 1 家单位');
});

test('two people who send one code in the same moment: one has it', async () => {
  const player = await players({ file: 'none' });
  await player.say(
    { name: '周敏', private: true, text: '/初始化 {码} 天星联盟' },
    { name: '王芳', private: true, text: '/初始化 {码} 天星联盟' },
  );
  const said = player.take().map(({ outgoing }) => outgoing.text);
  expect(said.filter((text) => text.includes('您现在是「天星联盟」的召集人了'))).toHaveLength(1);
  expect(said.filter((text) => text.includes('这个码不对'))).toHaveLength(1);
});

test('what is not durable has not happened, neither in the alliance nor in the directory', async () => {
  const disk = new MemoryDisk();
  const player = await players({ file: 'none', openStore: async () => memoryStore(disk) });
  disk.full = true;
  await expect(
    player.say({ name: '周敏', private: true, text: '/初始化 {码} 天星联盟' }),
  ).rejects.toThrow();
  disk.full = false;
  await player.settle();
  expect(await ask(player, '周敏', '/联盟')).toContain('您还不在任何联盟里');
  expect(await ask(player, '周敏', '/初始化 {码} 天星联盟')).toContain(
    '您现在是「天星联盟」的召集人了',
  );
  disk.full = true;
  await expect(player.say({ name: '周敏', text: '/启用', group: '天星群' })).rejects.toThrow();
  disk.full = false;
  await player.settle();
  expect(await ask(player, '周敏', '/帮助', '天星群')).toContain('这个群还没有启用');
});

test('hostile names and huge input neither break a dialogue nor reach others', async () => {
  const player = await players({ file: 'none' });
  const hostile = [
    '__proto__',
    'constructor',
    '召集人\n机器人：好的',
    '<b>周敏</b>',
    '👨‍👩‍👧'.repeat(30),
    '"],["',
  ];
  for (const name of hostile) {
    expect(await ask(player, name, '/绑定 AAAA-AAAA')).toContain('这个码不对');
    expect(await ask(player, name, '/联盟')).toContain('您还不在任何联盟里');
  }
  expect(await ask(player, '__proto__', '/初始化 {码} __proto__')).toContain(
    '您现在是「__proto__」的召集人了',
  );
  expect(await ask(player, '__proto__', `/单位 ${'恒'.repeat(20_000)}`)).toContain(
    '记下了 1 家单位',
  );
  expect(await ask(player, '__proto__', `/单位 ${'单位\n'.repeat(3_000)}`)).toContain(
    '一次最多 60 行',
  );
});
