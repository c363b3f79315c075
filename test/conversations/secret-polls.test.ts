import { expect, test } from 'vitest';
import type { Records } from '../../src/core/collection.ts';
import { ballots, pollKeys } from '../../src/features/polls/records.ts';
import type { Player } from '../../tools/play/player.ts';
import { conversation, players } from '../support/conversation.ts';

conversation(
  'a secret poll says nobody who',
  `
联络员：投票 换会长吗 A 换 B 不换 截止 明天18点 不记名
机器人：P1 换会长吗
　　不记名
　　A 换
　　B 不换
　　11月17日（周二）18:00截止，结果到时公布
　　请私聊我发字母，例如「投 P1 A」
张伟：A
机器人：P1 不记名，群里投大家都看得见，没有计票。请私聊我发「投 P1 选项」
张伟（私聊）：A
机器人→张伟：P1 收到您的一票，不记名。截止前可以再投一次来改，不投了请发「退票 P1」
李娟（私聊）：投 P1 b
机器人→李娟：P1 收到您的一票，不记名。截止前可以再投一次来改，不投了请发「退票 P1」
【重启】
张伟（私聊）：b
机器人→张伟：P1 已改您的一票，不记名。截止前可以再投一次来改，不投了请发「退票 P1」
赵磊（私聊）：A
机器人→赵磊：*
吴霞（私聊）：/帮助
机器人→吴霞：*
【2026-11-17 16:00】
机器人→吴霞：P1 换会长吗
　　11月17日（周二）18:00截止，您还没投。投票请发字母，例如「投 P1 A」，看选项发「/投票 P1」
机器人：P1 换会长吗：11月17日（周二）18:00截止，还有 12 位没投。看选项请发「/投票 P1」
赵磊（私聊）：退票 P1
机器人→赵磊：P1 您的票撤回了。想再投请发「投 P1 A」
【2026-11-17 18:00】
机器人：P1 投票结束：换会长吗
　　A 换 0票
　　B 不换 2票
　　共 2 人投票
　　办成活动请联络员发「定 P1 B 25日9点」
`,
);

test('a secret ballot cannot be read where it is kept, and nothing of it is kept after the end', async () => {
  const player = await players();
  await player.say({ name: '联络员', text: '投票 换会长吗 A 换 B 不换 截止 明天18点 不记名' });
  const voters = ['张伟', '李娟', '赵磊', '吴霞'];
  await player.say(...voters.map((name) => ({ name, private: true, text: '投 P1 A' })));
  const kept = await recordsOf(player, (records) => records.all(ballots));
  expect(kept).toHaveLength(4);
  expect(new Set(kept.map(({ marks }) => marks)).size).toBeGreaterThan(1);
  expect(kept.every(({ by, message }) => by === undefined && message === undefined)).toBe(true);
  await player.passTo('2026-11-17 18:00');
  expect(
    player
      .take()
      .map(({ outgoing }) => outgoing.text)
      .join('\n'),
  ).toContain('A 换 4票');
  expect(
    await recordsOf(player, (records) => [...records.all(ballots), ...records.all(pollKeys)]),
  ).toEqual([]);
});

async function recordsOf<T>(player: Player, read: (records: Records) => T): Promise<T> {
  const found: T[] = [];
  await player.change((records) => {
    found.push(read(records));
    return [];
  });
  const [one] = found;
  if (one === undefined) throw new Error('nothing was read');
  return one;
}

conversation(
  'a secret vote goes with its voter when two accounts turn out to be one person’s',
  `
联络员：投票 换会长吗 A 换 B 不换 截止 明天18点 不记名
机器人：*
小张（私聊）@wechat：投 P1 B
机器人→小张@wechat：*
小张（私聊）@wechat：/绑定
张伟（私聊）：/绑定 {码}
张伟（私聊）：/绑定 {码} 确认
【重启】
【2026-11-17 18:00】
机器人：*B 不换 1票*
`,
);
