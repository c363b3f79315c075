import { spawnSync } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/conversation.ts';

const ROOT = resolve(import.meta.dirname, '../..');

test('what npm pack makes starts, is checked, plays the example and has every tool', {
  timeout: 180_000,
}, () => {
  const folder = temporaryFolder();
  const packed = spawnSync('npm', ['pack', '--silent', '--pack-destination', folder], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect(packed.status, packed.stderr).toBe(0);
  const file = packed.stdout.trim().split('\n').at(-1) ?? '';
  expect(spawnSync('tar', ['-xzf', join(folder, file), '-C', folder]).status).toBe(0);
  const home = join(folder, 'package');
  symlinkSync(join(ROOT, 'node_modules'), join(home, 'node_modules'));
  const run = (args: string[], input = '') =>
    spawnSync(process.execPath, args, {
      cwd: home,
      env: { ...process.env, DATA_DIR: `${folder}/data/store`, LOG_FILE: `${folder}/log` },
      input,
      encoding: 'utf8',
    });
  expect(run(['start.mjs', '--check'])).toMatchObject({ status: 0, stderr: '' });
  expect(run(['start.mjs'], '张伟：日程\n').stdout).toContain('机器人：接下来：');
  const { scripts } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  for (const [name, command] of Object.entries(scripts)) {
    const [, tool] = /^node (tools\/\w+\/index\.ts)$/.exec(command) ?? [];
    if (tool === undefined || /mutants|docs/.test(tool)) continue;
    expect(run([tool, '--help']), name).toMatchObject({ status: 0, stderr: '' });
  }
  expect(run(['tools/backup/index.ts']).stdout).toContain('备份好了');
});
