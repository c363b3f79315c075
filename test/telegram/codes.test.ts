import { expect, test } from 'vitest';
import { linkOf } from '../../adapters/telegram/links.ts';
import { TelegramStage } from '../support/telegram.ts';

const VOID = expect.stringContaining('作废了');

/** A group, and a code in it that makes whoever sends it in private a liaison. */
async function staged() {
  const stage = await TelegramStage.open({ hearsAll: true });
  await stage.sayPrivately('周敏', '/邀请 恒威 联络员');
  const invitation = stage.shown(stage.server.with(stage.user('周敏'))).at(-1) ?? '';
  const [code = ''] = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(invitation) ?? [];
  const [link = ''] = /https:\S+/.exec(invitation) ?? [];
  /** What a stranger is told who has read along. */
  const strangerTold = async () => {
    const stranger = `路人${stage.people.size}`;
    await stage.sayPrivately(stranger, code);
    return stage.shown(stage.server.with(stage.user(stranger))).at(-1);
  };
  return { stage, invitation, code, link, strangerTold };
}

type Staged = Awaited<ReturnType<typeof staged>>;
type More = Readonly<Record<string, unknown>>;

const elsewhere = { type: 'hidden_user', sender_user_name: '小联', date: 1 };
const channel = { id: -1003000000000, type: 'channel', title: '频道' };
const post = (text: string) => ({
  message_id: 1,
  date: 1,
  chat: channel,
  sender_chat: channel,
  text,
});

/** How a code gets into the group: what is said, and the rest of the message. */
const WAYS: readonly (readonly [string, (code: Staged) => readonly [string | undefined, More]])[] =
  [
    ['said', ({ code }) => [`码：${code}`, {}]],
    ['spaced', ({ code }) => [code.replace('-', ' - '), {}]],
    ['forwarded from the bot', ({ invitation }) => [invitation, { forward_origin: elsewhere }]],
    [
      'through another bot',
      ({ code }) => [code, { via_bot: { id: 5, is_bot: true, first_name: 'x' } }],
    ],
    ['as a link', ({ link }) => [`点这里 ${link}`, {}]],
    ['as a link that is forwarded', ({ link }) => [link, { forward_origin: elsewhere }]],
    ['as what a link would say', ({ code }) => [`/start ${payloadOf(code)}`, {}]],
    [
      'as an address without its beginning',
      ({ code }) => [`t.me/lianluo_bot?start=${payloadOf(code)}`, {}],
    ],
    [
      'behind a word',
      ({ link }) => [
        '点这里',
        { entities: [{ type: 'text_link', offset: 0, length: 3, url: link }] },
      ],
    ],
    [
      'behind a button',
      ({ link }) => [
        '进来',
        {
          forward_origin: elsewhere,
          reply_markup: { inline_keyboard: [[{ text: '进来', url: link }]] },
        },
      ],
    ],
    ['below a photo', ({ code }) => [undefined, { caption: `码 ${code}`, photo: [photo] }]],
    [
      'below a photo that is forwarded',
      ({ invitation }) => [
        undefined,
        { caption: invitation, photo: [photo], forward_origin: elsewhere },
      ],
    ],
    ['in what is answered', ({ code }) => ['收到', { reply_to_message: post(`码 ${code}`) }]],
    [
      'in what is quoted from elsewhere',
      ({ code }) => [
        '收到',
        { external_reply: { origin: elsewhere }, quote: { text: code, position: 0 } },
      ],
    ],
    [
      'in a poll',
      ({ code }) => [
        undefined,
        {
          poll: {
            id: '1',
            question: '码是？',
            options: code.split('-').map((text) => ({ text, voter_count: 0 })),
          },
        },
      ],
    ],
    [
      'by the group’s own channel',
      ({ code }) => [code, { sender_chat: channel, is_automatic_forward: true }],
    ],
    ['by another bot', ({ code }) => [code, { from: { id: 77, is_bot: true, first_name: 'bot' } }]],
    ['as a channel', ({ code }) => [code, { sender_chat: channel }]],
  ];

const photo = { file_id: 'AgACAgUAAxkBAAIB', file_unique_id: 'AQADAgAT', width: 90, height: 90 };

function payloadOf(code: string): string {
  return new URL(linkOf(`/绑定 ${code}`, 'lianluo_bot') ?? '').searchParams.get('start') ?? '';
}

test.each(WAYS)('a code is void in a group: %s', async (_, way) => {
  const code = await staged();
  const { stage } = code;
  const [text, more] = way(code);
  stage.server.update('message', {
    ...stage.server.say(stage.user('张伟'), '早', stage.group),
    message_id: 900,
    text,
    ...more,
  });
  await stage.settle();
  expect(stage.shown()).toEqual([VOID]);
  expect(await code.strangerTold()).toMatch(/^这个码不对/);
});

test('a code is void when a message is edited to hold it; the edit says nothing else', async () => {
  const code = await staged();
  const { stage } = code;
  const said = stage.server.say(stage.user('张伟'), '早', stage.group);
  await stage.settle();
  stage.server.update('edited_message', { ...said, text: '名单', edit_date: said.date + 5 });
  await stage.settle();
  expect(stage.shown()).toEqual([]);
  const edited = { ...said, text: `名单 ${code.code}`, edit_date: said.date + 9 };
  stage.server.update('edited_message', edited);
  stage.server.update('edited_message', edited);
  await stage.settle();
  expect(stage.shown()).toEqual([VOID]);
  expect(await code.strangerTold()).toMatch(/^这个码不对/);
});

test('in private a code is for whoever sends it, also when they forward it', async () => {
  const { stage, invitation, strangerTold } = await staged();
  await stage.say('新人', invitation, stage.server.with(stage.user('新人')), {
    forward_origin: elsewhere,
  });
  expect(await strangerTold()).toContain('联络员');
  expect(stage.shown()).toEqual([]);
});

test('what is forwarded, edited or behind a word is looked through for codes and for nothing else', async () => {
  const { stage, strangerTold } = await staged();
  const more = { forward_origin: elsewhere };
  for (const text of ['+1', '名单', '/需求 3号楼 2单元 12345678 灯坏了', '码 K7M2-9QXT'])
    await stage.say('张伟', text, stage.group, more);
  const link = { type: 'text_link', offset: 0, length: 3, url: linkOf('/名单', 'lianluo_bot') };
  await stage.say('张伟', '点这里', stage.group, { entities: [link] });
  expect(stage.shown()).toEqual([]);
  expect(await strangerTold()).toContain('联络员');
});
