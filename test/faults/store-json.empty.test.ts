import { createHash } from 'node:crypto';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFolder } from '../../adapters/store-json/read.ts';
import type { Change, PartitionContent, Store } from '../../src/ports/store.ts';
import { recordingLog } from '../contracts/recording-log.ts';
import { crashCopy, openStore, storeFolder } from './store-folder.ts';
import { watchDisk } from './watch-disk.ts';

const put = (shard: string, id: string, text = ''): Change => ({
  partition: 'p',
  collection: 'handled',
  shard,
  put: { id, text },
});
const remove = (shard: string, id: string): Change => ({
  partition: 'p',
  collection: 'handled',
  shard,
  remove: id,
});

/** How many bytes the journal grows before a checkpoint. */
const LENGTH = 5_000;
/** A text of that length that cannot be packed. */
const LONG = Array.from({ length: LENGTH / 40 }, (_, at) =>
  createHash('sha256').update(`${at}`).digest('base64').slice(0, 40),
).join('');

/** The ids that a partition holds. */
function idsIn(content: PartitionContent | undefined): string[] {
  return (content?.get('handled') ?? []).map(({ id }) => id).toSorted();
}

async function idsOf(store: Store): Promise<string[]> {
  return idsIn(await store.load('p'));
}

/** Which documents lie in the folder, without those of records that are kept. */
async function shardsIn(folder: string): Promise<string[]> {
  const names = await readdir(join(folder, 'documents', 'p'));
  return names.filter((name) => name !== 'handled.kept.json').toSorted();
}

/** An open store that makes a checkpoint after a long commit. */
async function opened(folder: string) {
  const log = recordingLog();
  const store = await openStore(folder, { log, checkpointBytes: LENGTH });
  const checkpoint = async (event = 'store.checkpoint') => {
    log.events.length = 0;
    await store.commit([put('kept', 'long', LONG)]);
    await expect.poll(() => log.events).toContain(event);
  };
  return { store, checkpoint };
}

/** The same over two documents on disk that have just lost their records. */
async function emptied() {
  const folder = await storeFolder();
  const before = await openStore(folder);
  await before.commit([put('one', 'a'), put('one', 'b'), put('two', 'c'), put('kept', 'kept')]);
  await before.close();
  const { store, checkpoint } = await opened(folder);
  await store.commit([remove('one', 'a'), put('two', 'd')]);
  await store.commit([put('one', 'e'), remove('one', 'b'), remove('two', 'c')]);
  await store.commit([remove('one', 'e'), remove('two', 'd')]);
  expect(await idsOf(store)).toEqual(['kept']);
  return { folder, store, checkpoint };
}

/** Expects that a crashed folder holds these records, then one more, and then no empty document. */
async function expectWhole(crashed: string, ids: readonly string[]) {
  const store = await openStore(crashed);
  expect(await idsOf(store)).toEqual(ids);
  await store.commit([put('one', 'z')]);
  await store.close();
  expect(await shardsIn(crashed)).toEqual(['handled.one.json']);
  const after = await openStore(crashed);
  expect(await idsOf(after)).toEqual([...ids, 'z']);
  await after.close();
}

// A checkpoint has seven steps here, so the last number stands for one without commits beside it.
test.each([0, 1, 2, 3, 4, 5, 6, 7])(
  'a crash at any step of letting go loses nothing and brings nothing back, with commits beside step %i',
  async (beside) => {
    const { folder, store, checkpoint } = await emptied();
    const ids = ['kept', 'long'];
    const copies: { step: string; crashed: string; ids: readonly string[] }[] = [];
    const copy = async (step: string) =>
      copies.push({ step, crashed: await crashCopy(folder), ids: [...ids] });
    let steps = 0;
    const stop = watchDisk(async (action, path) => {
      const step = `${action} ${path.slice(folder.length)}`;
      await copy(step);
      if (steps++ !== beside) return;
      await store.commit([put('one', 'again'), put('two', 'again and gone')]);
      await store.commit([remove('two', 'again and gone')]);
      ids.unshift('again');
      await copy(`${step}, after the commits`);
    });
    await checkpoint();
    stop();
    await copy('the end');
    // A document that has records again before its turn comes is not removed.
    expect(steps).toBeGreaterThan(beside === 7 ? 6 : 5);

    // After a power cut a file may be there again: a removal, other than a writing, is not made to
    // last.
    const manifest = copies.findIndex(({ step }) => step === 'write /checkpoint.json');
    const back = { step: 'brought back', crashed: await crashCopy(folder), ids };
    await cp(join(`${copies[manifest]?.crashed}`, 'documents'), join(back.crashed, 'documents'), {
      recursive: true,
      force: false,
    });
    for (const { step, crashed, ids } of [...copies, back])
      await expectWhole(crashed, ids).catch((cause: unknown) => {
        throw new Error(`crashed before ${step}`, { cause });
      });
  },
);

test.each(['write /checkpoint.json', 'remove /documents/p/handled.one.json'])(
  'documents get records again after a checkpoint that failed to %s',
  async (failing) => {
    const { folder, store, checkpoint } = await emptied();
    const stop = watchDisk(async (action, path) => {
      if (`${action} ${path.slice(folder.length)}` === failing) throw new Error('EIO: i/o error');
    });
    await checkpoint('store.checkpoint-failed');
    stop();
    await store.commit([put('one', 'again')]);
    await checkpoint();
    expect(await shardsIn(folder)).toEqual(['handled.one.json']);
    await expectWhole(await crashCopy(folder), ['again', 'kept', 'long']);
  },
);

test('a document that loses its records while they are written is let go of with the next checkpoint', async () => {
  const { folder, store, checkpoint } = await emptied();
  await store.commit([put('one', 'again')]);
  const stop = watchDisk(async (action, path) => {
    if (action === 'write' && path.endsWith('handled.one.json'))
      await store.commit([remove('one', 'again')]);
  });
  await checkpoint();
  stop();
  // Its file has the record, which only the journal knows to be removed.
  expect(await shardsIn(folder)).toEqual(['handled.one.json']);
  await expectWhole(await crashCopy(folder), ['kept', 'long']);
  await checkpoint();
  expect(await shardsIn(folder)).toEqual([]);
  await expectWhole(await crashCopy(folder), ['kept', 'long']);
});

test.each(['checkpoint.json', '.ndjson', 'handled.one.json'])(
  'a reader beside it finds what is durable, though documents go when it comes to %s',
  async (name) => {
    const { folder, checkpoint } = await emptied();
    let going: Promise<void> | undefined;
    watchDisk(async (action, path) => {
      // The checkpoint itself reads, too.
      if (action !== 'read' || !path.endsWith(name) || going !== undefined) return;
      going = checkpoint();
      await going;
    });
    expect(idsIn((await readFolder(folder)).get('p'))).toEqual(['kept', 'long']);
    expect(going).toBeDefined();
    expect(await shardsIn(folder)).toEqual([]);
  },
);

test.each(['', '"p/handled.old.json",\n', '{"name":"p/handled.old.json","seq":1},\n'])(
  'a document without records that an earlier start left is let go of, named in the checkpoint as %j',
  async (named) => {
    const folder = await storeFolder();
    const before = await openStore(folder);
    await before.commit([put('kept', 'kept')]);
    await before.close();
    const old =
      '{"version":1,"partition":"p","collection":"handled","shard":"old","seq":1,"records":[\n]}\n';
    await writeFile(join(folder, 'documents', 'p', 'handled.old.json'), old);
    const manifest = join(folder, 'checkpoint.json');
    const head = '"documents":[\n';
    await writeFile(manifest, (await readFile(manifest, 'utf8')).replace(head, `${head}${named}`));
    await expectWhole(folder, ['kept']);
  },
);

test('what is kept for three days takes three files, whether it is the fourth day or the sixtieth', async () => {
  const folder = await storeFolder();
  let removed = 0;
  watchDisk(async (action, path) => {
    if (action === 'remove' && path.includes('documents')) removed += 1;
  });
  let { store, checkpoint } = await opened(folder);
  for (let day = 4; day <= 60; day += 1) {
    for (const id of ['a', 'b', 'c'])
      await store.commit([put(`${day}`, `${day} ${id}`), remove(`${day - 3}`, `${day - 3} ${id}`)]);
    await checkpoint();
    const days = [day - 2, day - 1, day].filter((kept) => kept > 3);
    expect(await shardsIn(folder)).toEqual(days.map((kept) => `handled.${kept}.json`).toSorted());
    expect(await idsOf(store)).toHaveLength(days.length * 3 + 1);
    if (day % 20 > 0) continue;
    await store.close();
    ({ store, checkpoint } = await opened(folder));
  }
  // Once each, those of the first days too, which never had anything but removals.
  expect(removed).toBe(57);
});
