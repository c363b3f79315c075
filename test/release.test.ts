import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { programVersion } from '../adapters/program.ts';
import { released } from '../tools/release/changelog.ts';

const ROOT = resolve(import.meta.dirname, '..');
const read = (name: string) => readFileSync(resolve(ROOT, name), 'utf8');

test('package, lock file and changelog tell the same version', () => {
  const lock = JSON.parse(read('package-lock.json')) as {
    version: string;
    packages: Record<string, { version: string }>;
  };
  const [, newest] = /^## (\d+\.\d+\.\d+) \(\d{4}-\d\d-\d\d\)$/m.exec(read('CHANGELOG.md')) ?? [];
  const told = { lock: lock.version, packed: lock.packages['']?.version, changelog: newest };
  const version = programVersion();
  expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  expect(told).toEqual({ lock: version, packed: version, changelog: version });
});

test('what was not released becomes the section of the version, with its date', () => {
  const before = '# Changelog\n\n## Unreleased\n\n- One.\n\n## 0.2.0\n\n- Two.\n';
  expect(released(before, '0.3.0', '2026-12-01')).toBe(
    '# Changelog\n\n## 0.3.0 (2026-12-01)\n\n- One.\n\n## 0.2.0\n\n- Two.\n',
  );
  expect(() => released('# Changelog\n\n## 0.2.0\n', '0.3.0', '2026-12-01')).toThrow('Unreleased');
  const empty = '# Changelog\n\n## Unreleased\n\n## 0.2.0\n\n- Two.\n';
  expect(() => released(empty, '0.3.0', '2026-12-01')).toThrow('nothing stands');
});
