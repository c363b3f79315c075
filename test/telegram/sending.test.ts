import { expect, test } from 'vitest';
import { picture } from '../../adapters/terminal/picture.ts';
import type { Outgoing } from '../../src/ports/chat.ts';
import { fasterClock } from '../support/faster.ts';
import { addressOf, FASTER, TelegramStage } from '../support/telegram.ts';
import { Refusal } from '../support/telegram-server/world.ts';
import { until } from '../support/until.ts';

/** So much time has passed for the adapter, ms. */
function passed(ms: number): Promise<void> {
  return new Promise((resolve) => fasterClock(FASTER).after(ms, resolve));
}

async function open() {
  const stage = await TelegramStage.open({ hearsAll: true });
  const send = (more: Partial<Outgoing>, stands?: (parts: number) => void) => {
    const usual = {
      to: addressOf(stage.server, stage.group),
      text: '好',
      choices: [],
      silent: false,
    };
    return stage.chat.send({ ...usual, ...more }, stands);
  };
  return { stage, send, server: stage.server };
}

test.each(['<b>&</b>', '*_[a](b)`', '1 < 2 && 3 > 2', '&lt;script&gt;', '张👨‍👩‍👧伟'])(
  'a name like %s is only a name',
  async (name) => {
    const { stage } = await open();
    await stage.passTo('2026-11-22 18:00');
    await stage.say(name, '+1');
    expect(stage.shown().at(-1)).toContain(`报名：${name}`);
    expect(stage.server.problems).toEqual([]);
  },
);

test('a long text goes in parts, cut at line ends; buttons below the last', async () => {
  const { stage, send, server } = await open();
  const line = `${'字'.repeat(700)}😀`;
  const { messageId } = await send({
    text: Array.from({ length: 20 }, () => line).join('\n'),
    choices: ['名单'],
  });
  const parts = stage.shown();
  expect(parts.length).toBeGreaterThan(3);
  expect(parts.join('\n').split('\n')).toEqual(Array.from({ length: 20 }, () => line));
  expect(String(server.last(stage.group).message_id)).toBe(messageId);
  expect(server.last(stage.group).reply_markup).toBeDefined();
  expect(
    stage.group.messages.filter(({ reply_markup }) => reply_markup !== undefined),
  ).toHaveLength(1);
});

test.each([
  ['refused', { retryAfter: 1 }],
  ['uncertain', 'lost'],
] as const)(
  'a later part that is %s: what stands there already is not sent again',
  async (outcome, fault) => {
    const { stage, send, server } = await open();
    const lines = Array.from({ length: 20 }, (_, index) => `${'字'.repeat(700)}${index}`);
    const what = {
      text: lines.join('\n'),
      attachments: [{ kind: 'photo', name: '码.png', bytes: picture('码') }],
    } as const;
    server.next('sendMessage', fault, ({ text }) => String(text).startsWith(lines[5] ?? ''));
    const stood: number[] = [];
    await expect(send(what, (parts) => stood.push(parts))).rejects.toMatchObject({ outcome });
    expect(stood).toEqual([1]);
    await passed(1_500);
    await send({ ...what, partsSent: 1 }, (parts) => stood.push(parts));
    expect(stood).toEqual([1, 2, 3, 4, 5]);
    const shown = stage.shown().join('\n').trim().split('\n');
    // Where it is not known whether it arrived, that part comes twice, and nothing else does.
    expect(shown).toEqual(
      outcome === 'refused' ? lines : lines.toSpliced(5, 0, ...lines.slice(5, 10)),
    );
    expect(stage.group.files).toHaveLength(1);
  },
);

test('an album that goes photo by photo goes on with the photo that is missing', async () => {
  const { stage, send, server } = await open();
  const attachments = ['a', 'b', 'c'].map(
    (name) => ({ kind: 'photo', name: `${name}.png`, bytes: picture(name) }) as const,
  );
  server.next('sendMediaGroup', new Refusal(400, 'Bad Request: IMAGE_PROCESS_FAILED'));
  let photos = 0;
  server.next('sendPhoto', { retryAfter: 1 }, () => ++photos === 3);
  let standing = 0;
  const stands = (parts: number) => {
    standing = parts;
  };
  await expect(send({ attachments }, stands)).rejects.toMatchObject({ outcome: 'refused' });
  expect(standing).toBe(3);
  await passed(1_500);
  await send({ attachments, partsSent: standing }, stands);
  expect(standing).toBe(4);
  expect(stage.group.files.map(({ name }) => name)).toEqual(['a.png', 'b.png', 'c.png']);
});

test('one line without an end is cut between characters', async () => {
  const { stage, send } = await open();
  await send({ text: `x${'😀'.repeat(5_000)}` });
  expect(stage.shown().join('')).toBe(`x${'😀'.repeat(5_000)}`);
});

test('links are not previewed, quiet hours make no sound', async () => {
  const { server, send, stage } = await open();
  await send({ text: 'https://example.org', silent: true });
  expect(server.requests.findLast(({ method }) => method === 'sendMessage')?.params).toMatchObject({
    link_preview_options: { is_disabled: true },
    disable_notification: true,
  });
  expect(stage.server.problems).toEqual([]);
});

test('an answer refers to its question, also when that was deleted', async () => {
  const { server, stage } = await open();
  await stage.say('张伟', '名单');
  expect(server.last(stage.group)['reply_to_message']).toMatchObject({ text: '名单' });
  const asked = server.say(stage.user('张伟'), '名单', stage.group);
  stage.group.delete(asked.message_id);
  await stage.settle();
  expect(stage.shown()).toHaveLength(2);
});

test('a card that was deleted is sent anew, one that says the same already is left', async () => {
  const { server, stage, send } = await open();
  await stage.passTo('2026-11-22 18:00');
  await stage.say('张伟', '+1');
  stage.group.delete(server.last(stage.group).message_id);
  await stage.say('李娟', '+1');
  expect(stage.shown()).toHaveLength(2);
  expect(stage.shown().at(-1)).toContain('报名：张伟、李娟');
  const { message_id } = server.last(stage.group);
  const text = stage.shown().at(-1) ?? '';
  const choices = ['报名 E1', '请假 E1'];
  await expect(send({ text, choices, replaces: String(message_id) })).resolves.toEqual({
    messageId: String(message_id),
  });
  expect(stage.shown()).toHaveLength(2);
});

test('a crowd makes one edit in three seconds, the last of them with everybody', async () => {
  const { server, stage } = await open();
  await stage.passTo('2026-11-22 18:00');
  await stage.say('张伟', '+1');
  const edits = () => server.requests.filter(({ method }) => method === 'editMessageText').length;
  for (let index = 0; index < 12; index++)
    server.say(stage.user(`居民${index}`), '+1', stage.group);
  await stage.settle(0);
  await stage.settle(3);
  expect(stage.shown().at(-1)).toContain('已报 13/30 人');
  expect(edits()).toBeLessThanOrEqual(2);
});

test('429: nothing goes to this chat before its time, to others it does, and the order is kept', async () => {
  const { stage, server } = await open();
  const other = server.group('另一个群');
  await stage.change([stage.group, other], []);
  server.next('sendMessage', { retryAfter: 1 });
  server.say(stage.user('张伟'), '名单', stage.group);
  server.say(stage.user('张伟'), '日程', stage.group);
  server.say(stage.user('张伟'), '名单', other);
  const { elapsed } = fasterClock(FASTER);
  const began = elapsed();
  await stage.settle();
  expect(stage.shown(other)).toHaveLength(1);
  await until(async () => {
    await stage.settle(1);
    return stage.shown().length >= 2;
  }, 'both are shown');
  expect(elapsed() - began).toBeGreaterThanOrEqual(1_000);
  expect(server.flood).toMatchObject({ refused: 1, ignored: 0 });
  expect(
    stage.group.messages
      .slice(-2)
      .map((message) => (message['reply_to_message'] as { text: string }).text),
  ).toEqual(['名单', '日程']);
});

test.each([
  ['gateway', 'uncertain'],
  ['lost', 'uncertain'],
  [new Refusal(500, 'Internal Server Error'), 'uncertain'],
  [new Refusal(403, 'Forbidden: bot was kicked from the supergroup chat'), 'gone'],
  [new Refusal(403, 'Forbidden: user is deactivated'), 'gone'],
  [new Refusal(400, 'Bad Request: not enough rights to send text messages to the chat'), 'gone'],
  [new Refusal(400, 'Bad Request: chat not found'), 'gone'],
  [new Refusal(400, 'Bad Request: BUTTON_DATA_INVALID'), 'unfit'],
  [new Refusal(401, 'Unauthorized'), 'refused'],
] as const)('%s means %s', async (fault, outcome) => {
  const { send, server } = await open();
  server.next('sendMessage', fault);
  await expect(send({})).rejects.toMatchObject({ name: 'SendFailed', outcome });
  // An edit may be done twice, so it may be tried again.
  if (outcome !== 'uncertain') return;
  server.next('editMessageText', fault);
  await expect(send({ replaces: '1' })).rejects.toMatchObject({ outcome: 'refused' });
});

test('an answer whose fate is not known is sent once more, and says so', async () => {
  const { stage, server } = await open();
  server.next('sendMessage', 'lost');
  await stage.say('张伟', '名单');
  await until(() => stage.shown().length === 2, 'it is sent once more');
  expect(stage.shown().at(-1)).toContain('（如已收到请忽略）');
});

test('photos and documents, out and in', async () => {
  const { stage, send, server } = await open();
  const bytes = new TextEncoder().encode('十二位');
  await send({
    text: '看图',
    attachments: [{ kind: 'photo', name: '图.png', bytes }],
    choices: ['名单'],
  });
  await send({ text: '表在这里', attachments: [{ kind: 'document', name: '名单.csv', bytes }] });
  await send({ text: 'x'.repeat(1_025), attachments: [{ kind: 'photo', name: 'a.png', bytes }] });
  expect(stage.shown()).toEqual(['看图', '表在这里', '', 'x'.repeat(1_025), '']);
  expect(stage.group.files.map((file) => file.bytes.toString())).toEqual([
    '十二位',
    '十二位',
    '十二位',
  ]);
  expect(server.problems).toEqual([]);
  expect(Buffer.from(await stage.chat.fetch('large'))).toEqual(Buffer.from(picture('large')));
});
