import { readFile, truncate, writeFile } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { readFolder } from '../../adapters/store-json/read.ts';
import type { Change, Store } from '../../src/ports/store.ts';
import { crashCopy, expectRefused, onlySegment, openStore, storeFolder } from './store-folder.ts';

/*
 * A batch that is worth it stands packed in one line of the journal: it is there whole, or not at
 * all.
 */

const recordOf = (id: string) => ({ id, text: `${id} `.repeat(40), more: '一\n二' });
const commitOf = (id: string): Change[] => [{ partition: 'p', collection: 'c', put: recordOf(id) }];

/** One small commit, a packed batch of twenty, and a packed one of three. */
async function journal() {
  const folder = await storeFolder();
  const store = await openStore(folder);
  await store.commit([{ partition: 'p', collection: 'c', put: { id: 'first' } }]);
  const numbers = Array.from({ length: 20 }, (_, at) => at);
  await Promise.all(numbers.map((at) => store.commit(commitOf(`a${at}`))));
  const before = (await readFile(await onlySegment(folder))).length;
  await Promise.all([20, 21, 22, 23, 24].map((at) => store.commit(commitOf(`b${at}`))));
  const crashed = await crashCopy(folder);
  return { crashed, before, path: await onlySegment(crashed) };
}

async function countIn(store: Store): Promise<number> {
  return (await store.load('p')).get('c')?.length ?? 0;
}

test('a packed batch is shorter, and is read back as it was', async () => {
  const { crashed, path } = await journal();
  const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
  expect(lines.length).toBe(3);
  expect(lines[1]?.length).toBeLessThan(1_500);
  const content = (await readFolder(crashed)).get('p')?.get('c') ?? [];
  expect(content.find(({ id }) => id === 'a7')).toEqual(recordOf('a7'));
  expect(await countIn(await openStore(crashed))).toBe(26);
});

test('of a torn packed batch nothing is there, and what follows builds on the one before', async () => {
  const { crashed, before, path } = await journal();
  const whole = (await readFile(path)).length;
  for (const cut of [whole - 1, whole - 40, before + 20, before + 1]) {
    const copy = await crashCopy(crashed);
    await truncate(await onlySegment(copy), cut);
    const store = await openStore(copy);
    expect(await countIn(store), `cut at ${cut} of ${whole}`).toBe(21);
    await store.commit(commitOf('later'));
    await store.close();
    expect(await countIn(await openStore(copy))).toBe(22);
  }
});

test('a packed batch that is damaged with a later one behind it stops the start', async () => {
  const { crashed, path } = await journal();
  const bytes = await readFile(path);
  const at = bytes.indexOf('"deflate":"') + 60;
  bytes[at] = bytes[at] === 0x41 ? 0x42 : 0x41;
  await writeFile(path, bytes);
  await expectRefused(crashed, 'commit 2 is missing or damaged');
});

test.each([
  ['another dictionary', (json: string) => json.replace('"dictionary":0', '"dictionary":7')],
  ['another number of commits', (json: string) => json.replace('"packed":5', '"packed":4')],
])('%s is no torn line: it stops the start', async (_, change) => {
  const { crashed, path } = await journal();
  const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
  const json = change(lines.at(-1)?.slice(9) ?? '');
  const sum = crc32(json).toString(16).padStart(8, '0');
  await writeFile(path, `${[...lines.slice(0, -1), `${sum} ${json}`].join('\n')}\n`);
  await expectRefused(crashed, 'is no commit that this version knows');
});
