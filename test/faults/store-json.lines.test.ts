import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { expectRefused, openStore, storeFolder } from './store-folder.ts';

/*
 * A document is read line by line where it stands as it was written, and as a whole where somebody
 * has laid it out anew: both hold the same records, and what is wrong is refused either way.
 */

const RECORDS = ['a', 'b', 'c'].map((id) => ({ id, text: `${id}，"引号" {}[]`, n: 3 }));

async function written() {
  const folder = await storeFolder();
  const store = await openStore(folder);
  await store.commit(RECORDS.map((put) => ({ partition: 'p', collection: 'c', put })));
  await store.close();
  return { folder, path: join(folder, 'documents', 'p', 'c.json') };
}

test.each([
  ['as it was written', (text: string) => text],
  ['laid out anew', (text: string) => JSON.stringify(JSON.parse(text), undefined, 2)],
  ['in one line', (text: string) => JSON.stringify(JSON.parse(text))],
  ['without the last line end', (text: string) => text.trimEnd()],
])('a document %s is read', async (_, change) => {
  const { folder, path } = await written();
  await writeFile(path, change(await readFile(path, 'utf8')));
  const store = await openStore(folder);
  expect((await store.load('p')).get('c')).toEqual(RECORDS);
  // What was read once can be read again, and be changed.
  await store.commit([{ partition: 'p', collection: 'c', remove: 'a' }]);
  expect((await store.load('p')).get('c')).toEqual(RECORDS.slice(1));
  expect((await store.load('p')).get('c')).toEqual(RECORDS.slice(1));
});

test.each([
  ['a comma too few', (text: string) => text.replace('},\n', '}\n')],
  ['a comma too many', (text: string) => text.replace('}\n]}', '},\n]}')],
  ['an end too many', (text: string) => `${text}]}\n`],
  ['no end', (text: string) => text.replace(/\]\}\n$/, '')],
  ['a record twice', (text: string) => text.replace('"id":"b"', '"id":"a"')],
  ['a record without an id', (text: string) => text.replace('"id":"b"', '"ib":"b"')],
  ['a line that is no record', (text: string) => text.replace(/\{"id":"b".*\},/, '7,')],
])('%s is refused', async (_, change) => {
  const { folder, path } = await written();
  const text = await readFile(path, 'utf8');
  expect(change(text)).not.toBe(text);
  await writeFile(path, change(text));
  await expectRefused(folder, path);
});
