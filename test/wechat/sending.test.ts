import { expect, test } from 'vitest';
import type { Address } from '../../src/ports/chat.ts';
import { until } from '../support/until.ts';
import { WechatStage } from '../support/wechat.ts';

const group = (chat: string): Address => ({
  platform: 'wechat',
  account: 'wechat',
  kind: 'group',
  chat,
});

test('whoever asked is mentioned; a long text comes in parts, files as messages of their own', async () => {
  const stage = await WechatStage.open();
  const { room, chat } = stage;
  const text = Array.from({ length: 300 }, (_, index) => `第 ${index} 行有十来个字`).join('\n');
  const png = Buffer.from('iVBORw0KGgo=', 'base64');
  const { messageId } = await chat.send({
    to: group(room.id),
    text,
    choices: ['名单'],
    silent: false,
    choosers: stage.user('张伟').id,
    attachments: [
      { kind: 'photo', name: '码.png', bytes: png },
      { kind: 'document', name: '名单.xlsx', bytes: Buffer.from('xlsx') },
    ],
  });
  expect(messageId).not.toBe('');
  expect(stage.said[0]).toMatch(/^@张伟 第 0 行/);
  expect(stage.gateway.said(room)[0]?.mentions).toEqual([stage.user('张伟').id]);
  expect(stage.said.every((part) => part.length <= 2_010)).toBe(true);
  expect(stage.said.join('\n').replace('@张伟 ', '')).toBe(text);
  expect(stage.gateway.files(room).map(({ name }) => name)).toEqual(['码.png', '名单.xlsx']);
});

test('who is no friend of the account cannot be written to, and a room that is not there neither', async () => {
  const stage = await WechatStage.open();
  const stranger = stage.gateway.person('生人', { friend: false });
  const what = { text: '您好', choices: [], silent: false };
  const to = { platform: 'wechat', account: 'wechat', kind: 'private', chat: stranger.id } as const;
  await expect(stage.chat.send({ ...what, to })).rejects.toMatchObject({ outcome: 'gone' });
  await expect(stage.chat.send({ ...what, to: group('nowhere@chatroom') })).rejects.toMatchObject({
    outcome: 'gone',
  });
});

test('操作过于频繁: everything pauses, the convenor is told, and it goes on', async () => {
  const stage = await WechatStage.open();
  stage.gateway.refuse('操作过于频繁，请稍后再试');
  const what = { to: group(stage.room.id), text: '好', choices: [], silent: false };
  const refused = async () => {
    const error = await stage.chat.send(what).catch((failed: unknown) => failed);
    return error as { outcome: string; retryAfter: number };
  };
  expect(await refused()).toMatchObject({ outcome: 'refused', retryAfter: 60_000 });
  expect(stage.chat.connection()).toMatchObject({ state: 'slow', why: { code: 'frequency' } });
  expect(await stage.chat.acquireSlot(what.to, true)).toBeGreaterThan(0);
  await until(
    () => stage.noticed.some((one) => one.kind === 'connection' && one.status.state === 'slow'),
    'told',
  );
  stage.gateway.accept();
  await until(() => stage.chat.connection().state === 'up', 'over');
  expect(await stage.chat.acquireSlot(what.to, true)).toBe(0);
  await stage.chat.send(what);
  expect(stage.said).toEqual(['好']);
});

test('the day’s messages are counted over a restart; when only those for answers are left it is said', async () => {
  const stage = await WechatStage.open({
    pace: { perMinute: 100, perDay: 5, gap: 0, groupGap: 0 },
  });
  const to = group(stage.room.id);
  for (let times = 0; times < 4; times++) expect(await stage.chat.acquireSlot(to, true)).toBe(0);
  expect(stage.chat.connection()).toMatchObject({ state: 'slow', why: { code: 'reserve' } });
  await stage.restart();
  expect(await stage.chat.acquireSlot(to, false)).toBeGreaterThan(0);
  await stage.say('周敏', '/状态');
  expect(stage.said.at(-1)).toMatch(
    /^@周敏 连着：微信（.*\n⚠ 微信：今天能发的不多了，先只回答大家\n还没有发过/,
  );
  await stage.say('周敏', '/状态');
  expect(stage.said).toHaveLength(1);
  expect(stage.chat.connection()).toMatchObject({ state: 'slow', why: { code: 'budget' } });
});

test('a later part that is refused: what stands there already is not sent again', async () => {
  const stage = await WechatStage.open();
  const text = Array.from({ length: 300 }, (_, index) => `第 ${index} 行有十来个字`).join('\n');
  const what = { to: group(stage.room.id), text, choices: [], silent: false };
  stage.gateway.refuseAfterNext('操作过于频繁，请稍后再试');
  const stood: number[] = [];
  const sending = stage.chat.send(what, (parts) => stood.push(parts));
  await expect(sending).rejects.toMatchObject({ outcome: 'refused', retryAfter: 60_000 });
  stage.gateway.accept();
  await stage.chat.send({ ...what, partsSent: 1 }, (parts) => stood.push(parts));
  expect(stood).toEqual([1, 2]);
  expect(stage.said.join('\n')).toBe(text);
});

test('a line that breaks in the middle of a send leaves it in doubt', async () => {
  const stage = await WechatStage.open();
  stage.gateway.loseNext();
  const sending = stage.chat.send({
    to: group(stage.room.id),
    text: '好',
    choices: [],
    silent: false,
  });
  await expect(sending).rejects.toMatchObject({ outcome: 'uncertain' });
  expect(stage.said).toEqual(['好']);
});

test('fifty check in within a minute: the room reads a few lines with all of them', async () => {
  const stage = await WechatStage.open();
  await stage.passTo('2026-11-25 08:12');
  await stage.sayPrivately('周敏', '/口令 槐花');
  const before = stage.said.length;
  const people = Array.from({ length: 50 }, (_, index) => stage.user(`居民${index}`));
  const at = stage.clock.now();
  for (const person of people) stage.gateway.say(person, '签到 槐花', stage.room, { at });
  await until(() => stage.heard.length >= 51, 'all heard');
  await stage.settle(90);
  const answers = stage.said.slice(before);
  expect(answers).toHaveLength(1);
  expect(answers[0]).toContain('E1 到场 50 人');
});
