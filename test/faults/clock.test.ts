import { describe, expect, test } from 'vitest';
import { HOUR, MINUTE } from '../../src/core/time.ts';
import { SendFailed } from '../../src/ports/chat.ts';
import { Broadcasting, RULE } from '../support/broadcasting.ts';
import { playersInMemory } from '../support/conversation.ts';

/* A clock that was set ahead and back, and somebody on the machine who says that it is right now. */

const RIGHT = { do: 'clock', right: true } as const;

async function running(at: string): Promise<Broadcasting> {
  const bot = new Broadcasting(at);
  await bot.start();
  await bot.import(RULE);
  return bot;
}

describe('years ahead and back', () => {
  test('what is scheduled waits until somebody says that the clock is right, then all is as it was', async () => {
    const bot = await running('2026-11-10 12:00');
    await bot.say('李雪梅', '/活动 20日9点 清洁家园');
    await bot.say('李雪梅', '投票 做什么 A 清洁 B 义诊 截止 21日18点');
    await bot.say('张伟', 'A');
    await bot.say('张伟', '需求 3号楼楼道灯坏了');
    await bot.sleepTo('2029-05-24 12:00');
    await bot.runTo('2029-05-24 12:10');
    await bot.sleepTo('2026-11-12 12:00');
    await bot.say('李雪梅', '/状态');
    expect(bot.inGroups().at(-1)).toContain('时钟没错就运行 npm run clock -- right');
    expect(await bot.order({ do: 'clock', right: false })).toMatch(
      /2026-11-1\d .*until 2029-05-24/,
    );
    const before = bot.inGroups().length;
    await bot.runTo('2026-11-13 12:00', 1_800_000);
    expect(bot.inGroups()).toHaveLength(before);
    expect(await bot.order(RIGHT)).toMatch(/^the clock is right: 2026-11-13/);
    expect(await bot.order(RIGHT)).toMatch(/nothing waits/);
    await bot.say('李雪梅', '/状态');
    expect(bot.inGroups().at(-1)).not.toContain('时钟');
    await bot.killed();
    const from = bot.inGroups().length;
    await bot.runTo('2026-12-25 08:00', 600_000);
    const first = (text: string) => text.split('\n')[0] ?? '';
    const said = bot.inGroups().slice(from).map(first);
    expect(said).toEqual(
      expect.arrayContaining([expect.stringMatching(/E1 清洁家园 11月20日.*开始签到/)]),
    );
    expect(said).toEqual(expect.arrayContaining([expect.stringContaining('P1 投票结束：做什么')]));
    expect(said).toEqual(expect.arrayContaining([expect.stringContaining('早上好')]));
    expect(
      said.filter((text) => /【(还有|今天)/.test(text)).map((text) => text.replace(/E\d+ /, '')),
    ).toEqual([
      '【还有 3 天】服务日 11月25日（周三）9:00–11:00',
      '【今天】服务日 11月25日（周三）9:00–11:00',
      '【还有 3 天】服务日 12月25日（周五）9:00–11:00',
      '【今天】服务日 12月25日（周五）9:00–11:00',
    ]);
  });

  test('the year that was lived too early is lived again', async () => {
    const bot = await running('2026-11-10 12:00');
    await bot.sleepTo('2027-02-24 12:00');
    await bot.sleepTo('2026-11-12 12:00');
    await bot.order(RIGHT);
    await bot.runTo('2027-03-26 12:00', 1_800_000);
    const days = bot.rows().map(({ broadcast, state }) => `${broadcast} ${state}`);
    expect(days.sort()).toEqual(
      ['2026-11-25', '2026-12-25', '2027-01-25', '2027-02-25', '2027-03-25'].flatMap((date) => [
        `service/${date}/ahead sent`,
        `service/${date}/today sent`,
      ]),
    );
    expect(new Set(bot.notices()).size).toBe(10);
  });
});

describe('days ahead and back', () => {
  test('what was sent is not sent again, what was not comes at its time', async () => {
    const bot = await running('2026-11-10 12:00');
    await bot.sleepTo('2026-11-22 18:01');
    expect(bot.notices()).toHaveLength(1);
    await bot.sleepTo('2026-11-12 12:00');
    await bot.order(RIGHT);
    await bot.runTo('2026-11-24 12:00', 1_800_000);
    expect(bot.notices()).toHaveLength(1);
    await bot.runTo('2026-11-25 12:00', 600_000);
    expect(bot.notices()).toHaveLength(2);
    expect(bot.notices()[1]).toContain('【今天】E1 服务日 11月25日');
    expect(bot.inGroups().filter((text) => text.includes('开始签到'))).toHaveLength(1);
  });

  test('a chat that was to be tried again in that time is tried at its time', async () => {
    const bot = await running('2026-11-10 12:00');
    bot.answers.set('联盟群', new SendFailed('refused', '429', 3_600_000));
    await bot.sleepTo('2026-11-22 18:01');
    await bot.sleepTo('2026-11-12 12:00');
    bot.answers.clear();
    await bot.order(RIGHT);
    await bot.runTo('2026-11-22 18:00', 1_800_000);
    expect(bot.notices()).toEqual([expect.stringMatching(/^【还有 3 天】/)]);
  });
});

test('a clock that is set back by seconds, as time servers do, is no clock in doubt', async () => {
  const bot = await running('2026-11-22 17:00');
  await bot.runTo('2026-11-22 18:00');
  const now = bot.clock.now();
  const status = async () => {
    await bot.say('李雪梅', '/状态');
    return bot.inGroups().at(-1);
  };
  bot.clock.setTo(now - 60_000);
  await bot.ticked();
  expect(await status()).not.toContain('时钟');
  expect(await bot.order(RIGHT)).toMatch(/nothing waits because of it/);
  bot.clock.setTo(now - 61_000);
  await bot.ticked();
  expect(await status()).toContain('时钟没错就运行 npm run clock -- right');
});

test('while the clock goes on there is nothing to set right', async () => {
  const bot = await running('2026-11-22 17:00');
  await bot.runTo('2026-11-22 18:00');
  expect(await bot.order(RIGHT)).toMatch(/nothing waits because of it/);
  await bot.runTo('2026-11-22 20:00');
  expect(bot.notices()).toHaveLength(1);
});

describe('while the clock is in doubt', () => {
  /** On a platform that edits, with an activity whose card was sent by a clock two hours ahead. */
  async function twoHoursAhead() {
    const player = await playersInMemory({ platforms: ['telegram'] });
    const there = { platform: 'telegram', group: '联盟群' };
    await player.say({ name: '联络员', text: '/活动 明天下午3点 清洁家园', ...there });
    await player.pass(player.clock.now() + HOUR);
    player.clock.setTo(player.clock.now() + 2 * HOUR);
    await player.settle();
    await player.say({ name: '张伟', text: '+1', ...there });
    await player.pass(player.clock.now() + MINUTE);
    player.clock.setTo(player.clock.now() - 2 * HOUR);
    await player.settle();
    player.take();
    return { player, there };
  }

  test('people who sign up see themselves on the card', async () => {
    const { player, there } = await twoHoursAhead();
    await player.say({ name: '李娟', text: '+1', ...there });
    await player.pass(player.clock.now() + 10_000);
    const edits = player.take().filter(({ outgoing }) => outgoing.replaces !== undefined);
    expect(edits.at(-1)?.outgoing.text).toMatch(/2.*人/);
    await player.say({ name: '赵磊', text: '+1', ...there });
    await player.pass(player.clock.now() + 10_000);
    expect(player.take().at(-1)?.outgoing.text).toMatch(/3.*人/);
  });

  test('a change that waited by the clock that stood ahead is shown', async () => {
    const { player, there } = await twoHoursAhead();
    player.clock.setTo(player.clock.now() + 2 * HOUR);
    const said = player.say({ name: '李娟', text: '+1', ...there });
    player.clock.setTo(player.clock.now() - 2 * HOUR);
    await said;
    await player.say({ name: '赵磊', text: '+1', ...there });
    await player.pass(player.clock.now() + 10_000);
    expect(player.take().at(-1)?.outgoing.text).toMatch(/3.*人/);
  });

  test('a notice is not promised: its author is told, before and when they confirm it', async () => {
    const bot = await running('2026-11-10 12:00');
    await bot.runTo('2026-11-10 12:20');
    await bot.sleepTo('2026-11-10 10:00');
    await bot.say('李雪梅', '/公告 明天停水');
    expect(bot.inGroups().at(-1)).toMatch(/明天停水(.|\n)*时钟不对/);
    await bot.say('李雪梅', '发');
    expect(bot.inGroups().at(-1)).toMatch(/^这条没有发：机器的时钟不对/);
    await bot.runTo('2026-11-10 12:40');
    await bot.say('李雪梅', '/公告 明天停水');
    expect(bot.inGroups().at(-1)).not.toContain('时钟');
    await bot.say('李雪梅', '发');
    await bot.runTo('2026-11-10 12:45');
    expect(bot.inGroups().at(-1)).toBe('【公告】明天停水');
    // The convenor has heard of the clock, once, and nobody of a notice that was not sent.
    expect(bot.toPeople()).toEqual([
      expect.stringMatching(/^周敏：⚠ 机器的时钟比我记过的时间还早/),
    ]);
  });
});
