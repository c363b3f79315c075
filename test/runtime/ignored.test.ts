import { expect, test } from 'vitest';
import { type IgnoreReason, ignoreReasons } from '../../src/core/ignored.ts';
import { play } from '../../tools/play/play.ts';
import type { Player } from '../../tools/play/player.ts';
import type { Spoken } from '../../tools/play/stage.ts';
import { playersInMemory } from '../support/conversation.ts';

/** The reasons that are counted while somebody speaks. */
async function reasonsOf(player: Player, ...lines: readonly Spoken[]): Promise<IgnoreReason[]> {
  const before = new Map(player.ignored);
  await player.say(...lines);
  const after = [...player.ignored];
  return after.flatMap(([reason, count]) =>
    Array.from({ length: count - (before.get(reason) ?? 0) }, () => reason),
  );
}

/** What a liaison has said before: one request that is claimed, and no activity that is open. */
const BEFORE: readonly Spoken[] = [
  { name: '王五', text: '需求 3号楼灯坏了' },
  { name: '张伟', text: '认领 1 周六上午' },
];

/** What is said, and why the bot says nothing to it; every reason that people can cause is here. */
const SAID: readonly (readonly [Partial<Spoken> & { text: string }, IgnoreReason])[] = [
  [{ text: '大家早上好' }, 'talk'],
  [{ text: '' }, 'talk'],
  [{ text: '/help@otherbot' }, 'other-bot'],
  [{ text: '/weather' }, 'other-bot'],
  [{ text: '+1', group: '别的群' }, 'not-bound'],
  [{ text: '同意', name: '张伟' }, 'not-invited'],
  [{ text: '同意', name: '李雪梅' }, 'nobody-asked'],
  [{ text: '', photos: 1, name: '李四' }, 'photos-alone'],
  [{ text: '1' }, 'no-photo'],
  [{ text: '报名' }, 'several-open'],
  [{ text: '请假' }, 'several-open'],
  [{ text: 'A' }, 'talk'],
  [{ text: '+1 水果便宜卖' }, 'unclear-who'],
  [{ text: '完成 1 了吗', name: '张伟' }, 'question'],
  [{ text: '完成 2 个任务', name: '张伟' }, 'counted'],
  [{ text: '口令', name: '李雪梅' }, 'nothing-open'],
  [{ text: '1. 王芳\n2. 刘洋\n3. 陈晨' }, 'nothing-open'],
  [{ text: '发', name: '李雪梅' }, 'nothing-open'],
  [{ text: '投票 大家快去投', name: '李雪梅' }, 'guess-declined'],
];

test.each(SAID)('%j is ignored: %s', async (said, reason) => {
  const player = await playersInMemory();
  await player.say(...BEFORE);
  player.take();
  expect(await reasonsOf(player, { name: '王五', ...said })).toEqual([reason]);
  expect(player.take()).toEqual([]);
});

test('a cry for help that was answered just now is nothing new; nor is a repeated message', async () => {
  const player = await playersInMemory();
  const cry = { name: '王五', text: '救命啊，有人晕倒了！' };
  expect(await reasonsOf(player, cry)).toEqual([]);
  expect(await reasonsOf(player, cry)).toEqual(['nothing-new']);
  const help = { name: '王五', text: '/帮助', id: 'm-1' };
  expect(await reasonsOf(player, help)).toEqual([]);
  expect(await reasonsOf(player, help)).toEqual(['repeated']);
});

test('what is answered is not counted, and what is ignored is counted each time', async () => {
  const player = await playersInMemory();
  await player.say({ name: '王五', text: '早' }, { name: '张伟', text: '早' });
  await player.say({ name: '王五', text: '/帮助' });
  expect([...player.ignored]).toEqual([['talk', 2]]);
});

test('a play tells the reason of each silence, in lines that a script passes over', async () => {
  const script = ['王五：早', '王五：/日程', '王五：+1', '（沉默）'].join('\n');
  const player = await playersInMemory();
  const { transcript, differences } = await play(script, player, '别的群', { why: true });
  const lines = transcript.split('\n');
  expect(lines.slice(0, 3)).toEqual(['王五：早', '（沉默）', `# talk: ${ignoreReasons.talk}`]);
  expect(lines.slice(-3)).toEqual([
    '王五：+1',
    '（沉默）',
    `# not-bound: ${ignoreReasons['not-bound']}`,
  ]);
  expect(lines.filter((line) => line.startsWith('#'))).toHaveLength(2);
  expect(differences).toEqual([]);
});

test('the transcript of a play without that is as it was', async () => {
  const { transcript } = await play('王五：早', await playersInMemory(), '联盟群');
  expect(transcript).toBe('王五：早');
});
