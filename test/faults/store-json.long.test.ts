import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { diskFiles } from '../../adapters/store-json/journal.ts';
import { readFolder } from '../../adapters/store-json/read.ts';
import type { Change, Store, StoredRecord } from '../../src/ports/store.ts';
import { crashCopy, expectRefused, openStore, storeFolder } from './store-folder.ts';
import { watchDisk } from './watch-disk.ts';

/*
 * A long document is packed, and the store keeps nothing in memory of what lies in its file.
 */

const MANY = 4_000;

const recordOf = (n: number): StoredRecord => ({ id: `${n}`, name: '槐花里\n', by: 'zhou', at: n });

const put = (record: StoredRecord, collection = 'c'): Change => ({
  partition: 'p',
  collection,
  put: record,
});

const many = Array.from({ length: MANY }, (_, n) => recordOf(n));

/** A closed folder with a long document, and the path of that. */
async function withLong(records = many) {
  const folder = await storeFolder();
  const store = await openStore(folder);
  await store.commit(records.map((record) => put(record)));
  await store.close();
  return { folder, document: join(folder, 'documents', 'p', 'c.json') };
}

async function recordsIn(store: Store, collection = 'c'): Promise<readonly StoredRecord[]> {
  return (await store.load('p')).get(collection) ?? [];
}

test('a long document is packed, and comes back as it was, also where it was laid out anew', async () => {
  const { folder, document } = await withLong();
  const text = await readFile(document, 'utf8');
  expect(text.length).toBeLessThan(JSON.stringify(many).length / 5);
  expect((await readFolder(folder)).get('p')?.get('c')).toEqual(many);
  await writeFile(document, JSON.stringify(JSON.parse(text), null, 2));
  expect(await recordsIn(await openStore(folder))).toEqual(many);
});

test('where most of its records go it is plain again', async () => {
  const { folder, document } = await withLong();
  const store = await openStore(folder);
  await store.commit(
    many.slice(1).map(({ id }) => ({ partition: 'p', collection: 'c', remove: id })),
  );
  await store.commit([put({ id: '0', name: '银杏' })]);
  await store.close();
  expect(await readFile(document, 'utf8')).toContain('"records":[\n{"id":"0","name":"银杏"}\n]}');
});

test('a packed line that is damaged stops the start and is named, and nothing is touched', async () => {
  const { folder, document } = await withLong();
  const lines = (await readFile(document, 'utf8')).split('\n');
  const [second = ''] = lines.slice(2);
  lines[2] = `${second.slice(0, 40)}${second[40] === 'A' ? 'B' : 'A'}${second.slice(41)}`;
  await writeFile(document, lines.join('\n'));
  await expectRefused(folder, `${document} cannot be read: line 3: it cannot be unpacked`);
  lines[2] = second;
  await writeFile(document, lines.join('\n').replace(`"count":${MANY}`, `"count":${MANY - 1}`));
  await expectRefused(folder, 'it holds another number of records');
});

test('at a stop a short journal beside a long document stays where it is, and nothing is lost', async () => {
  const noise = Array.from({ length: MANY }, (_, n) => ({
    id: `${n}`,
    text: createHash('sha512').update(`${n}`).digest('base64').repeat(4),
  }));
  const { folder, document } = await withLong(noise);
  const before = await stat(document);
  const store = await openStore(folder);
  await store.commit([put({ id: '7', text: 'new' })]);
  await store.commit([{ partition: 'p', collection: 'c', remove: '8' }, put({ id: 'a' }, 'short')]);
  await store.close();
  expect((await stat(document)).ino).toBe(before.ino);
  for (const opened of [await openStore(await crashCopy(folder)), await openStore(folder)]) {
    const records = await recordsIn(opened);
    expect(records).toHaveLength(MANY - 1);
    expect(records.find(({ id }) => id === '7')).toEqual({ id: '7', text: 'new' });
    expect(await recordsIn(opened, 'short')).toEqual([{ id: 'a' }]);
  }
});

test('what is read is of one moment, though the documents are written anew meanwhile', async () => {
  const folder = await storeFolder();
  const store = await openStore(folder);
  const both = (n: number) => ['c', 'd'].map((name) => put({ id: 'count', n }, name));
  await store.commit(both(1));
  await store.erase();
  let erasing: Promise<void> | undefined;
  watchDisk(async (action) => {
    if (action !== 'read' || erasing !== undefined) return;
    erasing = store.commit(both(2)).then(() => store.erase());
    // They wait for whoever reads.
    await Promise.race([erasing, pause(1_000)]);
  });
  const content = await store.load('p');
  expect(content.get('c')).toEqual([{ id: 'count', n: 1 }]);
  expect(content.get('d')).toEqual([{ id: 'count', n: 1 }]);
  await erasing;
  const after = await store.load('p');
  expect(after.get('c')).toEqual([{ id: 'count', n: 2 }]);
  expect(after.get('d')).toEqual([{ id: 'count', n: 2 }]);
});

test('what lies in a file is not kept in memory beside it', async () => {
  const { folder } = await withLong();
  const store = await openStore(folder);
  const reads: string[] = [];
  watchDisk(async (action, path) => {
    if (action === 'read') reads.push(path);
  });
  // The first who loads it has what was read at the start.
  expect(await recordsIn(store)).toHaveLength(MANY);
  expect(reads).toEqual([]);
  await store.commit([put(recordOf(MANY))]);
  expect(await recordsIn(store)).toHaveLength(MANY + 1);
  expect(reads).toHaveLength(1);
});

/** What somebody who checks in for the first time leaves behind, as the bot has it. */
function checkin(n: number): Change[] {
  const person = createHash('sha1').update(`${n}`).digest('base64url').slice(0, 12);
  const at = 1_795_000_000_000 + n * 977;
  const here = '["terminal","terminal","group","天星联盟工作群"]';
  const message = here.replace(']', `,"${at}-${n}"]`);
  const account = `["terminal","terminal","居民${n}"]`;
  const own = { id: `k3/${person}`, activity: 'k3', person, state: 'walked_in', heads: 1, at };
  const attended = { ...own, by: person, message };
  const edit = { collection: 'attendance', id: own.id, left: attended };
  const changes: readonly (readonly [string, StoredRecord])[] = [
    ['handled', { id: message, at }],
    ['people', { id: person, name: `居民${n}`, role: 'guest' }],
    ['accounts', { id: account, person, platform: 'terminal', user: `居民${n}`, met: false }],
    ['lastChanges', { id: account, command: 'checkin', edits: [edit], place: here, at, message }],
    ['attendance', attended],
    ['users', { id: account, alliances: ['tianxing'] }],
  ];
  return changes.map(([collection, record]) => put(record, collection));
}

test('a check-in writes at most 600 bytes, documents and stops included', async () => {
  const folder = await storeFolder();
  let bytes = 0;
  const files = {
    ...diskFiles,
    write: async (...given: Parameters<typeof diskFiles.write>) => {
      bytes += given[1].length;
      return diskFiles.write(...given);
    },
  };
  const open = () => openStore(folder, { files, checkpointBytes: 200_000 });
  const EACH = 6_000;
  const BATCH = 50;
  const sizes = new Map<string, number>();
  // Three days, with a stop at the end of each; the first is not counted.
  for (let day = 0; day < 3; day++) {
    if (day === 1) bytes = 0;
    const store = await open();
    for (let from = day * EACH; from < (day + 1) * EACH; from += BATCH) {
      const batch = Array.from({ length: BATCH }, (_, at) => store.commit(checkin(from + at)));
      await Promise.all(batch);
      if (day > 0) bytes += await written(folder, sizes);
      else await written(folder, sizes);
    }
    await store.close();
    const last = await written(folder, sizes);
    if (day > 0) bytes += last;
  }
  expect(bytes / (2 * EACH)).toBeLessThan(600);
});

/** How many bytes of documents were written since the last look; `seen` knows the files by then. */
async function written(folder: string, seen: Map<string, number>): Promise<number> {
  const names = await readdir(join(folder, 'documents', 'p')).catch(() => []);
  let bytes = 0;
  for (const name of names) {
    const found = await stat(join(folder, 'documents', 'p', name)).catch(() => undefined);
    if (found === undefined || name.endsWith('.tmp') || seen.get(name) === found.ino) continue;
    seen.set(name, found.ino);
    bytes += found.size;
  }
  return bytes;
}
