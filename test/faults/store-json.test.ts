import { cp, mkdir, readdir, readFile, rename, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { jsonStore } from '../../adapters/store-json/index.ts';
import { recordingLog } from '../contracts/recording-log.ts';
import {
  counted,
  countOf,
  crashCopy,
  expectRefused,
  onlySegment,
  openStore,
  storeFolder,
} from './store-folder.ts';

/** A crashed folder whose last batch, which begins at `start`, has the decisions 3 and 4. */
async function crashedAfterBatches() {
  const folder = await storeFolder();
  const store = await openStore(folder);
  await store.commit(counted(1));
  await store.commit(counted(2));
  const { size: start } = await stat(await onlySegment(folder));
  await Promise.all([3, 4].map((n) => store.commit(counted(n))));
  return { crashed: await crashCopy(folder), start };
}

describe('a torn last write', () => {
  test('cut at any byte leaves whole decisions, the earlier ones all', async () => {
    const { crashed, start } = await crashedAfterBatches();
    const whole = await readFile(await onlySegment(crashed));
    const cutAt = async (length: number) => {
      const folder = await crashCopy(crashed);
      await truncate(await onlySegment(folder), length);
      const complete = whole.subarray(0, length).toString('latin1').split('\n').length - 1;
      const log = recordingLog();
      const store = await jsonStore({ folder, log });
      expect(await countOf(store)).toBe(complete);
      expect(log.events.length > 0).toBe(whole[length - 1] !== 0x0a);
      if (length % 20 > 0) return store.close();
      expect(await store.commit(counted(complete + 1))).toBe(complete + 1);
      await store.close();
      expect(await countOf(await openStore(folder))).toBe(complete + 1);
    };
    const lengths = Array.from({ length: whole.length - start + 1 }, (_, more) => start + more);
    while (lengths.length > 0) await Promise.all(lengths.splice(0, 16).map(cutAt));
  });

  test.each([0x00, 0x0a, 0x58])(
    'with bytes 0x%i in it loses the decisions from there on',
    async (byte) => {
      const { crashed, start } = await crashedAfterBatches();
      const whole = await readFile(await onlySegment(crashed));
      for (let at = start; at < whole.length; at += 29) {
        if (whole[at] === byte) continue;
        const folder = await crashCopy(crashed);
        const torn = Buffer.from(whole);
        torn[at] = byte;
        await writeFile(await onlySegment(folder), torn);
        const store = await openStore(folder);
        expect(await countOf(store)).toBe(
          whole.subarray(0, at).toString('latin1').split('\n').length - 1,
        );
        await store.close();
      }
    },
  );

  test('that did not get beyond making the file leaves nothing behind', async () => {
    const { crashed } = await crashedAfterBatches();
    await writeFile(join(crashed, 'journal', '0000000000000005.ndjson'), '');
    const store = await openStore(crashed);
    expect(await store.commit(counted(5))).toBe(5);
    await store.close();
    expect(await countOf(await openStore(crashed))).toBe(5);
  });
});

/** A crashed folder with 1 to 3 in documents, and 4 to 8 in the journal, one after another. */
async function crashedWithFive() {
  const folder = await storeFolder();
  const before = await openStore(folder);
  for (const n of [1, 2, 3]) await before.commit(counted(n));
  await before.close();
  const store = await openStore(folder);
  for (const n of [4, 5, 6, 7, 8]) await store.commit(counted(n));
  const crashed = await crashCopy(folder);
  const segment = await onlySegment(crashed);
  return { crashed, segment, whole: await readFile(segment) };
}

describe('a journal of which nothing is whole', () => {
  const lineEnds = (whole: Buffer) =>
    Buffer.from(whole.toString('latin1').replaceAll('\n', '\r\n'), 'latin1');

  test.each<[string, string, (whole: Buffer) => Buffer]>([
    ['other line ends', 'ends with a carriage return', lineEnds],
    [
      'one line with another end',
      'ends with a carriage return',
      (whole) => lineEnds(whole.subarray(0, whole.indexOf(0x0a) + 1)),
    ],
    [
      'a bit flipped in each line',
      'commit 4 is missing or damaged',
      (whole) => Buffer.from(whole.toString('latin1').replaceAll('"n":', '"m":'), 'latin1'),
    ],
    [
      'its last two lines damaged',
      'commit 7 is missing or damaged',
      (whole) => Buffer.from(whole.toString('latin1').replace(/"n":(?=[78])/g, '"m":'), 'latin1'),
    ],
  ])('%s: it is refused, for it was acknowledged', async (_, reason, damage) => {
    const { crashed, segment, whole } = await crashedWithFive();
    await writeFile(segment, damage(whole));
    await expectRefused(crashed, segment, reason);
  });

  test.each<[string, number, (whole: Buffer) => Buffer]>([
    ['all NUL', 3, (whole) => Buffer.alloc(whole.length)],
    [
      'its second half NUL',
      5,
      (whole) => Buffer.concat([whole.subarray(0, whole.length / 2), Buffer.alloc(500)]),
    ],
    [
      'its last line damaged',
      7,
      (whole) => Buffer.from(whole.toString('latin1').replace('"n":8', '"m":8'), 'latin1'),
    ],
  ])('%s: it may be torn, and is kept', async (_, count, damage) => {
    const { crashed, segment, whole } = await crashedWithFive();
    const damaged = damage(whole);
    await writeFile(segment, damaged);
    const log = recordingLog();
    const store = await jsonStore({ folder: crashed, log });
    expect(await countOf(store)).toBe(count);
    expect(log.events).toContain('store.torn-write-put-aside');
    const lines = whole
      .toString('latin1')
      .split('\n')
      .slice(0, count - 3);
    const kept = lines.reduce((sum, line) => sum + line.length + 1, 0);
    expect(await readFile(`${segment}.torn`)).toEqual(damaged.subarray(kept));
    expect(await store.commit(counted(count + 1))).toBe(count + 1);
    await store.close();
    const again = await openStore(crashed);
    expect(await countOf(again)).toBe(count + 1);
    expect(await readFile(`${segment}.torn`)).toEqual(damaged.subarray(kept));
  });

  test('where it cannot be kept nothing is cut', async () => {
    const { crashed, segment } = await crashedWithFive();
    await writeFile(segment, 'half');
    await mkdir(`${segment}.torn`);
    await expectRefused(crashed, `${segment}.torn cannot be written (EISDIR): 4 bytes`);
  });

  test('what is cut a second time is kept behind what was cut first', async () => {
    const { crashed, segment, whole } = await crashedWithFive();
    for (const half of ['one', 'two']) {
      await writeFile(segment, `${half} half`);
      await (await openStore(crashed)).close();
      await writeFile(segment, whole.subarray(0, 0));
    }
    expect(await readFile(`${segment}.torn`, 'utf8')).toBe('one halftwo half');
  });
});

describe('a damaged journal', () => {
  test('with a later batch behind the damage names file and line and touches nothing', async () => {
    const { crashed, start } = await crashedAfterBatches();
    const segment = await onlySegment(crashed);
    const whole = await readFile(segment);
    for (let at = 0; at < start; at += 17) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      await writeFile(segment, damaged);
      const line = whole.subarray(0, at).toString('latin1').split('\n').length;
      await expectRefused(crashed, `${segment}, line ${line}:`);
    }
  });

  test.each([1, 2])('without its line %i has a gap', async (line) => {
    const { crashed } = await crashedAfterBatches();
    const segment = await onlySegment(crashed);
    const lines = (await readFile(segment, 'utf8')).split('\n');
    await writeFile(segment, lines.toSpliced(line - 1, 1).join('\n'));
    await expectRefused(crashed, `${segment}, line ${line}:`);
  });

  test('with a segment missing has a gap', async () => {
    const { crashed } = await crashedAfterBatches();
    await rename(await onlySegment(crashed), join(crashed, 'journal', '0000000000000003.ndjson'));
    await expectRefused(crashed, 'line 1: commit 1 is missing');
  });

  test('is not taken for torn when a whole line is unknown', async () => {
    const { crashed } = await crashedAfterBatches();
    // The checksum is right.
    await writeFile(join(crashed, 'journal', '0000000000000005.ndjson'), 'eac82aaa {"seq":6}\n');
    await expectRefused(crashed, 'line 1');
  });

  test('that ends before what the checkpoint has seen is noticed', async () => {
    const folder = await storeFolder();
    const store = await openStore(folder);
    await store.commit(counted(1));
    await store.close();
    const manifest = join(folder, 'checkpoint.json');
    await writeFile(
      manifest,
      (await readFile(manifest, 'utf8')).replace('"reached":1', '"reached":9'),
    );
    await expectRefused(folder, 'ends at commit 1');
  });
});

test.each(['documents', 'one document', 'manifest'])(
  'a crash after the %s of a checkpoint loses nothing',
  async (step) => {
    const folder = await storeFolder();
    const store = await openStore(folder);
    for (const n of [1, 2, 3]) await store.commit(counted(n));
    const before = await crashCopy(folder);
    await store.close();

    const crashed = await storeFolder();
    await cp(before, crashed, { recursive: true });
    const written = step === 'one document' ? 'documents/q' : 'documents';
    await mkdir(join(crashed, 'documents'), { recursive: true });
    await cp(join(folder, written), join(crashed, written), { recursive: true });
    if (step === 'manifest')
      await cp(join(folder, 'checkpoint.json'), join(crashed, 'checkpoint.json'));
    const reopened = await openStore(crashed);
    expect(await countOf(reopened)).toBe(3);
    expect(await reopened.commit(counted(4))).toBe(4);
    await reopened.close();
    expect(await countOf(await openStore(crashed))).toBe(4);
  },
);

describe('versions', () => {
  test('newer than the program are refused', async () => {
    const folder = await storeFolder();
    await (await openStore(folder)).close();
    await writeFile(join(folder, 'version.json'), '{"version":2}');
    await expectRefused(folder, 'of version 2, this program knows 1');
  });

  test('older than the program are copied, then brought up to date once, however often it is tried', async () => {
    const folder = await storeFolder();
    const store = await openStore(folder);
    await store.commit([{ partition: 'p', collection: 'c', put: { id: 'in a document', n: 1 } }]);
    await store.close();
    const again = await openStore(folder);
    await again.commit([{ partition: 'q', collection: 'c', put: { id: 'in the journal', n: 1 } }]);
    const crashed = await crashCopy(folder);

    const migrations = [
      (record: { id: string }) => ({ ...record, n: Number(Reflect.get(record, 'n')) * 2 }),
    ];
    const open = () => jsonStore({ folder: crashed, log: recordingLog(), migrations });
    await (await open()).close();
    // As if the power had gone before the last step.
    await writeFile(join(crashed, 'version.json'), '{"version":1}');
    const migrated = await open();
    expect((await migrated.load('p')).get('c')).toEqual([{ id: 'in a document', n: 2 }]);
    expect((await migrated.load('q')).get('c')).toEqual([{ id: 'in the journal', n: 2 }]);
    await migrated.close();
    expect(await readFile(join(crashed, 'version.json'), 'utf8')).toBe('{"version":2}\n');

    const backups = join(crashed, '..', 'backups');
    const [first = ''] = (await readdir(backups)).toSorted();
    const restored = await openStore(join(backups, first));
    expect((await restored.load('q')).get('c')).toEqual([{ id: 'in the journal', n: 1 }]);
  });
});

test('what is no lock file is named, and that it may be deleted', async () => {
  const folder = await storeFolder();
  await (await openStore(folder)).close();
  const lock = join(folder, 'lock.sqlite');
  await writeFile(lock, 'this is no database, and long enough to be taken for one that is broken');
  await expectRefused(folder, lock, 'delete this one file');
});
