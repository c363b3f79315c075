import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../adapters/index.ts';
import { StoreLocked } from '../../src/ports/store.ts';
import { tryOpening } from '../../tools/backup/content.ts';
import { move } from '../../tools/move/move.ts';
import { players, temporaryFolder } from '../support/conversation.ts';
import { recordsAt, storeAt } from '../support/kept-store.ts';
import { DATABASE, Schema, withoutDatabase } from '../support/postgres.ts';
import { until } from '../support/until.ts';

/** A data folder in which something was said, beside a schema of its own. */
async function lived() {
  const schema = new Schema();
  onTestFinished(() => schema.remove());
  const folder = join(temporaryFolder(), 'store');
  const environment = { STORE_URL: DATABASE, STORE_SCHEMA: schema.name, LIANLUO_LANG: 'en' };
  const on = (store: string) => storeAt(folder, { ...environment, STORE: store });
  const recordsIn = (store: string) => recordsAt(folder, { ...environment, STORE: store });
  const player = await players({ openStore: () => openStore(on('json')) });
  await player.say({ name: '王五', text: '需求 3号楼灯坏了' });
  await player.stop();
  const moving = (from: string, to: string, more = {}) =>
    move({ from, to, folder, environment, ...more });
  return { folder, schema, environment, on, recordsIn, moving };
}

describe.skipIf(withoutDatabase)('with a server', () => {
  test('from files into the database and back, with the same records in the same order', async () => {
    const { on, recordsIn, moving, folder } = await lived();
    const before = await recordsIn('json');
    const there = await moving('json', 'postgres');
    expect(await recordsIn('postgres')).toEqual(before);
    const player = await players({ openStore: () => openStore(on('postgres')) });
    await expect(moving('postgres', 'json')).rejects.toThrow(StoreLocked);
    await player.say({ name: '王五', private: true, text: '/需求列表' });
    expect(player.take()[0]?.outgoing.text).toContain('3号楼灯坏了');
    await player.stop();
    const after = await recordsIn('postgres');
    const back = await moving('postgres', 'json');
    expect(await recordsIn('json')).toEqual(after);
    expect(back.aside).toBeUndefined();
    expect(there.aside).toContain(`${folder.split('/').at(-1)}-json-`);
    // What is in the database is of before now.
    const again = await players({ openStore: () => openStore(on('json')) });
    await again.say({ name: '王五', text: '需求 五楼没水' });
    await again.stop();
    await expect(moving('json', 'postgres')).rejects.toThrow('postgres holds other records');
  });

  test('one that was killed in the middle keeps bots away, and is taken back by the next', async () => {
    const { folder, environment, on, recordsIn, moving } = await lived();
    const before = await recordsIn('json');
    const killed = `import { move } from '${new URL('../../tools/move/move.ts', import.meta.url)}';
      const step = () => process.kill(process.pid, 'SIGKILL');
      await move({ from: 'json', to: 'postgres', folder: '${folder}', step,
        environment: ${JSON.stringify(environment)} });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', killed], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const [code, signal] = await once(child, 'exit');
    expect([code, signal]).toEqual([null, 'SIGKILL']);
    expect(await recordsIn('json')).toEqual(before);
    // The lease of the one that was killed has to end.
    const elsewhere = { ...on('postgres'), dataFolder: temporaryFolder() };
    const started = async () => tryOpening(await openStore(elsewhere));
    let why = '';
    await until(
      async () => {
        why = await started().then(
          () => 'it started',
          (error: Error) => error.message,
        );
        return !why.includes('is in use');
      },
      'the lease is over',
      30_000,
    );
    expect(why).toContain('npm run move was interrupted, run it again');
    await moving('json', 'postgres');
    expect(await recordsIn('postgres')).toEqual(before);
  });

  test('the command says what it moved, and what to do next', async () => {
    const { folder, environment } = await lived();
    const child = spawn(
      process.execPath,
      ['tools/move/index.ts', '--from', 'json', '--to', 'postgres'],
      { env: { ...process.env, ...environment, DATA_DIR: folder } },
    );
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
    });
    await once(child, 'exit');
    expect(said).toMatch(/^directory: \d+ records [0-9a-f]{12} ✓\ntianxing: \d+ records/);
    expect(said).toContain('Set STORE=postgres in .env');
  });
});
