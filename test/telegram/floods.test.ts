import { expect, test } from 'vitest';
import { OneClockStage } from '../support/one-clock.ts';

/* Many say much at once, and Telegram takes 20 messages a minute in a group. */

const rates = { perSecond: 30, perGroupMinute: 20, perGroupSecond: 3 };

async function open() {
  const made = await OneClockStage.open({ begin: '2026-11-22 17:59', rates });
  await made.pass(61_000);
  const { stage } = made;
  const { server, group } = stage;
  const begun = group.messages.length;
  /** What the bot has said in the group since then. */
  const said = () =>
    group.messages
      .slice(begun)
      .filter(({ from }) => from?.id === server.bot.id)
      .map(({ text = '' }) => text);
  /** Somebody says some things one after another, so many ms apart. */
  const says = async (name: string, texts: readonly string[], apart = 15) => {
    for (const text of texts) {
      server.say(stage.user(name), text, group);
      await made.pass(apart);
    }
  };
  return { made, stage, server, said, says };
}

test('twenty people ask for the list: 16 answers in 13 s, what is more in one of them, no refusal', async () => {
  const { made, stage, server, said, says } = await open();
  const people = Array.from({ length: 20 }, (_, index) => `居民${index}`);
  for (const name of people) await says(name, ['名单 E1'], 100);
  await made.pass(13_500);
  const answers = said();
  expect(answers).toHaveLength(16);
  expect(answers.at(-1)).toMatch(/^居民15、居民16、居民17、居民18、居民19：\nE1 服务日/);
  expect(server.flood.refused).toBe(0);
  // Room was kept for the card.
  await says('张伟', ['+1']);
  await made.pass(2_000);
  expect(stage.shown().some((text) => text.includes('报名：张伟'))).toBe(true);
  expect(server.flood.refused).toBe(0);
});

test('one person floods the group: five answers, one sum, one word; the others are answered', async () => {
  const { made, server, said, says } = await open();
  const words = ['/帮助', '名单 E1', '日程', '/状态', '/需求列表'];
  await says(
    '王五',
    Array.from({ length: 200 }, (_, index) => words[index % 5] ?? ''),
  );
  await says('李娟', ['需求 楼上漏水了']);
  await made.pass(4_000);
  expect(said().some((text) => text.includes('楼上漏水了'))).toBe(true);
  await made.pass(60_000);
  const toFlooder = said().filter((text) => !text.includes('楼上漏水了'));
  expect(toFlooder.length).toBeLessThanOrEqual(6);
  const sum = toFlooder.filter((text) => text.startsWith('王五，您连着说了'));
  expect(sum).toHaveLength(1);
  expect(sum[0]?.split('\n').length).toBeLessThanOrEqual(8);
  expect(toFlooder.filter((text) => text.includes('您说得太快了'))).toHaveLength(1);
  expect(server.flood.refused).toBe(0);
  // Later they are heard again.
  await says('王五', ['日程']);
  await made.pass(2_000);
  expect(said().at(-1)).toMatch(/^接下来/);
});

test('twenty sign-ups of one person in ten seconds are all decided, and the sum names what was done', async () => {
  const { made, stage, said, says } = await open();
  const names = Array.from(
    { length: 20 },
    (_, index) => `家人${'甲乙丙丁戊己庚辛壬癸'[index % 10]}${index < 10 ? '一' : '二'}`,
  );
  await says(
    '张伟',
    names.map((name) => `/报名 E1 ${name}`),
    400,
  );
  await made.pass(90_000);
  expect(stage.shown().some((text) => text.includes('已报 20/30'))).toBe(true);
  expect(said().some((text) => text.startsWith('您说得太快了'))).toBe(false);
});

test('a liaison who calls a roll is no flood', async () => {
  const { made, stage, said, says } = await open();
  await made.passTo(stage.clock.now() + 62 * 3_600_000);
  const names = Array.from(
    { length: 30 },
    (_, index) => `居民${'甲乙丙丁戊己庚辛壬癸'[index % 10]}${'一二三'[Math.floor(index / 10)]}`,
  );
  await says(
    '李雪梅',
    names.map((name) => `到 E1 ${name}`),
    100,
  );
  await made.pass(60_000);
  expect(said().some((text) => text.startsWith('您说得太快了'))).toBe(false);
});
