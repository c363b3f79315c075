import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/conversation.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** Of these there is nothing to see in a copy, and why. */
const NOT_TRIED: Readonly<Record<string, string>> = {
  dev: 'it goes on until it is ended',
  test: 'this is one of them',
  'test:slow': 'this is one of them',
  fix: 'it changes the sources',
  check: 'it is run beside the tests',
  mutants: 'it runs the tests some hundred times',
  bench: 'it measures for minutes',
  city: 'it plays a city for minutes',
  prepack: 'npm pack runs it; package.slow.test.ts looks at what comes of it',
  postpack: 'npm pack runs it',
  preversion: 'it runs the tests',
  version: 'npm version runs it; release.test.ts does the same',
};

/** What a clone has, with what is changed in it, and nothing that was made beside it. */
function clone(): string {
  const home = join(temporaryFolder(), 'clone');
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const { stdout } = spawnSync('git', list, { cwd: ROOT, encoding: 'utf8' });
  const files = stdout.split('\0').filter((file) => existsSync(join(ROOT, file)) && file !== '');
  expect(files).toContain('start.mjs');
  for (const file of files)
    if (!file.startsWith('node_modules')) cpSync(join(ROOT, file), join(home, file));
  symlinkSync(join(ROOT, 'node_modules'), join(home, 'node_modules'));
  return home;
}

/** Runs `npm run NAME` as somebody does who has just cloned it, without any setting. */
function npmIn(home: string, tried: Set<string>) {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'NODE_COMPILE_CACHE'];
  const env = Object.fromEntries(kept.map((name) => [name, process.env[name]]));
  return (name: string, args: readonly string[] = [], input = '') => {
    tried.add(name);
    const given = args.length === 0 ? [] : ['--', ...args];
    const ran = spawnSync('npm', ['run', '--silent', name, ...given], {
      cwd: home,
      env,
      input,
      encoding: 'utf8',
    });
    const { status, stdout, stderr } = ran;
    expect(status, `npm run ${name}\n${stdout}${stderr}`).toBe(0);
    return stdout + stderr;
  };
}

test('every command of a fresh clone does what its page says, from an empty folder', {
  timeout: 900_000,
}, () => {
  const home = clone();
  const tried = new Set<string>();
  const npm = npmIn(home, tried);
  expect(npm('start', ['--check'])).toContain('✓');
  expect(npm('start', [], '张伟：日程\n')).toContain('机器人：接下来：');
  writeFileSync(join(home, 'day.play'), '张伟：日程\n');
  expect(npm('play', ['day.play'])).toContain('机器人：接下来：');
  const span = ['--from', '2026-12-01', '--to', '2026-12-31'];
  expect(npm('rehearse', [...span, '--example'])).toContain('【还有 3 天】');
  const pages = ['docs/commands.md', 'docs/commands.zh-CN.md'];
  npm('docs');
  for (const page of pages)
    expect(readFileSync(join(home, page), 'utf8')).toBe(readFileSync(join(ROOT, page), 'utf8'));
  expect(npm('import', ['data/examples/tianxing.json'])).toContain('天星');
  expect(npm('code', ['tianxing'])).toMatch(/\/初始化 [0-9A-Z]{4}-[0-9A-Z]{4} 天星社区/);
  npm('clock');
  expect(npm('relay', [], '【群：联盟群】\n周敏：/启用\n')).toContain('代转停了');
  expect(npm('backup')).toContain('备份好了');
  expect(npm('doctor')).toContain('天星');
  const backups = join(home, 'data/backups/store');
  const [made = ''] = readdirSync(backups).filter((name) => name.endsWith('.backup'));
  expect(npm('restore', [join(backups, made), '--yes'])).toContain('恢复');
  expect(npm('doctor')).toContain('天星');
  // A name, by hand on WeChat, the usual zone.
  expect(npm('setup', [], '天星联盟\n3\n\n\n\n')).toMatch(/npm start\n.*npm run relay\n/);
  expect(readFileSync(join(home, '.env'), 'utf8')).toContain('RELAY=wechat');
  expect(npm('move', ['--from', 'json', '--to', 'sqlite'])).toContain('搬好了');
  expect(npm('doctor')).toContain('天星');
  const { scripts } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const forgotten = Object.keys(scripts).filter((name) => !tried.has(name) && !NOT_TRIED[name]);
  expect(forgotten).toEqual([]);
});
