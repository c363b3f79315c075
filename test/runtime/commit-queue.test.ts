import { expect, test } from 'vitest';
import { SimulatedClock } from '../../adapters/clock-simulated/index.ts';
import type { Change, Kept, Store } from '../../src/ports/store.ts';
import { CommitQueue } from '../../src/runtime/commit-queue.ts';

/* What goes in which commit, and what of it is undone where one fails. */

const change = (id: string): Change => ({ partition: 'p', collection: 'c', put: { id } });

/** A queue over a store that takes commits, or refuses them from a moment on. */
function queue() {
  const commits: { ids: string[]; kept: Kept | undefined }[] = [];
  const failures: unknown[] = [];
  const state = { refuses: false };
  const store = {
    commit: async (changes: readonly Change[], kept?: Kept) => {
      if (state.refuses) throw new Error('the disk is gone');
      commits.push({ ids: changes.map((one) => ('put' in one ? one.put.id : '')), kept });
      return commits.length;
    },
  } as unknown as Store;
  const made = new CommitQueue(store, new SimulatedClock(0), (error) => failures.push(error));
  return { made, commits, failures, state };
}

test('what is added together is one commit, and each of those who wait hears of it', async () => {
  const { made, commits } = queue();
  const waiting: Promise<unknown>[] = [];
  const all = made.together(() => {
    for (const id of ['a', 'b', 'c']) waiting.push(made.add([change(id)], ['p']));
  });
  await Promise.all([all, ...waiting, made.durable('p')]);
  expect(commits).toEqual([{ ids: ['a', 'b', 'c'], kept: 'durable' }]);
});

test('what rides goes along with the next of its partition, and comes first', async () => {
  const { made, commits } = queue();
  await made.add([change('ridden')], ['p'], 'riding');
  expect(commits).toEqual([]);
  await made.together(() => void made.add([change('a')], ['p']));
  expect(commits.map(({ ids }) => ids)).toEqual([['ridden', 'a']]);
});

test('what rides elsewhere is a commit of its own, which fails for nobody else', async () => {
  const { made, commits } = queue();
  await made.add([change('ridden')], ['r'], 'riding');
  await made.add([change('a')], ['p']);
  expect(commits.map(({ ids }) => ids)).toEqual([['ridden'], ['a']]);
});

test('what is given up of some partitions leaves the commits of others', async () => {
  const { made } = queue();
  const other = (partition: string): Change => ({ ...change('x'), partition });
  await made.add([other('p')], ['p'], 'riding');
  await made.add([other('q'), other('p')], ['q'], 'riding');
  await made.add([other('r')], ['r'], 'riding');
  expect([...made.giveUp(new Set(['p']))].sort()).toEqual(['p', 'q']);
  expect([...made.giveUp()]).toEqual(['r']);
});

test('work that throws in the middle leaves what memory has seen to be committed', async () => {
  const { made, commits } = queue();
  const thrown = () =>
    made.together(() => {
      void made.add([change('a')], ['p']);
      throw new Error('a rule failed');
    });
  expect(thrown).toThrow('a rule failed');
  await made.durable('p');
  expect(commits.map(({ ids }) => ids)).toEqual([['a']]);
  await made.add([change('b')], ['p']);
  expect(commits.length).toBe(2);
});

test('where a commit fails every partition that has seen it is to be read again', async () => {
  const { made, failures, state } = queue();
  state.refuses = true;
  await made.add([change('ridden')], ['r'], 'riding');
  const one = made.together(() => void made.add([change('a')], ['p']).catch(() => {}));
  await expect(one).rejects.toThrow('the disk is gone');
  expect(failures.length).toBe(2);
  const lost = made.giveUp();
  expect([...lost].sort()).toEqual(['p', 'r']);
  await expect(made.durable('p')).rejects.toThrow('the disk is gone');
  made.forget(lost);
  await made.durable('p');
});
