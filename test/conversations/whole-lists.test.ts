import { expect, test } from 'vitest';
import { players } from '../support/conversation.ts';

test('a group reads the first names of a list, in private all of them stand in it', async () => {
  const player = await players();
  await player.say({ name: '李雪梅', text: '/活动 明天15点 大扫除' });
  const names = Array.from(
    { length: 40 },
    (_, at) => `王${'一二三四五六七八九十'[at % 10]}${'甲乙丙丁'[Math.floor(at / 10)]}`,
  );
  for (let from = 0; from < names.length; from += 10)
    await player.say({ name: '李雪梅', text: `+1 ${names.slice(from, from + 10).join(' ')}` });
  player.take();
  await player.say({ name: '李雪梅', text: '名单 E1' });
  const inGroup = player
    .take()
    .map(({ outgoing }) => outgoing.text)
    .join('\n');
  await player.say({ name: '李雪梅', text: '名单 E1', private: true });
  const inPrivate = player
    .take()
    .map(({ outgoing }) => outgoing.text)
    .join('\n');
  const shown = (text: string) => names.filter((name) => text.includes(name)).length;
  expect(shown(inGroup)).toBe(30);
  expect(inGroup).toContain('等 40 人');
  expect(shown(inPrivate)).toBe(40);
});
