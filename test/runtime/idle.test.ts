import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { MemoryDisk, memoryStore } from '../../adapters/store-memory/index.ts';
import { HOUR } from '../../src/core/time.ts';
import type { BoardPlace } from '../../src/ports/board.ts';
import type { Store } from '../../src/ports/store.ts';
import { Player } from '../../tools/play/player.ts';
import { example } from '../support/conversation.ts';

/* An alliance that is asked nothing leaves the memory, and nobody notices. */

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Hours between two collections. */
const COLLECTED_EVERY = 8;

/** Plays over a store that tells how often something was read from it. */
async function stage(place?: BoardPlace) {
  const disk = new MemoryDisk();
  const loaded: string[] = [];
  const openStore = async (): Promise<Store> => {
    const store = memoryStore(disk);
    const load = (name: string) => {
      loaded.push(name);
      return store.load(name);
    };
    return { ...store, load };
  };
  const player = new Player({ file: example, openStore, log: silentLog, place });
  await player.start();
  const ask = async (name: string, text: string) => {
    await player.say({ name, text });
    return player.take().map(({ outgoing }) => outgoing.text);
  };
  const sleep = async (hours: number) => {
    for (let hour = 1; hour <= hours; hour++) {
      await player.pass(player.clock.now() + HOUR);
      // What a promise has just held is free with the next turn. To collect takes its time.
      await new Promise((resolve) => setImmediate(resolve));
      if (hour === hours || hour % COLLECTED_EVERY === 0) collectGarbage();
    }
  };
  return { player, loaded, ask, sleep };
}

test('after hours of silence the alliance is read again with the next word, and knows everything', async () => {
  const { player, loaded, ask, sleep } = await stage();
  await ask('李雪梅', '/活动 28日9点 清洁家园');
  await ask('张伟', '+1 E1');
  loaded.length = 0;
  await sleep(4);
  player.take();
  expect(loaded).toEqual([]);
  expect(await ask('陈刚', '+1 E1')).toEqual([expect.stringContaining('共 2 人')]);
  expect(loaded).toEqual(['tianxing']);
  // It is in memory again.
  await ask('赵磊', '+1 E1');
  expect(loaded).toHaveLength(1);
  await player.stop();
});

test('an alliance in which people talk is read once', async () => {
  const { player, loaded, ask, sleep } = await stage();
  loaded.length = 0;
  for (let hour = 0; hour < 4; hour++) {
    await ask('张伟', '日程');
    await sleep(1);
  }
  expect(loaded).toEqual([]);
  await player.stop();
});

test('what is due in an alliance that left the memory is sent in time', async () => {
  const { player, loaded, ask, sleep } = await stage();
  await ask('李雪梅', '/活动 后天下午3点 清洁家园');
  await ask('张伟', '+1 E1');
  loaded.length = 0;
  await sleep(48);
  const said = player.take().map(({ outgoing }) => outgoing.text);
  expect(loaded).toContain('tianxing');
  expect(said.filter((text) => text?.includes('清洁家园')).length).toBeGreaterThan(0);
  await player.stop();
});

test('a board that hangs keeps nobody awake, and stays as it was', async () => {
  const hung: number[] = [];
  const publish = async (pages: ReadonlyMap<string, string>) => {
    hung.push(pages.size);
  };
  const { player, loaded, ask, sleep } = await stage({ url: 'https://board.example.org', publish });
  await ask('周敏', '/公告栏 开');
  await sleep(1);
  const pages = hung.at(-1) ?? 0;
  expect(pages).toBeGreaterThan(0);
  loaded.length = 0;
  await sleep(4);
  expect(loaded).toEqual([]);
  expect(hung.at(-1)).toBe(pages);
  await ask('张伟', '日程');
  expect(loaded).toEqual(['tianxing']);
  await player.stop();
});
