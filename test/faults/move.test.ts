import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../adapters/index.ts';
import { StoreLocked } from '../../src/ports/store.ts';
import { type MoveParts, move } from '../../tools/move/move.ts';
import { players, temporaryFolder } from '../support/conversation.ts';
import { recordsAt, storeAt } from '../support/kept-store.ts';

/* From files to a database file and back. With a server: move-postgres.slow.test.ts. */

const over = (folder: string, store: string) => storeAt(folder, { STORE: store });
const recordsIn = (folder: string, store: string) => recordsAt(folder, { STORE: store });

/** A data folder in which something was said, and how to move what is in it. */
async function lived() {
  const folder = join(temporaryFolder(), 'store');
  const player = await players({ openStore: () => openStore(over(folder, 'json')) });
  await player.say({ name: '王五', text: '需求 3号楼灯坏了' });
  await player.stop();
  const moving = (from: string, to: string, more: Partial<MoveParts> = {}) =>
    move({ from, to, folder, environment: {}, ...more });
  return { folder, player, moving };
}

test('all records go there and back, and the bot goes on with either', async () => {
  const { folder, moving } = await lived();
  const before = await recordsIn(folder, 'json');
  const there = await moving('json', 'sqlite');
  expect(there.sums.map(({ partition }) => partition)).toEqual(['directory', 'tianxing']);
  expect(there.sums.reduce((sum, { records }) => sum + records, 0)).toBe(before.length);
  expect(await recordsIn(folder, 'sqlite')).toEqual(before);
  expect(existsSync(join(folder, 'journal'))).toBe(false);
  expect(readdirSync(there.aside ?? '')).toContain('documents');
  const player = await players({ openStore: () => openStore(over(folder, 'sqlite')) });
  await player.say({ name: '王五', private: true, text: '/需求列表' });
  expect(player.take()[0]?.outgoing.text).toContain('3号楼灯坏了');
  await player.stop();
  const after = await recordsIn(folder, 'sqlite');
  await moving('sqlite', 'json');
  expect(await recordsIn(folder, 'json')).toEqual(after);
});

test.each(['copied', 'checked', 'placed'] as const)(
  'a move that ends when it has %s begins again, and the old store is whole meanwhile',
  async (when) => {
    const { folder, moving } = await lived();
    const before = await recordsIn(folder, 'json');
    const step = (name: string) => {
      if (name === when) throw new Error('killed');
    };
    await expect(moving('json', 'sqlite', { step })).rejects.toThrow('killed');
    expect(await recordsIn(folder, 'json')).toEqual(before);
    await moving('json', 'sqlite');
    expect(await recordsIn(folder, 'sqlite')).toEqual(before);
    expect(readdirSync(folder)).not.toContain('documents');
  },
);

test('other records in the new store are not replaced, and nothing is moved under a bot', async () => {
  const { folder, player, moving } = await lived();
  const step = (name: string) => {
    if (name === 'placed') throw new Error('killed');
  };
  await expect(moving('json', 'sqlite', { step })).rejects.toThrow('killed');
  await player.start();
  await expect(moving('json', 'sqlite')).rejects.toThrow(StoreLocked);
  await player.say({ name: '王五', text: '需求 五楼没水' });
  await player.stop();
  const before = await recordsIn(folder, 'json');
  await expect(moving('json', 'sqlite')).rejects.toThrow('sqlite holds other records');
  expect(await recordsIn(folder, 'json')).toEqual(before);
  await expect(moving('postgres', 'json', { folder: temporaryFolder() })).rejects.toThrow(
    'STORE_URL',
  );
});
