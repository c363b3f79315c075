import { copyFile, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { jsonStore } from '../../adapters/store-json/index.ts';
import { sqliteStore } from '../../adapters/store-sqlite/index.ts';
import { readSqlite } from '../../adapters/store-sqlite/read.ts';
import { CommitFailed, StoreDamaged } from '../../src/ports/store.ts';
import { recordingLog } from '../contracts/recording-log.ts';
import { crashCopy, openSqlite } from './sqlite-folder.ts';
import { counted, countOf, storeFolder } from './store-folder.ts';

const FILE = 'records.sqlite';

/** A closed folder with three decisions. */
async function closedFolder(): Promise<string> {
  const folder = await storeFolder();
  const store = await openSqlite(folder);
  for (const n of [1, 2, 3]) await store.commit(counted(n));
  await store.close();
  return folder;
}

/** The last decision in a folder, which is closed again. */
async function countIn(folder: string): Promise<number> {
  const store = await openSqlite(folder);
  const count = await countOf(store);
  await store.close();
  return count;
}

/** Expects that the folder is not opened, for this reason, and that its database is not touched. */
async function expectRefused(folder: string, reason: string): Promise<void> {
  const bytes = () => readFile(join(folder, FILE), 'latin1').catch(() => 'none');
  const before = await bytes();
  const opening = sqliteStore({ folder, log: recordingLog() });
  await expect(opening).rejects.toThrow(StoreDamaged);
  await expect(opening).rejects.toThrow(reason);
  expect(await bytes()).toBe(before);
}

test('cut at any byte of its log the store holds whole decisions, the earlier ones all', async () => {
  const folder = await storeFolder();
  const store = await openSqlite(folder);
  await store.commit(counted(1));
  const { size: start } = await stat(join(folder, `${FILE}-wal`));
  await Promise.all([2, 3, 4].map((n) => store.commit(counted(n))));
  const crashed = await crashCopy(folder);
  const { size: end } = await stat(join(crashed, `${FILE}-wal`));
  expect(end).toBeGreaterThan(start);
  const counts = new Set<number>();
  for (let length = end; length >= start; length -= 97) {
    const torn = await crashCopy(crashed);
    await truncate(join(torn, `${FILE}-wal`), length);
    const reopened = await openSqlite(torn);
    const count = await countOf(reopened);
    counts.add(count);
    expect(await reopened.commit(counted(count + 1))).toBe(count + 1);
    await reopened.close();
  }
  // The last three were one batch.
  expect(counts).toEqual(new Set([4, 1]));
});

test('what is closed is one file that only its owner can read', async () => {
  const folder = await closedFolder();
  expect((await readdir(folder)).toSorted()).toEqual(['lock.sqlite', FILE]);
  for (const name of ['.', ...(await readdir(folder))]) {
    const found = await stat(join(folder, name));
    expect([name, (found.mode & 0o777).toString(8)]).toEqual([
      name,
      found.isDirectory() ? '700' : '600',
    ]);
  }
  const store = await openSqlite(folder);
  await store.commit(counted(4));
  expect((await stat(join(folder, `${FILE}-wal`))).mode & 0o777).toBe(0o600);
});

/** A store on a disk that can be made full. */
async function storeOnDisk() {
  const folder = await storeFolder();
  const disk = { full: false };
  const store = await openSqlite(folder, {
    beforeCommit: () => {
      if (disk.full) throw new Error('database or disk is full');
    },
  });
  return { folder, disk, store };
}

test('a refused commit is not there after a recovery, even when the process dies then', async () => {
  const { folder, disk, store } = await storeOnDisk();
  await store.commit(counted(1));
  disk.full = true;
  const refused = await Promise.allSettled([2, 3, 4].map((n) => store.commit(counted(n))));
  for (const one of refused) expect(one).toMatchObject({ reason: expect.any(CommitFailed) });
  disk.full = false;
  await expect(store.commit(counted(5))).rejects.toThrow(CommitFailed);
  await store.recover();
  expect(await countOf(await openSqlite(await crashCopy(folder)))).toBe(1);
  expect(await store.commit(counted(2))).toBe(2);
  expect(await countOf(await openSqlite(await crashCopy(folder)))).toBe(2);
});

test('as long as there is no room for a recovery nothing is kept, and then all is well', async () => {
  const folder = await storeFolder();
  const disk = { full: false };
  const check = () => {
    if (disk.full) throw Object.assign(new Error('database or disk is full'), { errcode: 13 });
  };
  const store = await openSqlite(folder, { beforeCommit: check, beforeEmptied: check });
  await store.commit(counted(1));
  disk.full = true;
  for (const n of [2, 3]) {
    await expect(store.commit(counted(n))).rejects.toMatchObject({
      name: 'CommitFailed',
      isFull: true,
    });
    await store.recover();
    expect(await countOf(store)).toBe(1);
  }
  disk.full = false;
  expect(await store.commit(counted(4))).toBe(2);
  expect(await countOf(await openSqlite(await crashCopy(folder)))).toBe(4);
});

test('a recovery that fails ends the store', async () => {
  const { folder, disk, store } = await storeOnDisk();
  await store.commit(counted(1));
  disk.full = true;
  await expect(store.commit(counted(2))).rejects.toThrow(CommitFailed);
  const other = new DatabaseSync(join(folder, FILE), { readOnly: true });
  other.exec('BEGIN; SELECT count(*) FROM records');
  await expect(store.recover()).rejects.toThrow(StoreDamaged);
  await expect(store.load('p')).rejects.toThrow(StoreDamaged);
  await expect(store.commit(counted(2))).rejects.toThrow(StoreDamaged);
  other.close();
});

test.each([
  ['empty', () => Buffer.alloc(0), 'it is no database of this program'],
  ['cut short', (whole: Buffer) => whole.subarray(0, whole.length / 2), 'cannot be read'],
  ['no database', () => Buffer.from('{"version":1}'.repeat(500)), 'cannot be read'],
  [
    'damaged in the middle',
    (whole: Buffer) =>
      Buffer.concat([whole.subarray(0, 4_096), Buffer.alloc(whole.length - 4_096, 7)]),
    'cannot be read',
  ],
] as const)('a database that is %s is refused and kept', async (_, damage, reason) => {
  const folder = await closedFolder();
  const path = join(folder, FILE);
  await writeFile(path, damage(await readFile(path)));
  await expectRefused(folder, reason);
});

test('a record that is not JSON is told without its words', async () => {
  const folder = await closedFolder();
  const database = new DatabaseSync(join(folder, FILE));
  database.exec(`UPDATE records SET record = '王奶奶' WHERE "partition" = 'p'`);
  database.close();
  const store = await openSqlite(folder);
  const loading = store.load('p');
  await expect(loading).rejects.toThrow(StoreDamaged);
  await expect(loading).rejects.not.toThrow('王奶奶');
  await expect(loading).rejects.toThrow(/the record of arrival \d+ is not JSON/);
  expect((await store.load('q')).get('c')).toHaveLength(1);
});

test('a log without its database is refused', async () => {
  const folder = await storeFolder();
  const store = await openSqlite(folder);
  await store.commit(counted(1));
  const crashed = await crashCopy(folder);
  await rm(join(crashed, FILE));
  await expectRefused(crashed, 'is gone');
});

test('a database that was not finished being made is no store', async () => {
  const folder = await closedFolder();
  await copyFile(join(folder, FILE), join(folder, `${FILE}.half.tmp`));
  await (await openSqlite(folder)).close();
  expect((await readdir(folder)).toSorted()).toEqual(['lock.sqlite', FILE]);
});

test('a version newer than the program is refused', async () => {
  const folder = await closedFolder();
  const database = new DatabaseSync(join(folder, FILE));
  database.exec('PRAGMA user_version = 2');
  database.close();
  await expectRefused(folder, 'of version 2, this program knows 1');
});

test('an older version is copied, then brought up to date once, all records or none', async () => {
  const folder = await closedFolder();
  const log = recordingLog();
  const failing = [
    (record: { readonly id: string }) => record,
    (record: { readonly id: string }, { partition }: { readonly partition: string }) => {
      if (partition === 'q') throw new Error('not this one');
      return { ...record, n: 100 };
    },
  ];
  await expect(sqliteStore({ folder, log, migrations: failing })).rejects.toThrow('not this one');
  expect(await countIn(folder)).toBe(3);
  const steps = [(record: { readonly id: string }) => ({ ...record, n: 7 })];
  const store = await openSqlite(folder, { log, migrations: steps });
  expect(await countOf(store)).toBe(7);
  await store.commit(counted(8));
  await store.close();
  const again = await openSqlite(folder, { log, migrations: steps });
  expect(await countOf(again)).toBe(8);
  const backups = await readdir(join(dirname(folder), 'backups'));
  expect(backups).toHaveLength(2);
  expect(backups[0]).toMatch(/^store-v1-.*\.sqlite$/);
});

test('a reader beside it finds what was durable when it came, and keeps nobody out', async () => {
  const folder = await storeFolder();
  expect(await readSqlite(folder).partitions()).toEqual([]);
  const store = await openSqlite(folder);
  await store.commit(counted(1));
  const reader = readSqlite(folder);
  expect((await reader.load('p')).get('c')).toEqual([{ id: 'count', n: 1 }]);
  await store.commit(counted(2));
  expect((await reader.load('p')).get('c')).toEqual([{ id: 'count', n: 1 }]);
  expect((await reader.partitions()).toSorted()).toEqual(['p', 'q']);
  await reader.close();
  await store.close();
  const after = readSqlite(folder);
  expect((await after.load('q')).get('c')).toEqual([{ id: 'count', n: 2 }]);
  await after.close();
});

test('records come in the order in which they arrived', async () => {
  const folder = await storeFolder();
  const store = await openSqlite(folder);
  const put = (id: string, shard?: string) => ({
    partition: 'p',
    collection: 'c',
    ...(shard === undefined ? {} : { shard }),
    put: { id },
  });
  await store.commit([put('b', 's'), put('c'), put('a', 't'), put('b', 's')]);
  const remove = { partition: 'p', collection: 'c', remove: 'c' };
  await store.commit([remove, put('d'), put('c')]);
  expect((await store.load('p')).get('c')?.map(({ id }) => id)).toEqual(['b', 'a', 'd', 'c']);
});

test('it is locked as every store is', async () => {
  const folder = await storeFolder();
  await openSqlite(folder);
  await expect(jsonStore({ folder, log: recordingLog() })).rejects.toThrow('another process');
});
