import { expect, onTestFinished, test } from 'vitest';
import { SimulatedClock } from '../../adapters/clock-simulated/index.ts';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { Telegram } from '../../adapters/telegram/index.ts';
import type { Incoming } from '../../src/ports/chat.ts';
import { CommitFailed } from '../../src/ports/store.ts';
import { TelegramServer } from '../support/telegram-server/index.ts';
import { until } from '../support/until.ts';

/**
 * The adapter at a server, with somebody behind it who takes as long with a message, or fails with
 * it, as a test says. Its pauses pass when a test lets them.
 */
async function listening(receive: (text: string) => Promise<void>) {
  const server = await TelegramServer.start({ hearsAll: true });
  const clock = new SimulatedClock(0);
  const settings = { token: server.token, root: server.root };
  const chat = new Telegram({ settings, clock, log: silentLog, pollTimeout: 20 });
  const begun: string[] = [];
  const done: string[] = [];
  const take = async ({ text }: Incoming) => {
    begun.push(text);
    await receive(text);
    done.push(text);
  };
  await chat.start(take, async () => {});
  onTestFinished(async () => {
    await chat.stop();
    await server.stop();
  });
  const user = server.person('张伟');
  const rooms = { 甲: server.group('甲'), 乙: server.group('乙') };
  const say = (room: keyof typeof rooms, ...texts: string[]) => {
    for (const text of texts) server.say(user, text, rooms[room]);
  };
  const waiting = () =>
    server.queue.waiting.map((update) => (update['message'] as { text: string }).text);
  const polls = () => server.requests.filter(({ method }) => method === 'getUpdates').length;
  /** Lets the pause that the adapter makes now be over. @returns how long it was, ms. */
  const pass = async (): Promise<number> => {
    await until(() => clock.nextTimer() !== undefined, 'the adapter makes a pause');
    const pause = (clock.nextTimer() ?? 0) - clock.now();
    clock.moveTo(clock.now() + pause);
    return pause;
  };
  /** Lets pauses pass until something has happened. */
  const passUntil = (condition: () => boolean) =>
    until(() => {
      if (condition()) return true;
      clock.moveTo(clock.nextTimer() ?? clock.now());
      return false;
    });
  return { server, chat, clock, say, begun, done, waiting, polls, pass, passUntil };
}

/** Opens when it is told to. */
function gate() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: resolve };
}

test('a chat that takes its time holds up no other, in this batch or a later one, and nothing behind it is confirmed', async () => {
  const slow = gate();
  const { say, begun, done, waiting, passUntil } = await listening((text) =>
    text === '甲1' ? slow.opened : Promise.resolve(),
  );
  say('甲', '甲1', '甲2');
  say('乙', '乙1');
  await passUntil(() => done.includes('乙1'));
  say('乙', '乙2', '乙3');
  await passUntil(() => done.includes('乙3'));
  expect(begun).toEqual(['甲1', '乙1', '乙2', '乙3']);
  expect(waiting()).toEqual(['甲1', '甲2', '乙1', '乙2', '乙3']);
  slow.open();
  await passUntil(() => waiting().length === 0);
  expect(done.filter((text) => text.startsWith('甲'))).toEqual(['甲1', '甲2']);
  expect(begun).toHaveLength(5);
});

test('what fails comes again with all that is behind it in its chat, in order; meanwhile others go on, and it is not confirmed', async () => {
  let failures = 0;
  const broken = gate();
  const { say, begun, done, waiting, passUntil } = await listening(async (text) => {
    if (text !== '甲1' || failures === 8) return;
    failures += 1;
    if (failures === 2) await broken.opened;
    throw new CommitFailed('the disk is full');
  });
  say('甲', '甲0', '甲1', '甲2');
  say('乙', '乙1');
  await passUntil(() => failures === 2 && done.includes('乙1'));
  say('甲', '甲3');
  say('乙', '乙2');
  await passUntil(() => done.includes('乙2'));
  expect(waiting()).toEqual(['甲1', '甲2', '乙1', '甲3', '乙2']);
  broken.open();
  await passUntil(() => waiting().length === 0);
  // Eight times, and not given up.
  expect(begun.filter((text) => text === '甲1')).toHaveLength(9);
  expect(done.filter((text) => text.startsWith('甲'))).toEqual(['甲0', '甲1', '甲2', '甲3']);
  expect(done.filter((text) => text.startsWith('乙'))).toEqual(['乙1', '乙2']);
});

test('what fails for another reason than the store is given up after five tries, and its chat goes on', async () => {
  const { say, begun, done, waiting, passUntil } = await listening(async (text) => {
    if (text === '甲1') throw new Error('a fault of the program');
  });
  say('甲', '甲1', '甲2');
  await passUntil(() => waiting().length === 0);
  expect(begun).toEqual(['甲1', '甲1', '甲1', '甲1', '甲1', '甲2']);
  expect(done).toEqual(['甲2']);
});

test('more than Telegram gives at once behind a slow one: each is handled once, in order', async () => {
  const slow = gate();
  const texts = Array.from({ length: 250 }, (_, index) => `乙${index}`);
  const { say, begun, done, waiting, passUntil } = await listening((text) =>
    text === '甲1' ? slow.opened : Promise.resolve(),
  );
  say('甲', '甲1');
  say('乙', ...texts);
  await passUntil(() => done.length === 99);
  slow.open();
  await passUntil(() => waiting().length === 0);
  expect(begun.filter((text) => text !== '甲1')).toEqual(texts);
});

test('while nothing new comes beside a slow one, Telegram is asked ever less often', async () => {
  const slow = gate();
  const { say, begun, pass, passUntil } = await listening(() => slow.opened);
  say('甲', '甲1');
  await passUntil(() => begun.length === 1);
  const pauses = [await pass(), await pass(), await pass(), await pass(), await pass()];
  expect(pauses).toEqual([250, 500, 1_000, 2_000, 2_000]);
  slow.open();
});

test('told to stop, it waits for what is in hand and confirms it', async () => {
  const slow = gate();
  let before: readonly string[] = [];
  const { server, say, begun, chat, waiting, passUntil } = await listening(async () => {
    await slow.opened;
    before = waiting();
  });
  say('甲', '甲1');
  await passUntil(() => begun.length === 1);
  const stopping = chat.stop();
  // Whatever it had asked for at once would be there before this.
  await fetch(server.root);
  slow.open();
  await stopping;
  expect(before).toEqual(['甲1']);
  expect(waiting()).toEqual([]);
});

test('what fails is begun again after a pause that grows, and others of its chat with it', async () => {
  const at: number[] = [];
  const { clock, say, begun, passUntil } = await listening(async (text) => {
    if (text !== '甲1') return;
    at.push(clock.now());
    throw new CommitFailed('the disk is full');
  });
  say('甲', '甲1');
  await passUntil(() => at.length === 4);
  say('甲', '甲2');
  const pauses = at.slice(1).map((moment, index) => moment - (at[index] ?? 0));
  expect(pauses[0]).toBeGreaterThanOrEqual(1_000);
  expect(pauses[1]).toBeGreaterThanOrEqual(2_000);
  expect(pauses[2]).toBeGreaterThanOrEqual(4_000);
  await passUntil(() => at.length === 5);
  expect(begun).not.toContain('甲2');
});

test('when all is done with, Telegram is asked once and waited for, also after a failure', async () => {
  const { server, clock, say, done, waiting, polls, passUntil } = await listening(() =>
    Promise.resolve(),
  );
  server.next('getUpdates', 'gateway');
  for (const text of ['甲1', '甲2']) {
    say('甲', text);
    await passUntil(() => done.includes(text));
  }
  await passUntil(() => waiting().length === 0 && server.queue.isAsked);
  // It makes no pause, so that nothing but an answer makes it go on.
  expect(clock.nextTimer()).toBeUndefined();
  const before = polls();
  say('甲', '甲3');
  await passUntil(() => waiting().length === 0 && server.queue.isAsked);
  expect(polls()).toBe(before + 1);
});
