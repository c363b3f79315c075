import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../support/conversation.ts';

function environment(more: Record<string, string> = {}): NodeJS.ProcessEnv {
  const folder = temporaryFolder();
  return {
    ...process.env,
    DATA_DIR: `${folder}/store`,
    LOG_FILE: `${folder}/log`,
    LIANLUO_LANG: 'en',
    ...more,
  };
}

test('where the disk of the log is full, people are answered all the same', () => {
  const env = environment({ LOG_FILE: '/dev/full', LOG_LEVEL: 'debug' });
  const bot = spawnSync(process.execPath, ['src/main.ts'], {
    env,
    input: '张伟：日程\n',
    encoding: 'utf8',
  });
  expect(bot.stderr).toBe('');
  expect(bot.status).toBe(0);
  expect(bot.stdout).toContain('接下来：');
});

test('told to end in the middle of its start, it ends well, at any moment of it', async () => {
  for (const moment of [0, 30, 90]) {
    const env = environment();
    const bot = spawn(process.execPath, ['src/main.ts'], {
      env,
      stdio: ['pipe', 'ignore', 'pipe'],
    });
    onTestFinished(() => void bot.kill('SIGKILL'));
    let errors = '';
    bot.stderr.on('data', (data: Buffer) => {
      errors += data.toString();
    });
    while (!existsSync(env['DATA_DIR'] ?? '')) await sleep(1);
    await sleep(moment);
    bot.kill('SIGTERM');
    const [status] = await once(bot, 'exit');
    expect({ moment, status, errors }).toEqual({ moment, status: 0, errors: '' });
  }
});

test('a data folder that is a file is said in one line', () => {
  const env = environment({ DATA_DIR: 'package.json' });
  const bot = spawnSync(process.execPath, ['src/main.ts'], { env, input: '', encoding: 'utf8' });
  expect(bot.status).toBe(1);
  expect(bot.stderr.trim()).toMatch(
    /^\S+package\.json cannot be written to \(EEXIST\): DATA_DIR must be a folder[^\n]*$/,
  );
});

test('a data folder whose path is too long is said in one line', () => {
  const env = environment({ DATA_DIR: `${temporaryFolder()}/${'x'.repeat(120)}` });
  const bot = spawnSync(process.execPath, ['src/main.ts'], { env, input: '', encoding: 'utf8' });
  expect(bot.status).toBe(1);
  expect(bot.stderr).toMatch(/^DATA_DIR is too long a path[^\n]*\n$/);
});

/** Makes a process tell on stderr, at its end, which modules it has loaded. */
const TELLS_LOADED = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module';
  const loaded = [];
  registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
  process.on('exit', () => process.stderr.write(loaded.join('\\n')));
`)}`;

test('a start loads nothing that the first answer does not need', () => {
  const bot = spawnSync(process.execPath, [`--import=${TELLS_LOADED}`, 'start.mjs'], {
    env: environment(),
    input: '张伟：日程\n',
    encoding: 'utf8',
  });
  expect(bot.stdout).toContain('接下来：');
  const loaded = bot.stderr.split('\n');
  const packages = loaded.flatMap(
    (url) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? [],
  );
  // What writes the log, keeps the lock, checks what is read, and knows days, holidays and Traditional characters.
  const needed = [
    ...['pino', 'pino-std-serializers', '@pinojs/redact', 'thread-stream', 'sonic-boom'],
    ...['safe-stable-stringify', 'quick-format-unescaped', 'on-exit-leak-free', 'atomic-sleep'],
    ...['zod', 'luxon', 'chinese-days', 'opencc-js', 'node-cron', 'lowdb'],
  ];
  expect([...new Set(packages)].filter((name) => !needed.includes(name))).toEqual([]);
  // With the first comes fetch, too.
  expect(loaded).not.toContain('node:http');
  // Each file costs about a third of a millisecond.
  expect(loaded.length).toBeLessThan(1_100);
});
