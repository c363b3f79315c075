import { expect, test } from 'vitest';
import { deliveries } from '../../src/core/records.ts';
import { unsaid } from '../../src/core/unsaid.ts';
import { type Outgoing, SendFailed } from '../../src/ports/chat.ts';
import { players } from '../support/conversation.ts';

/* What could not be said at last is told to the convenor. */

type Failing = (outgoing: Outgoing) => SendFailed | undefined;

/** The example alliance, with a platform that fails as it is told; what was said to the convenor. */
async function failing(fails: Failing) {
  const way = { fails };
  const onSend = async (outgoing: Outgoing) => {
    const failed = way.fails(outgoing);
    if (failed !== undefined) throw failed;
  };
  const player = await players({ onSend });
  const told = () =>
    player
      .take()
      .map(({ outgoing }) => outgoing)
      .filter(({ to }) => to.kind === 'private' && to.chat === '周敏')
      .map(({ text }) => text);
  return { player, way, told };
}

const toGroup: Failing = ({ to }) =>
  to.kind === 'group' ? new SendFailed('uncertain', 'no answer') : undefined;

test('an answer that nobody waits for any more, and what it was', async () => {
  const { player, told } = await failing(toGroup);
  await player.say({ name: '张伟', text: '日程' });
  await player.say({ name: '李娟', text: '/帮助' });
  await player.passTo('2026-11-16 09:28');
  expect(told()).toEqual([]);
  await player.passTo('2026-11-16 09:35');
  const [text, ...more] = told();
  expect(more).toEqual([]);
  expect(text).toMatch(/^有 2 条该说的话没能送到：\n/);
  expect(text).toContain('在「联盟群」的回答「接下来：」（发了几次，不知道到没到）');
  await player.restart();
  await player.passTo('2026-11-16 10:30');
  expect(told()).toEqual([]);
});

test('growing pauses: a trouble of half an hour makes no hundred tries', async () => {
  let tries = 0;
  const { player } = await failing(({ text }) => {
    if (!text.startsWith('接下来')) return undefined;
    tries += 1;
    return new SendFailed('uncertain', 'no answer');
  });
  await player.say({ name: '张伟', text: '日程' });
  await player.passTo('2026-11-16 10:00');
  expect(tries).toBeGreaterThan(8);
  expect(tries).toBeLessThan(20);
});

test('a word in private that somebody needs is tried for a day, and nobody reads it instead', async () => {
  const { player, way, told } = await failing(({ to }) =>
    to.kind === 'private' && to.chat !== '周敏'
      ? new SendFailed('refused', '429', 60_000)
      : undefined,
  );
  await player.say({ name: '李雪梅', private: true, text: '日程' });
  await player.passTo('2026-11-16 09:35');
  expect(told()[0]).toMatch(/给 李雪梅 的回答（一直发不出去，过时了）/);
  await player.say({ name: '张伟', text: '需求 3号楼灯坏了' });
  await player.passTo('2026-11-17 09:00');
  way.fails = () => undefined;
  await player.passTo('2026-11-17 09:10');
  expect(told().join('\n')).not.toContain('没能送到');
});

test('what the platform will never take is told; who has shut the bot out waits for no answer', async () => {
  const { player, way, told } = await failing(({ text }) =>
    text.startsWith('接下来') ? new SendFailed('unfit', '400') : undefined,
  );
  await player.say({ name: '张伟', text: '日程' });
  await player.passTo('2026-11-16 09:01');
  expect(told()).toEqual([expect.stringContaining('（平台不收这一条）')]);
  way.fails = ({ to }) => (to.chat === '张伟' ? new SendFailed('gone', '403') : undefined);
  await player.say({ name: '张伟', private: true, text: '日程' });
  await player.passTo('2026-11-16 09:05');
  expect(told()).toEqual([]);
});

test('that something was not said, and cannot be told either, goes round no further', async () => {
  const { player } = await failing(() => new SendFailed('uncertain', 'no answer'));
  await player.say({ name: '张伟', text: '日程' });
  await player.passTo('2026-11-16 10:00');
  const records = await player.records();
  expect(records.all(deliveries).map(({ lastWord }) => lastWord)).toEqual([true]);
  await player.passTo('2026-11-18 09:00');
  expect(records.all(deliveries)).toEqual([]);
  expect(records.all(unsaid)).toEqual([]);
});
