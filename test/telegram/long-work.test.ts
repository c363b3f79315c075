import { expect, test } from 'vitest';
import type { DocumentMaker } from '../../src/ports/documents.ts';
import { OneClockStage } from '../support/one-clock.ts';

/** Makes each file when the test says so. */
function slowMaker() {
  const waiting: (() => void)[] = [];
  const maker: DocumentMaker = {
    make: async () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.push(resolve);
      await promise;
      return new Uint8Array([1]);
    },
    close: async () => {},
  };
  return { maker, finish: () => waiting.shift()?.() };
}

async function asked() {
  const { maker, finish } = slowMaker();
  const made = await OneClockStage.open({ maker });
  const { stage } = made;
  // Something of the month to draw a chart of.
  stage.server.say(stage.user('王五'), '需求 3号楼灯坏了', stage.group);
  await made.rest();
  // The file has no text, and what is kept is told once.
  const isMeant = (text: string) => text !== '' && !text.startsWith('我只记');
  const room = stage.server.with(stage.user('李雪梅'));
  stage.server.say(stage.user('李雪梅'), '/月报 11月', room);
  await made.pass(1_000);
  return { made, stage, room, finish, shown: () => stage.shown(room).filter(isMeant) };
}

const answer = expect.stringContaining('【11月月报】还没发');

test('long work says how far it is on one message that is edited; then the answer comes', async () => {
  const { made, stage, finish, shown } = await asked();
  expect(shown()).toEqual([]);
  await made.pass(3_000);
  expect(shown()).toEqual(['文件还在做，请稍等（做好 0/2）']);
  finish();
  await made.pass(3_000);
  expect(shown()).toEqual(['文件还在做，请稍等（做好 1/2）']);
  // Others are answered meanwhile.
  stage.server.say(stage.user('张伟'), '/日程', stage.group);
  await made.pass(1_000);
  expect(stage.shown().at(-1)).toContain('接下来');
  finish();
  await made.pass(5_000);
  expect(shown()[0]).toBe('2 个文件做好了，在下面');
  expect(
    shown()
      .filter((text) => text !== '')
      .slice(1),
  ).toEqual([answer]);
});

test('what is made soon is only answered', async () => {
  const { made, finish, shown } = await asked();
  finish();
  await made.rest();
  finish();
  await made.pass(10_000);
  expect(shown()).toEqual([answer]);
});

test('where Telegram takes no card, the answer comes all the same', async () => {
  const { made, stage, finish, shown } = await asked();
  stage.server.next('sendMessage', 'gateway');
  await made.pass(4_000);
  finish();
  await made.rest();
  finish();
  await made.pass(60_000);
  expect(shown()).toEqual([answer]);
});
