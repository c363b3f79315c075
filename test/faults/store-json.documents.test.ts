import { cp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  counted,
  countOf,
  crashCopy,
  expectRefused,
  onlySegment,
  openStore,
  storeFolder,
} from './store-folder.ts';

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
  expect(await readdir(join(folder, 'journal'))).toEqual(['0000000000000002.ndjson']);
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
  ['older', GOOD.replace('"seq":1', '"seq":0')],
  ['from the future', GOOD.replace('"seq":1', '"seq":7')],
  ['without records', GOOD.replace('{"id":"count","n":1}', 'null')],
  ['doubled', GOOD.replace('{"id":"count","n":1}', '{"id":"count"},{"id":"count"}')],
])('documents that are %s are refused with the reason, and so is the start', async (_, content) => {
  const { folder, document } = await closedFolder();
  await writeFile(document, content);
  await expectRefused(folder, document);
  await writeFile(document, GOOD);
  expect(await countOf(await openStore(folder))).toBe(1);
});

/** A document of three records, each of them in its line. */
const THREE = [
  '{"version":1,"partition":"p","collection":"c","seq":1,"records":[',
  '{"id":"a","name":"张伟"},',
  '{"id":"b","name":"李娟"},',
  '{"id":"c","name":"赵磊"}',
  ']}',
  '',
].join('\n');

test.each([
  ['line 1: it is not JSON', THREE.replace('"version', 'version')],
  ['line 2: it is not JSON', THREE.replace('"张伟"', '张伟"')],
  ['line 3: it is not JSON', THREE.replace('李娟"', '李娟')],
  ['line 4: it is not JSON', THREE.replace('"name":"赵', '"name":<<<<"赵')],
  ['line 5: it is not JSON', THREE.replace(']}', ']')],
  ['line 3: the record a stands in it twice', THREE.replace('"b"', '"a"')],
  ['line 4: records 2 not a record with an id', THREE.replace('"id":"c"', '"id":7')],
])('a document is refused with the %s', async (reason, content) => {
  const { folder, document } = await closedFolder();
  await writeFile(document, content);
  await expectRefused(folder, `${document} cannot be read: ${reason}.`);
});

test('a document in another encoding is refused with the line', async () => {
  const { folder, document } = await closedFolder();
  const [head, , second, ...rest] = THREE.split('\n');
  const gbk = Buffer.from('c1c5bbaa', 'hex');
  const lines = [head, `{"id":"a","name":"`, `"},\n${[second, ...rest].join('\n')}`];
  await writeFile(
    document,
    Buffer.concat([Buffer.from(`${lines[0]}\n${lines[1]}`), gbk, Buffer.from(`${lines[2]}`)]),
  );
  await expectRefused(folder, `${document} cannot be read: line 2: it is not UTF-8.`);
});

test('a document that lies there under another name is refused', async () => {
  const { folder, document } = await closedFolder();
  await writeFile(document.replace('c.json', 'c-old.json'), GOOD);
  await expectRefused(folder, 'c-old.json cannot be read: it belongs to another place');
});

test('one document from an older copy is refused, as is one that had been let go of', async () => {
  const { folder, document } = await closedFolder();
  const store = await openStore(folder);
  for (const n of [2, 3]) await store.commit(counted(n));
  await store.close();
  const now = await readFile(document);
  await writeFile(document, GOOD);
  await expectRefused(folder, `${document} ends at commit 1 and is older than checkpoint.json`);
  await writeFile(document, now);

  const again = await openStore(folder);
  await again.commit([{ partition: 'p', collection: 'c', remove: 'count' }]);
  await again.close();
  await writeFile(document, now);
  await expectRefused(folder, `${document} ends at commit 3 and is older than checkpoint.json`);
});

test('a copy that was begun before a restart and ended after it is refused', async () => {
  const { folder } = await closedFolder();
  const store = await openStore(folder);
  await store.commit(counted(2));
  const copy = await crashCopy(folder);
  await store.close();
  await rm(join(copy, 'journal'), { recursive: true });
  await cp(join(folder, 'journal'), join(copy, 'journal'), { recursive: true });
  await expectRefused(copy, 'line 1: commit 2 is missing');
});

test('without a file in its journal nothing is opened', async () => {
  const { folder } = await closedFolder();
  await rm(await onlySegment(folder));
  await expectRefused(folder, 'The journal is gone');
});

test('a folder of an earlier version, without numbers and without a segment, is opened', async () => {
  const { folder } = await closedFolder();
  await rm(await onlySegment(folder));
  const manifest = join(folder, 'checkpoint.json');
  await writeFile(manifest, '{"seq":1,"reached":1,"documents":[\n"p/c.json",\n"q/c.json"\n]}\n');
  const store = await openStore(folder);
  expect(await countOf(store)).toBe(1);
  await store.close();
  expect(await readFile(manifest, 'utf8')).toBe(
    '{"seq":1,"reached":1,"next":2,"documents":[\n{"name":"p/c.json","seq":1},\n{"name":"q/c.json","seq":1}\n]}\n',
  );
});

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
