import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkOf, wordsOfStart } from '../../adapters/telegram/links.ts';
import { addressOf, TelegramStage } from '../support/telegram.ts';

test('a link says its words, whatever they are', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (words) => {
      const link = linkOf(words, 'lianluo_bot');
      expect(link === undefined).toBe(Buffer.byteLength(words) > 48);
      if (link === undefined) return;
      expect(link).toMatch(/^https:\/\/t\.me\/lianluo_bot\?start=[A-Za-z0-9_-]{1,64}$/);
      const text = `/start ${new URL(link).searchParams.get('start')}`;
      expect(wordsOfStart(text)).toEqual({ words, linked: true });
    }),
  );
});

test('/start alone asks for help; no command is started by its beginning', () => {
  expect(wordsOfStart('/start')).toEqual({ words: '/help', linked: false });
  expect(wordsOfStart('/started')).toBeUndefined();
  expect(wordsOfStart('start')).toBeUndefined();
});

test('the check-in word for the board comes with its link and QR code; who follows it is checked in', async () => {
  const stage = await TelegramStage.open({ hearsAll: true, begin: '2026-11-24 08:40' });
  await stage.passTo('2026-11-25 08:45');
  await stage.sayPrivately('周敏', '/口令 槐花');
  await stage.sayPrivately('周敏', '/口令');
  const board = stage.server.with(stage.user('周敏'));
  expect(stage.server.problems).toEqual([]);
  const [, payload] =
    /https:\/\/t\.me\/lianluo_bot\?start=(\S+)/.exec(stage.shown(board).at(-1) ?? '') ?? [];
  expect(board.files.at(-1)?.bytes.subarray(1, 4).toString()).toBe('PNG');
  await stage.sayPrivately('张伟', `/start ${payload}`);
  expect(stage.shown(stage.server.with(stage.user('张伟'))).at(-1)).toContain('到场 1 人（张伟）');
  expect(stage.server.problems).toEqual([]);
});

test('a link says nothing that one would regret', async () => {
  const stage = await TelegramStage.open({ hearsAll: true });
  await stage.passTo('2026-11-22 18:00');
  await stage.say('张伟', '+1');
  const link = new URL(linkOf('/退出 E1', 'lianluo_bot') ?? '');
  await stage.sayPrivately('张伟', `/start ${link.searchParams.get('start')}`);
  expect(stage.shown(stage.server.with(stage.user('张伟')))).toEqual([
    '链接不能替人说这句，请自己发',
  ]);
  expect(stage.shown().at(-1)).toContain('报名：张伟');
  expect(addressOf(stage.server, stage.group).kind).toBe('group');
});

test('an invitation is a link that works once, and for nobody who has a role already', async () => {
  const stage = await TelegramStage.open({ hearsAll: true });
  await stage.sayPrivately('陈刚', '/邀请 恒威');
  const invitation = stage.shown(stage.server.with(stage.user('陈刚'))).at(-1) ?? '';
  const [, payload] = /\?start=(\S+)/.exec(invitation) ?? [];
  const told = (name: string) => stage.shown(stage.server.with(stage.user(name))).at(-1);
  await stage.sayPrivately('吴霞', `/start ${payload}`);
  expect(told('吴霞')).toBe('链接不能替人说这句，请自己发');
  await stage.sayPrivately('新来的', `/start ${payload}`);
  expect(told('新来的')).toContain('恒威');
  await stage.sayPrivately('后来的', `/start ${payload}`);
  expect(told('后来的')).not.toContain('欢迎');
});
