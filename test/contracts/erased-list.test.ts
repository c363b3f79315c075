import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ERASED_LIST, erasedListIn } from '../../adapters/durable/erased-list.ts';
import { StoreDamaged } from '../../src/ports/store.ts';
import { temporaryFolder } from '../support/conversation.ts';

const one = { alliance: 'a', key: 'k', people: [{ hash: 'x', at: 1 }] };

test('a list comes back as it was written, and is empty where there is none', async () => {
  const list = erasedListIn(temporaryFolder());
  expect(await list.read()).toEqual([]);
  await list.write([one]);
  expect(await list.read()).toEqual([one]);
});

test('one that cannot be read keeps the bot from starting', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, ERASED_LIST), '{"version":1}');
  await expect(erasedListIn(folder).read()).rejects.toThrow(StoreDamaged);
});
