import { spawnSync } from 'node:child_process';
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { blobFolder } from '../../adapters/blobs-folder/index.ts';
import { temporaryFolder } from '../support/conversation.ts';

test('only their owner can read them', async () => {
  const home = temporaryFolder();
  const name = await (await blobFolder(home)).put('p', new Uint8Array(10), 'png');
  const modes = await Promise.all(
    ['photos', 'photos/p', `photos/p/${name}`].map((path) => stat(join(home, path))),
  );
  expect(modes.map(({ mode }) => (mode & 0o777).toString(8))).toEqual(['700', '700', '600']);
});

test('what a process did not live to finish is nothing, and is gone at the next start', async () => {
  const home = temporaryFolder();
  const folder = join(home, 'photos', 'p');
  await mkdir(folder, { recursive: true });
  const unfinished = `${'0'.repeat(64)}.png.4f9c.tmp`;
  await writeFile(join(folder, unfinished), 'half');
  await writeFile(join(home, 'photos', '.DS_Store'), '');
  const files = await blobFolder(home);
  expect(await files.names('p')).toEqual([]);
  expect(await readdir(folder)).toEqual([]);
});

test('a write that ends short keeps nothing, and takes nothing away', () => {
  const home = temporaryFolder();
  const script = `
    import { blobFolder } from './adapters/blobs-folder/index.ts';
    import { readdirSync } from 'node:fs';
    const files = await blobFolder(process.argv[1]);
    const small = await files.put('p', new Uint8Array(2_000), 'png');
    const failed = await files.put('p', new Uint8Array(900_000), 'png').catch((error) => error.code);
    console.log(failed, (await files.get('p', small)).length, readdirSync(process.argv[1] + '/photos/p').length);
  `;
  const limited = [
    '-c',
    'ulimit -f 64; exec "$0" "$@"',
    process.execPath,
    '--input-type=module',
    '-e',
    script,
    home,
  ];
  const { stdout, stderr } = spawnSync('sh', limited, { encoding: 'utf8' });
  expect(stdout + stderr).toBe('EFBIG 2000 1\n');
});
