import { expect, test } from 'vitest';
import { SimulatedClock } from '../../adapters/clock-simulated/index.ts';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { MemoryDisk, memoryStore } from '../../adapters/store-memory/index.ts';
import type { Change, Kept } from '../../src/ports/store.ts';
import { Riding } from '../../src/runtime/riding.ts';
import { Player } from '../../tools/play/player.ts';
import { example } from '../support/conversation.ts';

/* What nobody waits for goes with the next commit. */

const change = (id: string): Change => ({ partition: 'p', collection: 'things', remove: id });

test('what rides is taken along once, or commits by itself after a while', () => {
  const clock = new SimulatedClock(0);
  const committed: (readonly Change[])[] = [];
  const riding = new Riding(clock, () => committed.push(...riding.take().values()));
  riding.add([change('a')], 'p');
  riding.add([change('b')], 'q');
  riding.add([change('c')], 'p');
  expect([...riding.take()]).toEqual([
    ['p', [change('a'), change('c')]],
    ['q', [change('b')]],
  ]);
  clock.moveTo(1_000);
  expect(committed).toEqual([]);
  riding.add([change('c')], 'p');
  clock.moveTo(1_020);
  expect(committed).toEqual([]);
  clock.moveTo(1_050);
  expect(committed).toEqual([[change('c')]]);
  expect(riding.take().size).toBe(0);
});

test('answers that were sent cost no commit of their own that waits for a disk', async () => {
  const disk = new MemoryDisk();
  let commits = 0;
  const openStore = async () => {
    const store = memoryStore(disk);
    return {
      ...store,
      commit: (changes: readonly Change[], kept: Kept = 'durable') => {
        if (kept === 'durable') commits += 1;
        return store.commit(changes, kept);
      },
    };
  };
  const player = new Player({ file: example, openStore, log: silentLog });
  await player.start();
  commits = 0;
  const asked = Array.from({ length: 10 }, (_, at) => ({ name: `居民${at}`, text: '/帮助' }));
  await player.say(...asked);
  expect(player.take().length).toBe(10);
  // One for each message, and one for all that was sent.
  expect(commits).toBe(11);
  await player.restart();
  expect(player.take()).toEqual([]);
  await player.stop();
});
