import { expect, test } from 'vitest';
import { OneClockStage } from '../support/one-clock.ts';

/* A start owes nothing for longer than it takes to connect, and a stop waits for no minute. */

const rates = { perSecond: 30, perGroupMinute: 20, perGroupSecond: 3 };

test('what is owed goes out as soon as the line is up', async () => {
  const made = await OneClockStage.open();
  const { stage } = made;
  const { server } = stage;
  const room = server.with(stage.user('张伟'));
  server.trouble = (method) => (method === 'sendMessage' ? 'reset' : undefined);
  server.say(stage.user('张伟'), '日程', room);
  await made.rest();
  await stage.app.stop();
  expect(stage.shown(room)).toEqual([]);
  server.trouble = () => undefined;
  const stopped = made.now;
  await stage.start();
  await made.rest();
  expect(made.now).toBe(stopped);
  // It was begun before, and may have arrived.
  expect(stage.shown(room)).toEqual([expect.stringMatching(/^接下来(.|\n)*（如已收到请忽略）$/)]);
});

test('Telegram is away at the start: what is owed goes when it answers, in no five seconds', async () => {
  const made = await OneClockStage.open();
  const { stage } = made;
  const { server } = stage;
  await made.passTo(made.now + 3_600_000);
  server.trouble = () => 'reset';
  await made.pass(60_000);
  expect(stage.shown()).toEqual([expect.stringContaining('【还有 3 天】')]);
  server.say(stage.user('张伟'), '+1', stage.group);
  await made.pass(30_000);
  server.trouble = () => undefined;
  // The poller asks again after a pause; what it hears is answered at once.
  await made.pass(60_000);
  expect(stage.shown()).toEqual([expect.stringContaining('报名：张伟')]);
});

test('a stop waits for no full minute of a group; what waits is kept and goes later', async () => {
  const made = await OneClockStage.open({ rates });
  const { stage } = made;
  const { server } = stage;
  for (let index = 0; index < 10; index++)
    server.say(stage.user(`居民${index}`), '日程', stage.group);
  await made.rest();
  const said = stage.shown().length;
  expect(said).toBeLessThan(10);
  const before = made.now;
  await stage.app.stop();
  expect(made.now).toBe(before);
  await stage.start();
  await made.pass(60_000);
  expect(stage.shown().filter((text) => text.startsWith('接下来'))).toHaveLength(10);
  expect(stage.shown().some((text) => text.includes('如已收到'))).toBe(false);
});
