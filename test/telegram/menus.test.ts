import { expect, onTestFinished, test } from 'vitest';
import { itemsFor } from '../../adapters/telegram/menus.ts';
import { features } from '../../src/features/index.ts';
import { menuOf } from '../../src/runtime/menu.ts';
import { TelegramStage } from '../support/telegram.ts';
import { TelegramServer } from '../support/telegram-server/index.ts';
import { until } from '../support/until.ts';

test('members and those who act for a unit see their own menus, in Chinese and English', async () => {
  const stage = await TelegramStage.open({ hearsAll: true });
  await stage.sayPrivately('周敏', '/日程');
  await stage.say('李雪梅', '/日程');
  await stage.say('张伟', '/日程');
  await stage.say('李雪梅', '/日程');
  const { menus, problems } = stage.server;
  const names = Object.fromEntries(
    [...menus].map(([scope, items]) => [scope, items.map(({ command }) => command)]),
  );
  const [zhouMin, liXuemei] = [stage.user('周敏').id, stage.user('李雪梅').id];
  const scopes = [
    { type: 'all_group_chats' },
    { type: 'all_private_chats' },
    { type: 'chat', chat_id: String(zhouMin) },
    { type: 'chat_member', chat_id: String(stage.group.chat.id), user_id: liXuemei },
  ];
  const expected = scopes.flatMap((scope) =>
    ['', 'en'].map((code) => JSON.stringify([scope, code])),
  );
  expect(Object.keys(names).sort()).toEqual(expected.sort());
  const [everybody, inPrivate, convenors, liaisons] = scopes.map(
    (scope) => names[JSON.stringify([scope, ''])],
  );
  expect(everybody).toContain('signup');
  expect(everybody).not.toContain('passcode');
  expect(inPrivate).not.toContain('passcode');
  expect(convenors).toContain('passcode');
  expect(liaisons).toContain('record');
  for (const menu of [everybody, inPrivate, convenors, liaisons]) expect(menu).toContain('help');
  expect(problems).toEqual([]);
});

test('at most 15 are shown, also of many', () => {
  const [item] = menuOf(features);
  if (item === undefined) throw new Error('there is no command');
  const many = Array.from({ length: 60 }, (_, index) => ({
    ...item,
    name: `c${index}`,
    where: 'anywhere' as const,
    for: index % 2 === 0 ? ('everybody' as const) : ('liaisons' as const),
  }));
  for (const place of ['group', 'private'] as const) {
    const liaisons = itemsFor(many, place, 'liaisons');
    expect(itemsFor(many, place, 'everybody')).toHaveLength(15);
    expect(liaisons).toHaveLength(15);
    expect(new Set(liaisons.map((one) => one.for))).toEqual(new Set(['liaisons', 'everybody']));
  }
});

test('menus that were refused are set a while later', async () => {
  const server = await TelegramServer.start();
  onTestFinished(() => server.stop());
  server.next('setMyCommands', 'gateway');
  await TelegramStage.open({ server, faster: 200 });
  await until(() => server.menus.size === 4, 'the menus were set');
});
