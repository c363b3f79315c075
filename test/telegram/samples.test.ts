import { readdirSync, readFileSync } from 'node:fs';
import type { Update, UserFromGetMe } from 'grammy/types';
import { expect, test } from 'vitest';
import { decode } from '../../adapters/telegram/receive.ts';

const samples = new URL('../../adapters/telegram/samples/', import.meta.url);
const me = {
  id: 987654321,
  is_bot: true,
  first_name: '小联',
  username: 'lianluo_bot',
} as UserFromGetMe;

const group = { platform: 'telegram', account: '987654321', kind: 'group', chat: '-1001234567890' };
const member = { id: '5123456789', name: '伟 张' };
const said = (incoming: object) => ({ kind: 'said', incoming: expect.objectContaining(incoming) });
const moved = {
  kind: 'notice',
  notice: { kind: 'moved', from: { ...group, chat: '-456' }, to: group },
};

/** What each event is for the bot. */
const expected: Readonly<Record<string, unknown>> = {
  'anonymous-admin': said({
    sender: { id: 'chat:-1001234567890', name: '群主', hidden: true },
    text: '+1',
  }),
  command: said({
    address: group,
    id: '42',
    sender: member,
    text: '/signup@lianluo_bot E1',
    at: 1795564800000,
  }),
  kicked: expect.objectContaining({ kind: 'notice', notice: { kind: 'gone', address: group } }),
  'linked-channel-post': { kind: 'nothing' },
  'migrated-away': moved,
  'migrated-here': moved,
  photo: said({ text: '完成 12', photos: ['large'], title: '天星联盟群' }),
  'press-on-vanished': expect.objectContaining({ kind: 'pressed', address: group }),
  'reply-in-general': said({ text: '+1', quoted: { sender: '小联', text: 'E1 服务日' } }),
  'reply-with-quote': said({ text: '/需求', quoted: { sender: '五 王', text: '3号楼门禁坏了' } }),
  'start-link': said({
    address: { ...group, kind: 'private', chat: member.id },
    linked: true,
    text: '/签到 E1 槐花',
  }),
  topic: said({ topic: '7', text: '名单' }),
};

test.each(readdirSync(samples))('%s', (file) => {
  const update = JSON.parse(readFileSync(new URL(file, samples), 'utf8')) as Update;
  const decoded = decode(update, me);
  expect(decoded).toEqual(expected[file.replace('.json', '')]);
  expect(JSON.stringify(decoded).includes('quoted')).toBe(file.startsWith('reply-'));
  if (file === 'reply-in-general.json') expect(JSON.stringify(decoded)).not.toContain('topic');
});
