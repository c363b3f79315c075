import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backupsIn, Keys, readArchive, readHead } from '../../adapters/backup/index.ts';
import { blobFolder } from '../../adapters/blobs-folder/index.ts';
import { erasedListIn } from '../../adapters/durable/erased-list.ts';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { jsonStore } from '../../adapters/store-json/index.ts';
import { makeBackup } from '../../tools/backup/make.ts';
import { rewriteErased } from '../../tools/backup/rewrite.ts';
import { prune } from '../../tools/backup/sweep.ts';
import { players, temporaryFolder } from '../support/conversation.ts';

const DAY = 86_400_000;

const day = (at: number) => new Date(at).toISOString().slice(0, 10);

async function textOf(path: string, keys: Keys): Promise<string> {
  let text = '';
  for await (const entry of readArchive(path, keys)) text += JSON.stringify(entry);
  return text;
}

/*
 * Whoever says /忘记我 is gone from the back-ups that the bot keeps, too: with the next one, within
 * a day. One that cannot be opened any more is named.
 */
test('back-ups are rewritten after an erasure, others are named, and photos go with them', async () => {
  const home = temporaryFolder();
  const folder = join(home, 'store');
  const to = join(home, 'backups');
  const keys = new Keys('correct horse battery');
  const player = await players({
    openStore: () => jsonStore({ folder, log: silentLog }),
    files: await blobFolder(folder),
    erasedList: erasedListIn(folder),
  });
  await player.say({ name: '张伟', text: '需求 3号楼灯坏了，打13800138000找我', photos: 1 });
  await player.say({ name: '李娟', text: '需求 北门积水' });
  const now = Date.now();
  const first = await makeBackup({ dataFolder: folder, to, keys, now: now - 2 * DAY });
  const other = new Keys('another passphrase');
  const locked = await makeBackup({ dataFolder: folder, to, keys: other, now: now - DAY });
  const before = readFileSync(first.path);
  expect(await textOf(first.path, keys)).toContain('张伟');

  await player.say({ name: '张伟', private: true, text: '/忘记我' });
  await player.say({ name: '张伟', private: true, text: '1' });
  expect((await erasedListIn(folder).read())[0]?.people.length).toBeGreaterThan(0);
  await player.settle();
  await makeBackup({ dataFolder: folder, to, keys, now: now + DAY });
  const lists = await erasedListIn(to).read();
  const done = await rewriteErased(await backupsIn(to), lists, keys);
  expect(done).toEqual({ count: 1, left: [locked.path] });

  const text = await textOf(first.path, keys);
  for (const trace of ['张伟', 'zhang-wei', '13800138000']) expect(text).not.toContain(trace);
  expect(text).toContain('北门积水');
  expect(text).not.toContain('"photo"');
  expect(await readHead(first.path, keys)).toMatchObject({ at: first.head.at, photos: 0 });
  expect((await rewriteErased(await backupsIn(to), lists, keys)).count).toBe(0);
  // The one that cannot be opened still names photos, so they stay until it is deleted.
  expect(await prune(to, keys, day, true)).toBe(0);
  expect(readdirSync(join(to, 'photos', 'tianxing'))).toHaveLength(1);
  rmSync(locked.path);
  await prune(to, keys, day, true);
  expect(readdirSync(join(to, 'photos', 'tianxing'))).toHaveLength(0);

  writeFileSync(first.path, before);
  expect((await rewriteErased(await backupsIn(to), lists, keys)).count).toBe(1);
  expect(readdirSync(to)).toContain('erased.json');
});
