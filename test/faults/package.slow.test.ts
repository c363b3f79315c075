import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/conversation.ts';

const ROOT = resolve(import.meta.dirname, '../..');

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function ran(command: string, args: readonly string[], cwd: string, more = {}, input = ''): Ran {
  const env = { ...process.env, LIANLUO_LANG: 'zh', ...more };
  return spawnSync(command, args, { cwd, env, input, encoding: 'utf8' });
}

/** The lines of a Dockerfile, those that go on in the next one as one. */
function steps(file: string): readonly string[] {
  const whole = file.replaceAll('\\\n', ' ').split('\n');
  return whole.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
}

/** What the builder is given: nothing but what `.dockerignore` lets through. */
function contextOf(home: string): readonly string[] {
  const lines = readFileSync(join(home, '.dockerignore'), 'utf8').split('\n');
  expect(lines).toContain('*');
  return lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
}

/** The last words of `COPY a b DEST` that are there; a name with `*` may be missing. */
function copied(step: string, home: string, given: readonly string[]): readonly string[] {
  const names = step.split(/\s+/).slice(1, -1);
  if (names[0] === '.') return given.filter((name) => statSync(join(home, name), NO_ERROR));
  return names.flatMap((name) => {
    const file = name.replace(/\*$/, '');
    const isThere = given.includes(file) && statSync(join(home, file), NO_ERROR) !== undefined;
    expect(isThere || name.endsWith('*'), name).toBe(true);
    return isThere ? [file] : [];
  });
}
const NO_ERROR = { throwIfNoEntry: false } as const;

/** What npm pack makes, unpacked elsewhere. */
function unpacked(): string {
  const folder = temporaryFolder();
  const packed = ran('npm', ['pack', '--silent', '--pack-destination', folder], ROOT);
  expect(packed.status, packed.stderr).toBe(0);
  const file = packed.stdout.trim().split('\n').at(-1) ?? '';
  expect(ran('tar', ['-xzf', join(folder, file), '-C', folder], folder).status).toBe(0);
  return join(folder, 'package');
}

describe('what npm pack makes', () => {
  test('holds what runs and how it is built, and neither tests nor anybody’s data', () => {
    const home = unpacked();
    const names = readdirSync(home, { recursive: true }).map(String);
    expect(names).toEqual(
      expect.arrayContaining(['start.mjs', 'Dockerfile', '.dockerignore', 'npm-shrinkwrap.json']),
    );
    expect(names.filter((name) => /^(test|data\/(store|demo|backups)|\.env$)/.test(name))).toEqual(
      [],
    );
    // Nothing of it stays where it was packed.
    expect(readdirSync(ROOT)).not.toContain('npm-shrinkwrap.json');
    const lock = readFileSync(join(ROOT, 'package-lock.json'), 'utf8');
    expect(readFileSync(join(home, 'npm-shrinkwrap.json'), 'utf8')).toBe(lock);
  });

  // There is no container engine here: its steps are done one after another in folders. What the
  // base image is, and its users, are not tried.
  test('does what its Dockerfile says, starts, and has every tool', { timeout: 600_000 }, () => {
    const home = unpacked();
    const given = contextOf(home);
    const image = join(temporaryFolder(), 'opt');
    const modules = join(temporaryFolder(), 'modules');
    let into = modules;
    const done: string[] = [];
    for (const step of steps(readFileSync(join(home, 'Dockerfile'), 'utf8'))) {
      if (step.startsWith('FROM')) into = step.endsWith('AS modules') ? modules : image;
      mkdirSync(into, { recursive: true });
      if (step.startsWith('COPY --from=modules'))
        cpSync(join(modules, 'node_modules'), join(image, 'node_modules'), { recursive: true });
      else if (step.startsWith('COPY'))
        for (const name of copied(step, home, given))
          cpSync(join(home, name), join(into, name), { recursive: true });
      else if (step.startsWith('RUN npm')) {
        const [, ...args] = step.split(/\s+/).slice(1);
        expect(ran('npm', args, into)).toMatchObject({ status: 0 });
      } else continue;
      done.push(step.split(/\s+/).slice(0, 2).join(' '));
    }
    expect(done).toEqual(['COPY package.json', 'RUN npm', 'COPY --from=modules', 'COPY .']);
    const data = temporaryFolder();
    const run = (args: readonly string[], input = '') =>
      ran(process.execPath, args, data, {}, input);
    const start = join(image, 'start.mjs');
    expect(run([start, '--check'])).toMatchObject({ status: 0, stderr: '' });
    expect(run([start], '张伟：日程\n').stdout).toContain('机器人：接下来：');
    const { scripts } = JSON.parse(readFileSync(join(image, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const tools = Object.values(scripts).flatMap((command) => {
      const [, tool] = /^node (tools\/\w+\/index\.ts)$/.exec(command) ?? [];
      return tool === undefined || /mutants|docs/.test(tool) ? [] : [join(image, tool)];
    });
    expect(tools.length).toBeGreaterThan(8);
    for (const tool of tools)
      expect(run([tool, '--help']), tool).toMatchObject({ status: 0, stderr: '' });
    const example = join(image, 'data/examples/tianxing.json');
    expect(run([join(image, 'tools/import/index.ts'), example]).stdout).toContain('建好了');
    expect(run([join(image, 'tools/backup/index.ts')]).stdout).toContain('备份好了');
    // An older program refuses the data of a newer one in one line.
    const version = join(data, 'data/store/version.json');
    writeFileSync(version, '{"version":99}');
    const refused = ran(process.execPath, [start], data, { RELAY: 'wechat' });
    expect(refused).toMatchObject({ status: 1, stdout: '' });
    expect(refused.stderr).toMatch(/^[^\n]*第 99 版的数据[^\n]*新版程序[^\n]*备份[^\n]*\n$/);
    expect(readFileSync(version, 'utf8')).toBe('{"version":99}');
  });
});
