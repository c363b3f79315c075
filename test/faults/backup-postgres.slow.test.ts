import { join } from 'node:path';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { blobFolder } from '../../adapters/blobs-folder/index.ts';
import { openStore } from '../../adapters/index.ts';
import { makeBackup } from '../../tools/backup/make.ts';
import { diagnose } from '../../tools/doctor/diagnose.ts';
import { restore } from '../../tools/restore/restore.ts';
import { players, temporaryFolder } from '../support/conversation.ts';
import { recordsAt, storeAt } from '../support/kept-store.ts';
import { DATABASE, Schema, withoutDatabase } from '../support/postgres.ts';

afterEach(() => vi.unstubAllEnvs());

function over(store: 'json' | 'postgres', schema?: Schema): void {
  vi.stubEnv('STORE', store);
  vi.stubEnv('STORE_URL', DATABASE);
  vi.stubEnv('STORE_SCHEMA', schema?.name);
}

const on = (folder: string) => storeAt(folder, process.env);
const recordsIn = (folder: string) => recordsAt(folder, process.env);

describe.skipIf(withoutDatabase)('with a server', () => {
  test('a back-up takes records from files to the database and back, and the doctor finds all well', async () => {
    const schema = new Schema();
    onTestFinished(() => schema.remove());
    const home = temporaryFolder();
    const folder = join(home, 'store');
    const to = join(home, 'backups');
    const back = async (file: string) =>
      restore({ file, folder, keys: undefined, agrees: async () => true });

    over('json');
    const files = await blobFolder(folder);
    const player = await players({ openStore: () => openStore(on(folder)), files });
    await player.say({ name: '王五', text: '需求 3号楼灯坏了', photos: 1 });
    await player.stop();
    const inFiles = await recordsIn(folder);
    const first = await makeBackup({ dataFolder: folder, to, keys: undefined, now: 1 });

    over('postgres', schema);
    expect(await back(first.path)).toMatchObject({ missing: 0 });
    expect(await recordsIn(folder)).toEqual(inFiles);
    const { about, wrong } = await diagnose(folder);
    expect(wrong).toEqual([]);
    expect(about[0]?.en).toContain('STORE=postgres');
    await player.start();
    player.take();
    await player.say({ name: '王五', private: true, text: '/需求列表' });
    expect(
      player
        .take()
        .map(({ outgoing }) => outgoing.text)
        .join(),
    ).toContain('3号楼灯坏了');
    // While it works nobody else writes there, and what is there is not written over.
    await expect(back(first.path)).rejects.toThrow('is in use by');
    const second = await makeBackup({ dataFolder: folder, to, keys: undefined, now: 2 });
    await player.stop();
    const inDatabase = await recordsIn(folder);
    await expect(back(first.path)).rejects.toThrow('STORE_SCHEMA holds records');
    expect(await recordsIn(folder)).toEqual(inDatabase);

    over('json');
    expect(await back(second.path)).toMatchObject({ missing: 0 });
    expect((await recordsIn(folder)).length).toBe(second.head.records);
  });
});
