import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { type Store, StoreLocked } from '../../src/ports/store.ts';
import { contentOf } from '../contracts/store.contract.ts';
import { storeFolder } from './store-folder.ts';

const CHILD = join(import.meta.dirname, 'store.child.ts');

/** A running child and the lines that it has said so far. */
function start(command: string, ...args: string[]) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const said: string[] = [];
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    said.push(...lines);
  });
  return { child, said, closed: once(child, 'close') };
}

async function firstWord({ child }: { child: ChildProcess }): Promise<void> {
  if (child.stdout) await once(child.stdout, 'data');
}

/** Whole numbers by chance, the same ones again for the same seed. */
function randomBelow(below: number, seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}

/** What a store must keep of its promises when its process is killed, or its disk is full. */
export function storeKillTests(
  kind: 'json' | 'sqlite',
  openStore: (folder: string) => Promise<Store>,
): void {
  test('a second process is refused, and let in at once when the first is killed', async () => {
    const folder = await storeFolder();
    const holder = start(process.execPath, CHILD, kind, 'hold', folder);
    await firstWord(holder);
    await expect(openStore(folder)).rejects.toThrow(StoreLocked);
    holder.child.kill('SIGKILL');
    await holder.closed;
    const store = await openStore(folder);
    await expect(openStore(folder)).rejects.toThrow(StoreLocked);
    await store.close();
    await openStore(folder);
  });

  test('whatever was acknowledged survives a hundred kills at random moments', async () => {
    const seed = Date.now() % 100_000;
    const folders = await Promise.all([storeFolder(), storeFolder()]);
    const killFiftyTimes = async (folder: string, which: number) => {
      const moment = randomBelow(150, seed + which);
      let acknowledged = 0;
      for (let kill = 0; kill < 50; kill += 1) {
        const loaded = start(process.execPath, CHILD, kind, 'load', folder);
        await firstWord(loaded);
        await setTimeout(moment());
        loaded.child.kill('SIGKILL');
        await loaded.closed;

        acknowledged = Math.max(acknowledged, ...loaded.said.map(Number));
        const store = await openStore(folder);
        const [p, q] = [await contentOf(store, 'p'), await contentOf(store, 'q')];
        expect(p, `seed ${seed}`).toEqual(q);
        const ids = p['c']?.map(({ id }) => Number(id)).toSorted((a, b) => a - b) ?? [];
        expect(ids).toEqual(Array.from(ids, (_, index) => index + 1));
        expect(ids.length).toBeGreaterThanOrEqual(acknowledged);
        const recent = p['recent']?.map(({ id }) => Number(id)).toSorted((a, b) => a - b) ?? [];
        expect(recent).toEqual(ids.slice(-30));
        await store.close();
      }
      expect(acknowledged).toBeGreaterThan(20);
    };
    await Promise.all(folders.map(killFiftyTimes));
  }, 240_000);

  test.skipIf(process.platform === 'win32')(
    'a file that the system lets grow no further is recovered from',
    async () => {
      const folder = await storeFolder();
      const limited = start(
        'sh',
        '-c',
        'ulimit -f 64; exec "$0" "$@"',
        process.execPath,
        CHILD,
        kind,
        'fill',
        folder,
      );
      const [code] = await limited.closed;
      expect(code).toBe(0);
      expect(limited.said.at(-2)).toBe('full');
      const store = await openStore(folder);
      expect((await store.load('p')).get('c')).toHaveLength(Number(limited.said.at(-1)));
      expect(await contentOf(store, 'p')).toEqual(await contentOf(store, 'q'));
    },
  );
}
