import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

test('the years of an alliance are measured, each file of them and the board', () => {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['bench/years.ts', '1'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('20000 attendances, 2000 requests');
  for (const what of ['document of a year', 'charts of a year', 'table', 'board'])
    expect(stdout).toMatch(new RegExp(`the ${what}|${what}: \\d+ ms`));
});
