import { expect, test } from 'vitest';
import { TelegramStage } from '../support/telegram.ts';
import { Refusal } from '../support/telegram-server/world.ts';
import { until } from '../support/until.ts';

/* What is wrong with the line is told where it can be. */

test('a second poller is told to the convenor on Telegram itself, where sending works', async () => {
  const stage = await TelegramStage.open({ hearsAll: true, faster: 200 });
  await stage.sayPrivately('周敏', '/start');
  const room = stage.server.with(stage.user('周敏'));
  const conflict = new Refusal(409, 'Conflict: terminated by other getUpdates request');
  stage.server.trouble = (method) => (method === 'getUpdates' ? conflict : undefined);
  // What is heard ends the poll that waits.
  stage.server.say(stage.user('张伟'), '今天天气不错', stage.group);
  await until(
    () => stage.shown(room).some((text) => text.includes('另一个程序在用同一个令牌')),
    'the convenor is told',
  );
});

test('what is not heard in a group is told with /here, and once', async () => {
  const stage = await TelegramStage.open({ begin: '2026-11-22 12:00' });
  const room = stage.server.group('志愿者群');
  await stage.say('周敏', '/here', room);
  const told = () => stage.shown(room).filter((text) => text.includes('只听得到英文命令'));
  await until(() => told().length > 0, 'it is told');
  await stage.say('张伟', '/help', room);
  expect(told()).toHaveLength(1);
});
