import { expect, test } from 'vitest';
import { picture } from '../../adapters/terminal/picture.ts';
import { photos } from '../../src/core/records.ts';
import { addressOf, TelegramStage } from '../support/telegram.ts';
import { Refusal } from '../support/telegram-server/world.ts';

/** A message with a photo as Telegram tells of it: in several sizes, the words below it. */
function photo(id: string, caption?: string): Record<string, unknown> {
  const sizes = [{ file_id: `${id}-small` }, { file_id: id }];
  return { text: undefined, photo: sizes, ...(caption === undefined ? {} : { caption }) };
}

async function states(stage: TelegramStage): Promise<readonly string[]> {
  return stage.records((records) =>
    records.all(photos).map((one) => (one.state === 'lost' ? one.why : one.state)),
  );
}

function methods(stage: TelegramStage): readonly string[] {
  return stage.server.requests.map(({ method }) => method).filter((method) => /^send/.test(method));
}

test('a photo of the broken lamp, and three of the new one: who does it and who asked see them in private', async () => {
  const stage = await TelegramStage.open({ hearsAll: true });
  await stage.sayPrivately('王五', '/start');
  await stage.say('王五', '', stage.group, photo('lamp', '需求 3号楼楼道灯坏了'));
  expect(stage.shown().at(-1)).toContain('照片 1 张');
  await stage.say('吴霞', '认领 1');
  expect(stage.shown().some((text) => text === '#1 有照片，认领人请私聊我发「/详情 1」看')).toBe(
    true,
  );
  const claimant = stage.server.with(stage.user('吴霞'));
  await stage.sayPrivately('吴霞', '/详情 1');
  expect(claimant.files.map(({ bytes }) => Buffer.from(bytes))).toEqual([
    Buffer.from(picture('lamp')),
  ]);
  expect(stage.shown(claimant).at(-1)).toBe('#1 提出时 11月22日');
  await stage.restart();
  // An album is three messages, the words below the first.
  for (const [id, words] of [['new-1', '完成 1 换了新灯'], ['new-2'], ['new-3']] as const)
    stage.server.say(stage.user('吴霞'), '', stage.group, photo(id, words));
  await stage.settle();
  const asker = stage.server.with(stage.user('王五'));
  expect(asker.files.map(({ bytes }) => Buffer.from(bytes))).toEqual(
    ['new-1', 'new-2'].map((id) => Buffer.from(picture(id))),
  );
  await stage.sayPrivately('王五', '/详情 1');
  expect(methods(stage).at(-1)).toBe('sendMediaGroup');
  expect(stage.shown(asker).slice(-4)).toEqual([
    '#1 提出时 11月22日',
    '#1 办完后 11月22日',
    '#1 办完后 11月22日',
    '#1 办完后 11月22日',
  ]);
  expect(asker.files.slice(-4).map(({ bytes }) => Buffer.from(bytes))).toEqual(
    ['lamp', 'new-1', 'new-2', 'new-3'].map((id) => Buffer.from(picture(id))),
  );
  // No photo goes to the group.
  expect(stage.group.files).toEqual([]);
  expect(stage.server.problems).toEqual([]);
});

test('Telegram fails to tell where a photo lies, then to give it out; a second later it is there', async () => {
  const stage = await TelegramStage.open({ hearsAll: true });
  stage.server.next('getFile', 'gateway');
  stage.server.next('file', 'gateway');
  await stage.say('王五', '', stage.group, photo('lamp', '需求 灯坏了'));
  await stage.settle();
  expect(await states(stage)).toEqual(['kept']);
  expect(stage.server.requests.filter(({ method }) => method === 'getFile')).toHaveLength(3);
});

test('the bot stops before a photo was given out, and fetches it when it is back', async () => {
  const stage = await TelegramStage.open({ hearsAll: true });
  for (let tries = 0; tries < 5; tries++) stage.server.next('getFile', 'gateway');
  await stage.say('王五', '', stage.group, photo('lamp', '需求 灯坏了'));
  expect(await states(stage)).toEqual(['wanted']);
  await stage.restart();
  await stage.settle(60);
  expect(await states(stage)).toEqual(['kept']);
});

test.each([
  ['gone', new Refusal(400, 'Bad Request: invalid file_id'), '原图已经取不到了'],
  ['large', new Refusal(400, 'Bad Request: file is too big'), '超过 10 MB'],
  ['large', new Uint8Array(30 * 1024 * 1024), '超过 10 MB'],
  ['large', new Uint8Array(11 * 1024 * 1024), '超过 10 MB'],
  ['unknown', new TextEncoder().encode('not a picture'), '不是认得的图片'],
] as const)(
  'what Telegram does not give out, or is no photo, is lost (%s) and said as an answer to it',
  async (why, held, words) => {
    const stage = await TelegramStage.open({ hearsAll: true });
    stage.server.held.set('lamp', held);
    await stage.say('王五', '', stage.group, photo('lamp', '需求 灯坏了'));
    expect(await states(stage)).toEqual([why]);
    const said = stage.group.messages.find(({ text }) => text?.includes(words));
    expect(said?.['reply_to_message']).toMatchObject({ caption: '需求 灯坏了' });
    expect(stage.server.problems).toEqual([]);
  },
);

test('what is far too large is not even asked for', async () => {
  const stage = await TelegramStage.open({ hearsAll: true });
  stage.server.held.set('film', new Uint8Array(30 * 1024 * 1024));
  await stage.say('王五', '', stage.group, photo('lamp', '需求 灯坏了'));
  await stage.say('李娟', '', stage.group, photo('film', '需求 树倒了'));
  expect(await states(stage)).toEqual(['kept', 'large']);
  expect(stage.server.given).toEqual(['lamp']);
});

test('several photos are an album below the words with the buttons; what is none is a document', async () => {
  const stage = await TelegramStage.open({ hearsAll: true });
  const to = addressOf(stage.server, stage.group);
  const file = (name: string) => ({
    kind: 'photo' as const,
    name,
    bytes: picture(name),
    caption: `#1 ${name}`,
  });
  const send = (...names: readonly string[]) =>
    stage.chat.send({
      to,
      text: '看图',
      choices: ['名单'],
      silent: false,
      attachments: names.map(file),
    });
  await send('a.jpg', 'b.png', 'c.webp');
  expect(methods(stage)).toEqual(['sendMessage', 'sendMediaGroup', 'sendDocument']);
  expect(stage.shown()).toEqual(['看图', '#1 a.jpg', '#1 b.png', '#1 c.webp']);
  const marked = stage.group.messages.filter(({ reply_markup: markup }) => markup !== undefined);
  expect(marked.map(({ text, caption }) => text ?? caption)).toEqual(['#1 c.webp']);
  await send(...Array.from({ length: 12 }, (_, index) => `${index}.jpg`));
  expect(methods(stage).slice(3)).toEqual(['sendMessage', 'sendMediaGroup', 'sendMediaGroup']);
  expect(
    stage.group.messages.findLast(({ reply_markup: markup }) => markup !== undefined)?.text,
  ).toBe('看图');
  stage.server.next('sendMediaGroup', new Refusal(400, 'Bad Request: PHOTO_INVALID_DIMENSIONS'));
  stage.server.next('sendPhoto', new Refusal(400, 'Bad Request: IMAGE_PROCESS_FAILED'));
  await send('a.jpg', 'b.jpg');
  expect(methods(stage).slice(6)).toEqual([
    'sendMessage',
    'sendMediaGroup',
    'sendPhoto',
    'sendDocument',
    'sendPhoto',
  ]);
  expect(stage.server.problems).toEqual([]);
});
