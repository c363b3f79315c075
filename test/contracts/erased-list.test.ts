import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ERASED_LIST, erasedListIn, unionOfErased } from '../../adapters/durable/erased-list.ts';
import { StoreDamaged } from '../../src/ports/store.ts';
import { temporaryFolder } from '../support/conversation.ts';

const one = { alliance: 'a', key: 'k', people: [{ hash: 'x', at: 1 }] };

test('a list comes back as it was written, and is empty where there is none', async () => {
  const list = erasedListIn(temporaryFolder());
  expect(await list.read()).toEqual([]);
  await list.write([one]);
  expect(await list.read()).toEqual([one]);
});

test('lists are put together by alliance and key, each person once', () => {
  const more = { ...one, people: [...one.people, { hash: 'y', at: 2 }] };
  const other = { ...one, key: 'other' };
  expect(unionOfErased([one], [more, other], [])).toEqual([more, other]);
});

test('one that cannot be read keeps the bot from starting', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, ERASED_LIST), '{"version":1}');
  await expect(erasedListIn(folder).read()).rejects.toThrow(StoreDamaged);
});
