import { expect, test } from 'vitest';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { Telegram } from '../../adapters/telegram/index.ts';
import { telegram } from '../../adapters/telegram/platform.ts';
import { readSettings } from '../../src/config.ts';
import { boundAccount, boundGroup } from '../support/binding.ts';
import { example } from '../support/conversation.ts';
import { fasterClock } from '../support/faster.ts';
import { addressOf, FASTER, TelegramStage } from '../support/telegram.ts';
import { TelegramServer } from '../support/telegram-server/index.ts';
import { until } from '../support/until.ts';

/** The example alliance with a group at each of two bots; only 赵磊 is at the second one. */
async function twoBots() {
  let isSecondOn = false;
  const server = await TelegramServer.start({ hearsAll: true, account: 123_456_789 });
  const other = () => {
    const settings = { token: server.token, root: server.root, isOneOfSeveral: true as const };
    return new Telegram({ settings, clock: fasterClock(FASTER), log: silentLog, pollTimeout: 20 });
  };
  const stage = await TelegramStage.open({
    hearsAll: true,
    beside: () => (isSecondOn ? other() : undefined),
  });
  const room = server.group('南片群');
  const zhao = server.person('赵磊');
  const second = {
    server,
    room,
    async turnOn() {
      isSecondOn = true;
      await stage.restart();
      await stage.app.change(example.alliance.id, () => [
        boundGroup(addressOf(server, room), '南片群'),
        ...boundAccount(
          { platform: 'telegram', account: String(server.bot.id) },
          String(zhao.id),
          '赵磊',
        ),
      ]);
    },
    async say(text: string) {
      server.say(zhao, text, room);
      await until(() => server.queue.waiting.length === 0, 'all is received');
      await stage.settle();
    },
    shown: () => room.shown(server.bot),
  };
  return { stage, second };
}

test('two bots of one platform in one process: each group is answered by its own', async () => {
  const { stage, second } = await twoBots();
  await second.turnOn();
  await stage.say('张伟', '/需求 3号楼需要搬家具');
  await second.say('#1 我们认领');
  expect(second.shown().join()).toContain('#1');
  const before = stage.shown().length;
  await second.say('/需求 五楼灯坏了');
  expect(second.shown().at(-1)).toContain('#2');
  expect(stage.shown()).toHaveLength(before);
  await stage.sayPrivately('周敏', '/状态');
  const status = stage.shown(stage.server.with(stage.user('周敏'))).join();
  expect(status).toContain('Telegram @lianluo_bot');
  expect([...stage.server.problems, ...second.server.problems]).toEqual([]);
});

test('a notice goes to the groups of both, each through its own bot', async () => {
  const { stage, second } = await twoBots();
  await second.turnOn();
  await stage.passTo('2026-11-22 18:01');
  await stage.settle();
  expect(stage.shown().at(-1)).toContain('E1');
  expect(second.shown().at(-1)).toContain('E1');
});

test('what one bot began goes on when a second one is added: its keys are the same', async () => {
  const { stage, second } = await twoBots();
  await stage.say('张伟', '/需求 3号楼需要搬家具');
  await second.turnOn();
  await stage.say('李娟', '#1 我们认领');
  expect(stage.shown().at(-1)).toContain('#1');
  await second.server.stop();
  await stage.say('李娟', '/需求 五楼灯坏了');
  expect(stage.shown().at(-1)).toContain('#2');
});

test('TELEGRAM_BOT_TOKENS makes a chat for each token, webhooks each with a path of its own', async () => {
  const key = 'AAF-a_token_that_must_never_be_logged-x';
  const environment = {
    TELEGRAM_BOT_TOKEN: `111:${key}`,
    TELEGRAM_BOT_TOKENS: `222:${key}，111:${key}, 333:${key}`,
    TELEGRAM_WEBHOOK_URL: 'https://bot.example.org/hook',
    TELEGRAM_WEBHOOK_SECRET: 'a-secret-of-sixteen',
  };
  const surroundings = {
    settings: <T>(schema: Parameters<typeof readSettings<T>>[0]) =>
      readSettings(schema, environment),
    dataFolder: '/nowhere',
    clock: fasterClock(1),
    log: silentLog,
    print: () => {},
  };
  const chats = await telegram.make(surroundings);
  expect(chats.map(({ account }) => account)).toEqual(['111', '222', '333']);
  expect(chats.map(({ title }) => title.zh)).toEqual([
    'Telegram 111',
    'Telegram 222',
    'Telegram 333',
  ]);
});
