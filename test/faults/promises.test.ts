import { describe, expect, test } from 'vitest';
import { polls } from '../../src/features/polls/records.ts';
import { SendFailed } from '../../src/ports/chat.ts';
import { Broadcasting, RULE } from '../support/broadcasting.ts';

/* The ten promises of scheduled sends; the numbers are theirs. */

const AHEAD = '【还有 3 天】E1 服务日 11月25日（周三）9:00–11:00';

async function running(
  at: string,
  groups?: readonly string[],
  ...rules: readonly object[]
): Promise<Broadcasting> {
  const bot = new Broadcasting(at, groups);
  await bot.start();
  await bot.import(...(rules.length > 0 ? rules : [RULE]));
  return bot;
}

describe('1, 2: one send for each occurrence, notice and group, for ever', () => {
  test('restarts, moved clocks and imports send nothing again', async () => {
    const bot = await running('2026-11-22 17:00');
    await bot.runTo('2026-11-22 18:00');
    expect(bot.notices()).toEqual([expect.stringContaining(AHEAD)]);
    expect(bot.rows().map(({ id }) => id.split('@')[0])).toEqual(['service/2026-11-25/ahead']);
    await bot.killed();
    await bot.import(RULE);
    await bot.sleepTo('2026-11-22 17:30');
    await bot.runTo('2026-11-22 18:10');
    await bot.import({ ...RULE, place: '广场' });
    await bot.killed();
    await bot.sleepTo('2026-11-22 19:00');
    expect(bot.notices()).toHaveLength(1);
  });
});

test('3: within half a minute of its time', async () => {
  const bot = await running('2026-11-22 17:59');
  bot.clock.moveTo(bot.clock.now() + 7_000);
  await bot.ticked();
  expect(bot.notices()).toEqual([]);
  for (let tick = 0; tick < 2; tick++) {
    bot.clock.moveTo(bot.clock.now() + 30_000);
    await bot.ticked();
  }
  expect(bot.notices()).toHaveLength(1);
  expect(bot.notices()[0]).not.toContain('补发');
});

describe('4: late', () => {
  test('inside the window it is sent once, marked, with the planned time', async () => {
    const bot = await running('2026-11-22 17:00');
    await bot.sleepTo('2026-11-22 19:30');
    await bot.killed();
    expect(bot.notices()).toEqual([
      expect.stringContaining(`【补发】原定 11月22日（周日）18:00\n${AHEAD}`),
    ]);
  });

  test.each([
    ['past the window', '2026-11-22 20:01', RULE],
    [
      'past midnight',
      '2026-11-23 00:01',
      { ...RULE, notices: [{ id: 'ahead', days: 3, at: '23:30' }] },
    ],
    [
      'past the start',
      '2026-11-25 09:01',
      { ...RULE, notices: [{ id: 'today', days: 0, at: '07:30' }] },
    ],
  ])('%s it is never sent, and the liaisons are told once', async (_, wakes, rule) => {
    const bot = await running('2026-11-22 17:00', undefined, rule);
    await bot.sleepTo(wakes);
    await bot.killed();
    await bot.runTo('2026-11-25 10:00', 600_000);
    expect(bot.notices().filter((text) => !text.includes('【今天】'))).toEqual([]);
    expect(bot.rows()[0]).toMatchObject({ state: 'skipped', why: 'stale', reported: true });
    const told = bot.toPeople().filter((text) => text.includes('没有按时发到群里'));
    expect(told.map((text) => text.split('：')[0]).sort()).toEqual(['周敏', '李雪梅'].sort());
  });

  test('of several missed ones only the newest that is still inside its window', async () => {
    const notices = [
      { id: 'early', days: 0, at: '07:00' },
      { id: 'today', days: 0, at: '07:30' },
    ];
    const bot = await running('2026-11-24 12:00', undefined, { ...RULE, notices });
    await bot.sleepTo('2026-11-25 07:50');
    expect(bot.notices()).toEqual([expect.stringContaining('原定 11月25日（周三）7:30')]);
    expect(bot.rows().map(({ state }) => state)).toEqual(['skipped', 'sent']);
  });

  test('after a year of sleep one word to the liaisons, and the next day is on time', async () => {
    const bot = await running('2025-11-22 17:00');
    await bot.sleepTo('2026-11-22 17:00');
    await bot.runTo('2026-11-23 08:00', 3_600_000);
    const told = bot
      .toPeople()
      .filter((text) => text.startsWith('周敏') && text.includes('没有按时'));
    expect(told).toHaveLength(1);
    expect(bot.notices()).toHaveLength(1);
  });
});

describe('5: the process is killed', () => {
  test('before the send: it is sent once, without a mark', async () => {
    const bot = await running('2026-11-22 17:00');
    await bot.start({ connected: false });
    await bot.runTo('2026-11-22 18:00');
    expect(bot.rows()).toMatchObject([{ state: 'planned', attempts: 0 }]);
    await bot.killed();
    expect(bot.notices()).toEqual([expect.not.stringContaining('如已收到')]);
  });

  test('in the send, again and again: tried with pauses, and in the end left to people, who are told', async () => {
    const bot = await running('2026-11-22 17:00');
    bot.answers.set('联盟群', 'never');
    await bot.runTo('2026-11-22 18:00');
    expect(bot.rows()).toMatchObject([{ state: 'sending', attempts: 1 }]);
    await bot.killed();
    expect(bot.rows()).toMatchObject([{ state: 'sending', attempts: 2 }]);
    await bot.killed();
    // The third try waits a moment: what kills the process is not sent without a pause.
    expect(bot.rows()).toMatchObject([{ state: 'sending', attempts: 2 }]);
    await bot.runTo('2026-11-22 18:01');
    expect(bot.rows()).toMatchObject([{ state: 'sending', attempts: 3 }]);
    await bot.killed();
    await bot.sleepTo('2026-11-22 20:01');
    await bot.killed();
    expect(bot.rows()).toMatchObject([{ state: 'uncertain', why: 'crashed' }]);
    await bot.runTo('2026-11-22 20:05');
    expect(bot.notices()).toEqual([]);
    expect(bot.toPeople().filter((text) => text.includes('不确定是否发出'))).toHaveLength(2);
  });

  test('in the send, and then all is well: the groups see one message that says it may be the second', async () => {
    const bot = await running('2026-11-22 17:00');
    bot.answers.set('联盟群', 'never');
    await bot.runTo('2026-11-22 18:00');
    bot.answers.clear();
    await bot.killed();
    await bot.killed();
    expect(bot.notices()).toEqual([expect.stringContaining('（如已收到请忽略）')]);
    expect(bot.rows()).toMatchObject([{ state: 'sent' }]);
  });

  test('after the send, before it was written down: sent once more at most, marked', async () => {
    const bot = await running('2026-11-22 17:00');
    bot.answers.set('联盟群', () => {
      bot.disk.full = true;
    });
    await expect(bot.runTo('2026-11-22 18:00')).rejects.toThrow();
    expect(bot.notices()).toHaveLength(1);
    bot.disk.full = false;
    bot.answers.clear();
    await bot.killed();
    await bot.killed();
    expect(bot.notices()).toHaveLength(2);
    expect(bot.notices()[1]).toContain('（如已收到请忽略）');
  });

  test('long after: nothing is sent any more, nobody knows whether it was', async () => {
    const bot = await running('2026-11-22 17:00');
    bot.answers.set('联盟群', 'never');
    await bot.runTo('2026-11-22 18:00');
    bot.answers.clear();
    await bot.sleepTo('2026-11-22 23:00');
    await bot.killed();
    expect(bot.notices()).toEqual([]);
    expect(bot.rows()).toMatchObject([{ state: 'uncertain', why: 'crashed' }]);
  });

  test('a platform that does not answer may have sent it; one that refuses has not', async () => {
    const bot = await running('2026-11-22 17:00', ['不回的群', '拒绝的群']);
    bot.answers.set('不回的群', 'never').set('拒绝的群', new SendFailed('refused', '429', 5_000));
    await bot.runTo('2026-11-22 18:00');
    bot.answers.clear();
    await bot.runTo('2026-11-22 18:04');
    const mark = expect.stringContaining('（如已收到请忽略）');
    expect(bot.notices()).toHaveLength(2);
    expect(bot.notices()).toEqual(
      expect.arrayContaining([mark, expect.not.stringContaining('如已收到')]),
    );
  });
});

describe('6: the clock is moved', () => {
  test('back: nothing again, and what is scheduled waits until it has caught up; the status says so', async () => {
    const bot = await running('2026-11-22 17:00');
    await bot.runTo('2026-11-22 18:20');
    await bot.sleepTo('2026-11-20 12:00');
    await bot.say('李雪梅', '/状态');
    expect(bot.inGroups().at(-1)).toContain('定时通知先停着');
    const notices = [{ id: 'today', days: 0, at: '14:00' }];
    const meeting = {
      id: 'meeting',
      title: '例会',
      on: { type: 'once', date: '2026-11-20' },
      at: '18:00',
      notices,
    };
    await bot.import(RULE, { ...RULE, ...meeting });
    await bot.runTo('2026-11-20 17:00', 1_800_000);
    expect(bot.notices()).toHaveLength(1);
  });

  test('forward: like a downtime; back again: what was given up stays given up', async () => {
    const bot = await running('2026-11-22 17:00');
    await bot.sleepTo('2026-11-22 21:00');
    expect(bot.rows()).toMatchObject([{ state: 'skipped' }]);
    await bot.sleepTo('2026-11-22 17:05');
    await bot.runTo('2026-11-22 18:30');
    expect(bot.notices()).toEqual([]);
  });
});

describe('7: rules are changed', () => {
  test('a time that is moved holds from the next day on, and never twice in a month', async () => {
    const bot = await running('2026-11-22 17:00');
    await bot.runTo('2026-11-22 18:00');
    await bot.say('周敏', '/规则 服务日 改到 每月最后一个周五 14:00');
    await bot.runTo('2026-12-27 12:00', 1_800_000);
    const days = bot.rows().map(({ broadcast }) => broadcast);
    expect(days).toEqual([
      'service/2026-11-25/ahead',
      'service/2026-11-25/today',
      'service/2026-12-25/ahead',
      'service/2026-12-25/today',
    ]);
    expect(bot.notices().at(-1)).toContain('14:00–16:00');
  });

  test('paused and resumed, it makes up for nothing', async () => {
    const bot = await running('2026-11-22 17:00');
    await bot.say('周敏', '/规则 服务日 暂停');
    await bot.runTo('2026-11-24 12:00', 1_800_000);
    await bot.say('周敏', '/规则 服务日 恢复');
    await bot.runTo('2026-11-25 08:00', 1_800_000);
    expect(bot.rows().map(({ broadcast, state }) => `${broadcast} ${state}`)).toEqual([
      'service/2026-11-25/today sent',
    ]);
  });

  test('imported after its time, it makes no past day', async () => {
    const bot = await running('2026-11-25 09:30');
    await bot.runTo('2026-11-26 09:00', 1_800_000);
    expect(bot.rows()).toEqual([]);
  });
});

describe('9: holidays are changed', () => {
  const free = (from: string, to: string) => [
    { year: 2026, holidays: [{ name: '假期', from, to, workdays: [] }] },
  ];

  test('a day that was moved and announced keeps its name and its day', async () => {
    const bot = new Broadcasting('2026-11-22 17:00');
    await bot.start({ holidays: free('2026-11-25', '2026-11-26') });
    await bot.import({ ...RULE, holiday: 'next' });
    await bot.runTo('2026-11-24 18:00', 1_800_000);
    expect(bot.notices()).toEqual([expect.stringContaining('11月27日（周五）')]);
    await bot.killed({ holidays: free('2026-10-01', '2026-10-07') });
    await bot.runTo('2026-11-27 08:00', 1_800_000);
    expect(bot.rows().map(({ broadcast }) => broadcast)).toEqual([
      'service/2026-11-25/ahead',
      'service/2026-11-25/today',
    ]);
    expect(bot.notices()).toHaveLength(2);
  });
});

test('10: each group has its own outcome, and the status tells it', async () => {
  const bot = await running('2026-11-22 17:00', ['联盟群', '没了的群']);
  bot.answers.set('没了的群', new SendFailed('gone', 'kicked'));
  await bot.runTo('2026-11-22 18:00');
  expect(bot.rows().map(({ state, why }) => [state, why])).toEqual([
    ['sent', undefined],
    ['failed', 'gone'],
  ]);
  await bot.say('李雪梅', '/状态 发送');
  expect(bot.inGroups().at(-1)).toBe(
    '最近的通知：\n11月22日（周日）18:00 【还有 3 天】E1 服务日 联盟群✓、没了的群✗（群发不进去）',
  );
});

describe('a group is put out of use', () => {
  test('what it refused until now is skipped at once, and nobody is told what they did themselves', async () => {
    const bot = await running('2026-11-22 17:00');
    bot.answers.set('联盟群', new SendFailed('refused', '429', 600_000));
    await bot.runTo('2026-11-22 18:00');
    expect(bot.rows()).toMatchObject([{ state: 'planned' }]);
    await bot.say('周敏', '/启用 停用');
    expect(bot.rows()).toMatchObject([{ state: 'skipped', why: 'stopped', reported: true }]);
    bot.answers.clear();
    await bot.say('周敏', '/启用');
    await bot.runTo('2026-11-22 21:00', 600_000);
    expect(bot.notices()).toEqual([]);
    expect(bot.toPeople()).toEqual([]);
    await bot.runTo('2026-11-25 07:30', 1_800_000);
    expect(bot.notices()).toHaveLength(1);
  });

  test('what was being sent is left to people after a crash: it may have arrived', async () => {
    const bot = await running('2026-11-22 17:00');
    bot.answers.set('联盟群', 'never');
    await bot.runTo('2026-11-22 18:00');
    await bot.say('周敏', '/启用 停用');
    expect(bot.rows()).toMatchObject([{ state: 'sending' }]);
    bot.answers.clear();
    await bot.killed();
    expect(bot.rows()).toMatchObject([{ state: 'uncertain', why: 'crashed' }]);
    expect(bot.notices()).toEqual([]);
  });
});

describe('the poll of a fixed day', () => {
  const poll = {
    question: '这次做什么',
    options: ['清洁家园', '义诊'],
    until: { days: 4, at: '18:00' },
  };
  const vote = { id: 'vote', days: 7, at: '09:00', poll };
  const asking = { ...RULE, notices: [vote, ...RULE.notices] };
  const ASKED = '【还有 7 天】P1 服务日 11月25日（周三），这次做什么';

  test('is opened once, whatever restarts, moves, is changed or imported again', async () => {
    const bot = await running('2026-11-18 08:00', undefined, asking);
    await bot.runTo('2026-11-18 09:00');
    expect(bot.notices()).toEqual([expect.stringContaining(ASKED)]);
    await bot.killed();
    await bot.sleepTo('2026-11-18 08:30');
    await bot.runTo('2026-11-18 09:30');
    await bot.import({ ...asking, place: '广场' });
    await bot.say('周敏', '/规则 服务日 投票 提前7天10点');
    await bot.say('周敏', '/规则 服务日 改到 每月26日 9点');
    await bot.killed();
    await bot.runTo('2026-11-24 12:00', 600_000);
    expect(bot.records(polls)).toMatchObject([{ number: 1, state: 'closed' }]);
    expect(bot.notices()).toHaveLength(2);
  });

  test('late inside the window it opens late, marked', async () => {
    const bot = await running('2026-11-18 08:00', undefined, asking);
    await bot.sleepTo('2026-11-18 10:30');
    expect(bot.notices()).toEqual([
      expect.stringContaining(`【补发】原定 11月18日（周三）9:00\n${ASKED}`),
    ]);
    expect(bot.records(polls)).toMatchObject([{ number: 1, state: 'open' }]);
  });

  test.each([
    ['past the window', '2026-11-18 11:01', asking],
    [
      'past its own end',
      '2026-11-18 10:00',
      { ...asking, notices: [{ ...vote, poll: { ...poll, until: { days: 7, at: '10:00' } } }] },
    ],
    [
      'overtaken by a newer notice',
      '2026-11-18 09:30',
      { ...asking, notices: [vote, { id: 'soon', days: 7, at: '09:20' }] },
    ],
  ])('%s there is none, and the liaisons are told once', async (_, wakes, rule) => {
    const bot = await running('2026-11-18 08:00', undefined, rule);
    await bot.sleepTo(wakes);
    await bot.killed();
    await bot.runTo('2026-11-18 12:00', 600_000);
    expect(bot.records(polls)).toEqual([]);
    const told = bot
      .toPeople()
      .filter((text) =>
        text.includes('服务日 11月25日（周三）的投票没有开：这次做什么（过了时间）'),
      );
    expect(told.map((text) => text.split('：')[0]).sort()).toEqual(['周敏', '李雪梅'].sort());
    expect(bot.inGroups().filter((text) => text.includes('P1'))).toEqual([]);
  });

  test('it ends at its time also when the bot was away, and the next day asks anew', async () => {
    const bot = await running('2026-11-18 08:00', undefined, asking);
    await bot.runTo('2026-11-18 09:00');
    await bot.sleepTo('2026-11-22 12:00');
    expect(bot.inGroups().at(-1)).toContain('P1 投票结束：服务日 11月25日（周三），这次做什么');
    await bot.runTo('2026-12-18 09:00', 1_800_000);
    expect(bot.notices().at(-1)).toContain('【还有 7 天】P2 服务日 12月25日（周五），这次做什么');
  });
});
