import { expect, test } from 'vitest';
import { guard } from '../../adapters/wechat/guard.ts';
import { withoutOldName, withoutQuote } from '../../adapters/wechat/words.ts';
import { recordingLog } from '../contracts/recording-log.ts';

const dashes = '- - - - - - - - - - - - - - -';

test.each([
  ['一句话', { text: '一句话' }],
  [
    `「小红：灯坏了」\n${dashes}\n我也要`,
    { text: '我也要', quoted: { sender: '小红', text: '灯坏了' } },
  ],
  [
    `「小红：两行\n字」\n${dashes}\n好`,
    { text: '好', quoted: { sender: '小红', text: '两行\n字' } },
  ],
  [`「小红：」\n${dashes}\n好`, { text: '好', quoted: { sender: '小红', text: '' } }],
  [`「小红：「李娟：灯」\n${dashes}\n换」\n${dashes}\n好`, { quoted: { sender: '小红' } }],
  ['「小红：灯坏了」 我也要', { text: '「小红：灯坏了」 我也要' }],
  [`${dashes}\n好`, { text: `${dashes}\n好` }],
] as const)('%j', (text, read) => {
  expect(withoutQuote(text)).toMatchObject(read);
});

test.each([
  ['@小联\u2005签到', ['小联'], true, '@小联\u2005签到'],
  ['@旧名\u2005签到', ['小联'], true, '签到'],
  ['@旧名 签到', ['小联'], false, '@旧名 签到'],
  // Which of two is the bot cannot be known.
  ['@旧名\u2005@李娟\u2005签到', ['小联'], true, '@旧名\u2005@李娟\u2005签到'],
] as const)('%j', (text, names, known, own) => {
  expect(withoutOldName(text, names, known)).toBe(own);
});

test('what a puppet throws where nobody can catch it is logged; anything else ends the process as ever', () => {
  const log = recordingLog();
  const before = process.listeners('uncaughtException');
  const end = guard('wechaty-puppet-odd', log);
  const [handle] = process.listeners('uncaughtException').filter((one) => !before.includes(one));
  const thrownAt = (place: string) => {
    const error = new Error('odd');
    error.stack = `Error: odd\n    at node:internal/timers:5\n    at call (${place}:1:1)`;
    return () => handle?.(error, 'uncaughtException');
  };
  for (const name of ['wechat4u', 'wechaty', 'wechaty-puppet-odd', '@grpc/grpc-js'])
    expect(thrownAt(`file:///bot/node_modules/${name}/dist/a.js`)).not.toThrow();
  expect(log.events).toHaveLength(4);
  for (const place of [
    'file:///bot/src/app.ts',
    'file:///bot/node_modules/lowdb/a.js',
    'file:///bot/node_modules/@odd/x.js',
  ])
    expect(thrownAt(place)).toThrow('odd');
  end();
  expect(process.listeners('uncaughtException')).toEqual(before);
});
