import { expect, test } from 'vitest';
import { MemoryDisk, memoryStore } from '../../adapters/store-memory/index.ts';
import { players } from '../support/conversation.ts';

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
  expect(texts).toEqual(names.map(() => '刚才没有记下来，请再发一次'));
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
  const player = await players({
    openStore: async () => memoryStore(disk),
    onSend: async () => (hang ? new Promise<void>(() => {}) : undefined),
  });
  void player.say({ name: '张伟', text: '日程', id: 'm-1' }).catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, 50));
  hang = false;
  await player.crash();
  await player.say({ name: '张伟', text: '日程', id: 'm-1' });
  const replies = player.take();
  expect(replies).toHaveLength(1);
  expect(replies[0]?.outgoing.text).toMatch(/^接下来：/);
});
