import { expect, onTestFinished, test } from 'vitest';
import { SimulatedClock } from '../../adapters/clock-simulated/index.ts';
import { recordingLog } from '../contracts/recording-log.ts';
import { type StageOptions, TelegramStage } from '../support/telegram.ts';
import { TelegramServer } from '../support/telegram-server/index.ts';
import { Refusal } from '../support/telegram-server/world.ts';
import { until } from '../support/until.ts';

test('an update is confirmed only when its effect is durable, and then acted on once', async () => {
  const stage = await TelegramStage.open({ hearsAll: true });
  await stage.passTo('2026-11-22 18:00');
  // The disk takes nothing once, and is well again when it is asked the next time.
  let asked = 0;
  Object.defineProperty(stage.disk, 'full', { get: () => asked++ === 0 });
  stage.server.say(stage.user('张伟'), '+1', stage.group);
  stage.server.say(stage.user('张伟'), '名单', stage.group);
  await stage.settle();
  expect(asked).toBeGreaterThan(1);
  // The notice shows it, and the list.
  expect(stage.shown()).toHaveLength(2);
  expect(stage.shown().filter((text) => text.includes('张伟'))).toHaveLength(2);
});

test('while the disk is full people are told why nothing is kept, and questions are answered', async () => {
  const stage = await TelegramStage.open({ hearsAll: true });
  await stage.passTo('2026-11-22 18:00');
  stage.disk.full = true;
  stage.server.say(stage.user('张伟'), '+1', stage.group);
  stage.server.say(stage.user('李娟'), '+1', stage.group);
  stage.server.say(stage.user('李娟'), '名单', stage.group);
  await until(() => stage.shown().length === 3, 'why not, and the list as it is');
  await until(() => stage.server.queue.waiting.length === 0, 'nobody waits behind them');
  expect(stage.shown()[1]).toMatch(/^现在记不下来：磁盘满了/);
  expect(stage.shown()[2]).toContain('0/30');
  stage.disk.full = false;
  await stage.say('张伟', '+1');
  expect(stage.shown()[0]).toContain('已报 1/30 人');
});

test('updates that come again after a crash change nothing', async () => {
  const stage = await TelegramStage.open({ hearsAll: true });
  await stage.passTo('2026-11-22 18:00');
  const updates = ['+1', '名单', '请假 E1', '+1 王五'].map((text) => {
    stage.server.say(stage.user('张伟'), text, stage.group);
    return stage.server.queue.waiting.at(-1);
  });
  await stage.settle();
  const before = stage.group.messages.map(({ text }) => text);
  for (const update of updates) stage.server.update('message', update?.['message']);
  await stage.settle();
  expect(stage.group.messages.map(({ text }) => text)).toEqual(before);
});

test('after a silence ids may begin anew and lower', async () => {
  const stage = await TelegramStage.open({ hearsAll: true });
  await stage.say('张伟', '名单');
  stage.server.queue.end();
  await stage.settle();
  // Also with an id that there was.
  for (const id of [700_001, 5]) {
    stage.server.queue.nextId = id;
    await stage.say('张伟', '日程');
    stage.server.queue.end();
    await stage.settle();
  }
  expect(stage.shown()).toHaveLength(3);
});

test('an update that cannot be read holds up nobody', async () => {
  const stage = await TelegramStage.open({ hearsAll: true });
  stage.server.update('message', {
    message_id: 'x',
    date: 'y',
    chat: { id: 3, type: 'private' },
    from: null,
  });
  await stage.say('张伟', '名单');
  expect(stage.shown()).toHaveLength(1);
});

test('a graceful stop confirms what was done', async () => {
  const stage = await TelegramStage.open({ hearsAll: true });
  stage.server.say(stage.user('张伟'), '名单', stage.group);
  await until(() => stage.group.messages.length === 2);
  await stage.app.stop();
  expect(stage.server.queue.waiting).toEqual([]);
  await stage.start();
});

test('where Telegram hangs at the end, a graceful stop does not', async () => {
  const stage = await TelegramStage.open({ hearsAll: true });
  stage.server.next('getUpdates', 'never', ({ timeout }) => timeout === 0);
  stage.server.say(stage.user('张伟'), '名单', stage.group);
  await until(() => stage.server.queue.waiting.length === 0);
  await stage.app.stop();
  const polls = stage.server.requests.filter(({ method }) => method === 'getUpdates');
  expect(polls.at(-1)?.params).toMatchObject({ timeout: 0 });
  await stage.start();
}, 8_000);

async function startWith(
  prepare: (server: TelegramServer) => void,
  options: Pick<StageOptions, 'adapterClock'> = {},
) {
  const server = await TelegramServer.start();
  onTestFinished(() => server.stop());
  prepare(server);
  const log = recordingLog();
  const stage = await TelegramStage.open({ server, log, ...options });
  return { server, log, stage };
}

test('a wrong token ends the start with one line that says what to do', async () => {
  const refused = TelegramStage.open({ token: '1:wrong' });
  await expect(refused).rejects.toMatchObject({ name: 'ChatUnusable' });
  await expect(refused).rejects.toThrow(/@BotFather.*TELEGRAM_BOT_TOKEN/);
  await expect(refused).rejects.not.toThrow(/1:wrong/);
});

test('a webhook that was left behind is said and removed', async () => {
  const { server, log, stage } = await startWith((it) => {
    it.queue.webhook = 'https://old.example.org/secret-path';
  });
  expect(log.events.filter((event) => /a webhook was left behind/.test(event))).toHaveLength(1);
  expect(server.queue.webhook).toBe('');
  await stage.say('张伟', '/list');
  expect(stage.shown().length).toBeGreaterThan(0);
});

test('a second poller is said once, and polls no faster than every half minute', async () => {
  const adapterClock = new SimulatedClock(0);
  const { server, log } = await startWith(
    (it) => {
      it.next('getUpdates', new Refusal(409, 'Conflict: terminated by other getUpdates request'));
    },
    { adapterClock },
  );
  const polls = () => server.requests.filter(({ method }) => method === 'getUpdates').length;
  await until(() => log.events.some((event) => /another process polls/.test(event)));
  await until(() => adapterClock.nextTimer() === 30_000, 'it waits');
  expect(polls()).toBe(1);
  adapterClock.moveTo(30_000);
  await until(() => polls() > 1);
  expect(log.events.filter((event) => /another process polls/.test(event))).toHaveLength(1);
});

test.each(['gateway', 'lost', 'odd', { retryAfter: 1 }] as const)(
  'polling goes on after %o',
  async (fault) => {
    const { server, stage } = await startWith((it) => it.next('getUpdates', fault));
    server.say(stage.user('张伟'), '/list', stage.group);
    await until(() => server.queue.waiting.length === 0);
    await stage.settle();
    expect(stage.shown().length).toBeGreaterThan(0);
  },
);
