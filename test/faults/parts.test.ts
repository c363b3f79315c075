import { expect, test } from 'vitest';
import { deliveries } from '../../src/core/records.ts';
import { SendFailed } from '../../src/ports/chat.ts';
import { Broadcasting, RULE } from '../support/broadcasting.ts';

/* An answer so long that the platform takes it in parts, and what is known of them when it fails. */

async function asked(): Promise<Broadcasting> {
  const bot = new Broadcasting('2026-11-20 12:00');
  await bot.start();
  await bot.import(RULE);
  return bot;
}

test('the parts that stand there are left out the next time, and the time after, also when the bot was killed', async () => {
  const bot = await asked();
  bot.answers.set('联盟群', { standing: 2, but: new SendFailed('refused', '429', 5_000) });
  await bot.say('李雪梅', '/状态');
  bot.answers.set('联盟群', { standing: 3, but: new SendFailed('refused', '429', 5_000) });
  await bot.runTo('2026-11-20 12:01');
  bot.answers.set('联盟群', new SendFailed('refused', 'not connected'));
  await bot.killed();
  bot.answers.clear();
  await bot.runTo('2026-11-20 12:03');
  expect(bot.sent).toEqual([
    expect.objectContaining({ partsSent: 3, text: expect.not.stringContaining('如已收到') }),
  ]);
  expect(bot.records(deliveries)).toEqual([]);
});

test('where a part may have arrived, the next try says so and begins with that part', async () => {
  const bot = await asked();
  bot.answers.set('联盟群', { standing: 2, but: new SendFailed('uncertain', 'no answer') });
  await bot.say('李雪梅', '/状态');
  bot.answers.clear();
  await bot.runTo('2026-11-20 12:01');
  expect(bot.sent).toEqual([
    expect.objectContaining({ partsSent: 2, text: expect.stringContaining('（如已收到请忽略）') }),
  ]);
});

test('a platform that falls silent in the middle: what stands there is known all the same', async () => {
  const bot = await asked();
  bot.answers.set('联盟群', { standing: 2, but: 'never' });
  await bot.say('李雪梅', '/状态');
  bot.answers.clear();
  await bot.runTo('2026-11-20 12:03');
  expect(bot.sent).toEqual([
    expect.objectContaining({ partsSent: 2, text: expect.stringContaining('（如已收到请忽略）') }),
  ]);
});

test('parts in doubt, one after the other, end nothing as long as it goes on', async () => {
  const bot = await asked();
  let standing = 0;
  const growing = {
    get standing() {
      standing += 1;
      return standing;
    },
    but: new SendFailed('uncertain', 'no answer'),
  };
  bot.answers.set('联盟群', growing);
  await bot.say('李雪梅', '/状态');
  await bot.runTo('2026-11-20 12:02');
  expect(standing).toBeGreaterThan(2);
  bot.answers.clear();
  await bot.runTo('2026-11-20 12:04');
  expect(bot.sent).toEqual([expect.objectContaining({ partsSent: standing })]);
});

test('what was never begun is sent whole', async () => {
  const bot = await asked();
  bot.answers.set('联盟群', new SendFailed('refused', '429', 5_000));
  await bot.say('李雪梅', '/状态');
  bot.answers.clear();
  await bot.runTo('2026-11-20 12:01');
  expect(bot.sent).toHaveLength(1);
  expect(bot.sent[0]).not.toHaveProperty('partsSent');
});
