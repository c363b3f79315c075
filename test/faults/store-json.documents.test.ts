import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { StoreDamaged } from '../../src/ports/store.ts';
import { recordingLog } from '../contracts/recording-log.ts';
import { counted, countOf, expectRefused, openStore, storeFolder } from './store-folder.ts';

/** A closed folder and the path of a document in it. */
async function closedFolder() {
  const folder = await storeFolder();
  const store = await openStore(folder);
  await store.commit(counted(1));
  await store.close();
  return { folder, document: join(folder, 'documents', 'p', 'c.json') };
}

const GOOD =
  '{"version":1,"partition":"p","collection":"c","seq":1,"records":[\n{"id":"count","n":1}\n]}\n';

test('documents are readable JSON, one record a line, and only for their owner', async () => {
  const { folder, document } = await closedFolder();
  expect(await readFile(document, 'utf8')).toBe(GOOD);
  expect(await readdir(join(folder, 'journal'))).toEqual([]);
  for (const name of await readdir(folder, { recursive: true })) {
    const found = await stat(join(folder, name));
    expect([name, (found.mode & 0o777).toString(8)]).toEqual([
      name,
      found.isDirectory() ? '700' : '600',
    ]);
  }
});

test.each([
  ['empty', ''],
  ['null', 'null'],
  ['zero', '0'],
  ['an empty object', '{}'],
  ['an empty list', '[]'],
  ['cut short', GOOD.slice(0, 60)],
  ['no text', Buffer.from(GOOD.replace('count', '\xff'), 'latin1')],
  ['another partition’s', GOOD.replace('"p"', '"q"')],
  ['another shard’s', GOOD.replace('"seq"', '"shard":"s","seq"')],
  ['newer', GOOD.replace('1', '2')],
  ['from the future', GOOD.replace('"seq":1', '"seq":7')],
  ['without records', GOOD.replace('{"id":"count","n":1}', 'null')],
  ['doubled', GOOD.replace('{"id":"count","n":1}', '{"id":"count"},{"id":"count"}')],
])(
  'documents that are %s are refused with the reason and kept, with the commits that belong to them',
  async (_, content) => {
    const { folder, document } = await closedFolder();
    await writeFile(document, content);
    const kept = await readFile(document, 'latin1');
    const log = recordingLog();
    const store = await openStore(folder, { log });
    await expect(store.load('p')).rejects.toThrow(StoreDamaged);
    await expect(store.load('p')).rejects.toThrow(document);
    await expect(store.load('p')).rejects.toThrow(/cannot be read|holds commit 7/);
    expect((await store.load('q')).get('c')).toHaveLength(1);
    await store.commit(counted(2));
    await store.close();
    expect(log.events).toContain('store.checkpoint-failed');
    expect(await readFile(document, 'latin1')).toBe(kept);

    await writeFile(document, GOOD);
    expect(await countOf(await openStore(folder))).toBe(2);
  },
);

test.each(['documents/p/c.json', 'documents', 'checkpoint.json', 'version.json'])(
  'without %s nothing is opened',
  async (name) => {
    const { folder } = await closedFolder();
    await rm(join(folder, name), { recursive: true });
    await expectRefused(folder, 'Restore');
  },
);

test.each(['checkpoint.json', 'version.json'])(
  'with an unreadable %s nothing is opened',
  async (name) => {
    const { folder } = await closedFolder();
    await writeFile(join(folder, name), 'null');
    await expectRefused(folder, name);
  },
);

test('documents that vanish while the store is open are missed', async () => {
  const { folder, document } = await closedFolder();
  const store = await openStore(folder);
  await rm(document);
  await expect(store.load('p')).rejects.toThrow(`${document} is gone`);
});

test('files that were never finished are removed', async () => {
  const { folder, document } = await closedFolder();
  await writeFile(`${document}.1234.tmp`, 'half');
  await writeFile(join(folder, 'checkpoint.json.1234.tmp'), 'half');
  expect(await countOf(await openStore(folder))).toBe(1);
  expect(
    (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.tmp')),
  ).toEqual([]);
});

test('documents of many slices come back whole', async () => {
  const folder = await storeFolder();
  const store = await openStore(folder);
  const records = Array.from({ length: 5_000 }, (_, n) => ({ id: `${n}`, name: '槐花里' }));
  await store.commit(records.map((put) => ({ partition: 'p', collection: 'c', put })));
  await store.close();
  expect((await (await openStore(folder)).load('p')).get('c')).toEqual(records);
});
