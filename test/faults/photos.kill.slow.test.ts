import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/conversation.ts';

const CHILD = new URL('./photos.child.ts', import.meta.url).pathname;

test.each(['fetch', 'put'])(
  'really killed at the %s: the next process has the photo, and one file',
  (dies) => {
    const folder = temporaryFolder();
    const run = (how: string) =>
      spawnSync(process.execPath, [CHILD, `${folder}/store`, how], { encoding: 'utf8' });
    expect(run(dies).signal).toBe('SIGKILL');
    const { stdout, stderr } = run('never');
    expect(stderr).toBe('');
    const { kept, files } = JSON.parse(stdout) as { kept: string[]; files: string[] };
    expect(kept).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.png$/)]);
    expect(files).toEqual(kept);
  },
);
