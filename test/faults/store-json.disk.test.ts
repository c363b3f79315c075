import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diskFiles, type JournalFiles } from '../../adapters/store-json/journal.ts';
import { CommitFailed, type Store, StoreDamaged } from '../../src/ports/store.ts';
import { recordingLog } from '../contracts/recording-log.ts';
import {
  counted,
  countOf,
  crashCopy,
  onlySegment,
  openStore,
  storeFolder,
} from './store-folder.ts';

/**
 * A disk that can be told to write only half of what it is given, or to fail when it is asked to
 * sync.
 */
function moodyDisk() {
  const disk = { full: false, unsynced: false, whileWriting: () => {}, files: {} as JournalFiles };
  disk.files = {
    async write(file, bytes) {
      if (!disk.full) return diskFiles.write(file, bytes);
      disk.whileWriting();
      return diskFiles.write(file, bytes.subarray(0, bytes.length / 2));
    },
    async sync(file) {
      if (disk.unsynced) throw new Error('EIO: i/o error, fdatasync');
      await diskFiles.sync(file);
    },
  };
  return disk;
}

async function expectAllRefused(store: Store, numbers: readonly number[]) {
  const results = await Promise.allSettled(numbers.map((n) => store.commit(counted(n))));
  for (const result of results) expect(result).toMatchObject({ reason: expect.any(CommitFailed) });
}

const refused = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

test('a short write on a full disk acknowledges none of those that wait, and is cut off', async () => {
  const folder = await storeFolder();
  const disk = moodyDisk();
  const store = await openStore(folder, { files: disk.files });
  await store.commit(counted(1));
  disk.full = true;
  await expectAllRefused(store, refused);
  disk.full = false;
  await expectAllRefused(store, [12]);
  // Without a recovery they may be there after a crash, but only whole ones.
  const unrecovered = await openStore(await crashCopy(folder));
  expect(await countOf(unrecovered)).toBeLessThan(11);

  await store.recover();
  expect(await countOf(store)).toBe(1);
  expect(await store.commit(counted(2))).toBe(2);
  expect(await countOf(await openStore(await crashCopy(folder)))).toBe(2);
});

test('those that come while a write is failing are refused, though the disk would take them', async () => {
  const folder = await storeFolder();
  const disk = moodyDisk();
  const store = await openStore(folder, { files: disk.files });
  await store.commit(counted(1));
  disk.full = true;
  const meanwhile = new Promise<void>((resolve) => {
    disk.whileWriting = () => {
      disk.full = false;
      resolve(expectAllRefused(store, refused));
    };
  });
  // Half of a batch of two may hold the whole of its first decision.
  await expectAllRefused(store, [2, 3]);
  await meanwhile;
  await store.recover();
  expect(await store.commit(counted(2))).toBe(2);
  expect(await countOf(await openStore(await crashCopy(folder)))).toBe(2);
});

test('after a failed sync the file is cut and never written again', async () => {
  const folder = await storeFolder();
  const disk = moodyDisk();
  const store = await openStore(folder, { files: disk.files });
  await store.commit(counted(1));
  for (const _ of ['once', 'twice']) {
    disk.unsynced = true;
    await expectAllRefused(store, refused);
    disk.unsynced = false;
    await store.recover();
  }
  expect(await store.commit(counted(2))).toBe(2);
  const names = await readdir(join(folder, 'journal'));
  expect(names.toSorted()).toEqual(['0000000000000001.ndjson', '0000000000000002.ndjson']);
  expect(await countOf(await openStore(await crashCopy(folder)))).toBe(2);
});

test('what was refused is not there after a close without a recovery', async () => {
  const folder = await storeFolder();
  const disk = moodyDisk();
  const store = await openStore(folder, { files: disk.files });
  await store.commit(counted(1));
  disk.unsynced = true;
  await expectAllRefused(store, refused);
  // Nor when the journal has to stay, because the checkpoint of the close fails too.
  const obstacle = join(folder, 'documents', 'p', 'c.json');
  await mkdir(obstacle, { recursive: true });
  await store.close();
  await rm(obstacle, { recursive: true });
  expect(await countOf(await openStore(folder))).toBe(1);
});

test('a recovery that fails ends the store', async () => {
  const folder = await storeFolder();
  const disk = moodyDisk();
  const store = await openStore(folder, { files: disk.files });
  await store.commit(counted(1));
  disk.unsynced = true;
  await expectAllRefused(store, [2]);
  await rm(await onlySegment(folder));
  await expect(store.recover()).rejects.toThrow(StoreDamaged);
  await expect(store.recover()).rejects.toThrow(StoreDamaged);
  await expect(store.commit(counted(2))).rejects.toThrow(StoreDamaged);
  await expect(store.load('p')).rejects.toThrow(StoreDamaged);
});

test('a checkpoint that fails costs no commit and is tried again', async () => {
  const folder = await storeFolder();
  const log = recordingLog();
  const store = await openStore(folder, { log, checkpointBytes: 1_000 });
  const obstacle = join(folder, 'documents', 'p', 'c.json');
  await mkdir(join(obstacle, 'in the way'), { recursive: true });
  let n = 0;
  while (log.events.filter((event) => event === 'store.checkpoint-failed').length < 3)
    await store.commit(counted(++n));
  expect(await countOf(store)).toBe(n);
  const crashed = await crashCopy(folder);
  await rm(join(crashed, 'documents', 'p'), { recursive: true });
  expect(await countOf(await openStore(crashed))).toBe(n);

  await rm(obstacle, { recursive: true });
  while (!log.events.includes('store.checkpoint')) await store.commit(counted(++n));
  expect((await readdir(join(folder, 'journal'))).length).toBeLessThan(3);
  await store.close();
  expect(await countOf(await openStore(folder))).toBe(n);
});

test('checkpoints beside commits lose none of them', async () => {
  const folder = await storeFolder();
  const log = recordingLog();
  const store = await openStore(folder, { log, checkpointBytes: 2_000 });
  let last = 0;
  while (log.events.length < 10) {
    const numbers = Array.from({ length: 10 }, () => ++last);
    await Promise.all(numbers.map((n) => store.commit(counted(n))));
  }
  await store.close();
  expect(new Set(log.events)).toEqual(new Set(['store.checkpoint']));
  expect(await countOf(await openStore(folder))).toBe(last);
});

test('what is only written survives a kill and costs no sync, and a failed sync takes none of it', async () => {
  const folder = await storeFolder();
  const disk = moodyDisk();
  let syncs = 0;
  const sync: JournalFiles['sync'] = (file) => {
    syncs += 1;
    return disk.files.sync(file);
  };
  const store = await openStore(folder, { files: { ...disk.files, sync } });
  await store.commit(counted(1));
  expect(syncs).toBe(1);
  await store.commit(counted(2), 'written');
  await store.commit(counted(3), 'written');
  expect(syncs).toBe(1);
  expect(await countOf(await openStore(await crashCopy(folder)))).toBe(3);

  disk.unsynced = true;
  await expectAllRefused(store, [4, 5]);
  disk.unsynced = false;
  await store.recover();
  expect(await countOf(store)).toBe(3);
  await store.commit(counted(4));
  expect(await countOf(await openStore(await crashCopy(folder)))).toBe(4);
  await store.close();
  expect(await countOf(await openStore(folder))).toBe(4);
});

test('a power cut between two commits of which one was only written is no damage', async () => {
  const folder = await storeFolder();
  const store = await openStore(folder);
  await store.commit(counted(1));
  await store.commit(counted(2), 'written');
  await store.commit(counted(3), 'written');
  await store.commit(counted(4));
  const cut = await crashCopy(folder);
  const segment = await onlySegment(cut);
  const lines = (await readFile(segment, 'utf8')).split('\n');
  // Of what was never synced the disk kept the end and not the middle.
  const torn = lines.map((line, index) => (index === 1 ? '\0'.repeat(line.length) : line));
  await writeFile(segment, torn.join('\n'));
  expect(await countOf(await openStore(cut))).toBe(1);
});
