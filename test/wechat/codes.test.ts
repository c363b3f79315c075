import { expect, test } from 'vitest';
import { WechatStage } from '../support/wechat.ts';
import { quoted, type Saying } from '../support/wechat-gateway/index.ts';

/** How a code gets into the room: as what kind of message. */
const WAYS: readonly (readonly [string, (code: string) => string, Saying])[] = [
  ['said', (code) => `码 ${code}`, {}],
  ['in what is answered', (code) => quoted('周敏', `码 ${code}`, '收到'), {}],
  ['on a card', (code) => `<msg><title>邀请</title><des>${code}</des></msg>`, { type: 'Url' }],
  [
    'in a chat that is forwarded',
    (code) => `<recorditem><datadesc>/绑定 ${code}</datadesc></recorditem>`,
    { type: 'ChatHistory' },
  ],
  ['as the name of a file', (code) => `${code}.txt`, { type: 'Attachment' }],
];

test.each(WAYS)('a code is void in a room: %s', async (_, said, more) => {
  const stage = await WechatStage.open();
  await stage.sayPrivately('周敏', '/邀请 恒威 联络员');
  const [code = ''] = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(stage.saidTo('周敏').at(-1) ?? '') ?? [];
  await stage.say('张伟', said(code), more);
  expect(stage.said).toEqual([expect.stringContaining('作废了')]);
  await stage.sayPrivately('王五', code);
  expect(stage.saidTo('王五').at(-1)).toMatch(/^这个码不对/);
});

test('cards, files and forwarded chats say nothing else', async () => {
  const stage = await WechatStage.open();
  for (const type of ['Url', 'ChatHistory', 'Attachment', 'MiniProgram'] as const)
    await stage.say('张伟', '名单 12345678 E1', { type });
  expect(stage.said).toEqual([]);
});
