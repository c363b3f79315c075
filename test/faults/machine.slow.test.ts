import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { getuid } from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { jsonStore } from '../../adapters/store-json/index.ts';
import { sqliteStore } from '../../adapters/store-sqlite/index.ts';
import { contentOf } from '../contracts/store.contract.ts';
import { temporaryFolder } from '../support/conversation.ts';

/* What a machine does to the bot: calls that fail or take long, no descriptors, a frozen process. */

const CHILD = join(import.meta.dirname, 'store.child.ts');
const KINDS = ['json', 'sqlite'] as const;
const open = { json: jsonStore, sqlite: sqliteStore };

/** Runs a process to its end. */
async function ran(command: string, ...args: string[]) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const [code] = await once(child, 'close');
  return { said: said.split('\n').filter(Boolean), errors, code };
}

/** Everything acknowledged is there, and all of each commit. */
async function expectWhole(kind: (typeof KINDS)[number], folder: string, said: readonly string[]) {
  const store = await open[kind]({ folder, log: silentLog });
  const [p, q] = [await contentOf(store, 'p'), await contentOf(store, 'q')];
  await store.close();
  expect(p).toEqual(q);
  const there = new Set(p['c']?.map(({ id }) => id));
  const acknowledged = said.filter((line) => /^\d+$/.test(line));
  expect(acknowledged.filter((id) => !there.has(id))).toEqual([]);
  return acknowledged.length;
}

const traces = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;

// strace cannot be installed, or may not trace, everywhere.
describe.skipIf(!traces)('calls of the system that go wrong', { timeout: 120_000 }, () => {
  test.each(
    KINDS.flatMap((kind) =>
      [
        'fdatasync:error=EIO:when=3+7',
        'fsync:error=EIO:when=15+9',
        'rename:error=EIO:when=1+2',
        'fdatasync,fsync,rename:delay_enter=15000',
        'pwrite64,write:error=ENOSPC:when=9+31',
      ].map((fault) => [kind, fault] as const),
    ),
  )('with STORE=%s and %s nothing acknowledged is lost', async (kind, fault) => {
    const folder = join(temporaryFolder(), 'store');
    await (await open[kind]({ folder, log: silentLog })).close();
    const names = fault.split(':', 1)[0] ?? '';
    const inject = [
      '-f',
      '-qq',
      '-o',
      '/dev/null',
      '-e',
      `trace=${names}`,
      '-e',
      `inject=${fault}`,
    ];
    const { said } = await ran(
      'strace',
      ...inject,
      process.execPath,
      CHILD,
      kind,
      'survive',
      folder,
    );
    // It may have ended, where nothing could be brought back; what it said holds all the same.
    const acknowledged = await expectWhole(kind, folder, said);
    if (!/write|^fsync/.test(fault)) expect(acknowledged).toBeGreaterThan(0);
  });
});

test.each(KINDS)(
  'with STORE=%s a holder that is frozen keeps its folder, and goes on afterwards',
  async (kind) => {
    const folder = join(temporaryFolder(), 'store');
    const holder = spawn(process.execPath, [CHILD, kind, 'hold', folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void holder.kill('SIGKILL'));
    await once(holder.stdout, 'data');
    holder.kill('SIGSTOP');
    await pause(300);
    await expect(open[kind]({ folder, log: silentLog })).rejects.toThrow(
      'in use by another process',
    );
    holder.kill('SIGCONT');
    await pause(100);
    await expect(open[kind]({ folder, log: silentLog })).rejects.toThrow(
      'in use by another process',
    );
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    await (await open[kind]({ folder, log: silentLog })).close();
  },
);

test('with too few descriptors it starts, or says so, and loses nothing', {
  timeout: 120_000,
}, async () => {
  const folder = temporaryFolder();
  const start = (limit: number, input: string) =>
    spawnSync('sh', ['-c', `ulimit -n ${limit}; exec "$0" src/main.ts`, process.execPath], {
      env: { ...process.env, DATA_DIR: `${folder}/store`, LOG_FILE: `${folder}/log` },
      input,
      encoding: 'utf8',
      timeout: 30_000,
    });
  expect(start(1_024, '张伟：需求 3号楼灯坏了\n').stdout).toContain('#1');
  for (const limit of [18, 20, 22, 24, 26, 30]) start(limit, '李娟：需求 少了\n');
  expect(start(1_024, '张伟（私聊）：/需求列表\n').stdout).toContain('3号楼灯坏了');
});

// Whoever may do everything can write anywhere.
test.skipIf(getuid?.() !== 0)(
  'a folder that is turned read-only refuses, and heals',
  { timeout: 60_000 },
  async () => {
    const nobody = 65_534;
    const home = mkdtempSync('/var/tmp/lianluo-');
    onTestFinished(() => rmSync(home, { recursive: true, force: true }));
    const folder = join(home, 'store');
    await (await jsonStore({ folder, log: silentLog })).close();
    rmSync(join(folder, 'lock.sqlite'), { force: true });
    const own = (path: string) => spawnSync('chown', ['-R', `${nobody}:${nobody}`, path]);
    chmodSync(home, 0o755);
    chownSync(home, nobody, nobody);
    own(folder);
    // The program itself, where another user can read it.
    const start = () =>
      spawnSync(process.execPath, ['src/main.ts'], {
        uid: nobody,
        gid: nobody,
        env: {
          ...process.env,
          HOME: home,
          DATA_DIR: folder,
          LOG_FILE: join(home, 'log'),
          LIANLUO_LANG: 'en',
        },
        input: '张伟：日程\n',
        encoding: 'utf8',
      });
    chmodSync(folder, 0o500);
    const refused = start();
    expect(refused.status).not.toBe(0);
    expect(refused.stderr).toMatch(/store cannot be written to|EACCES/);
    chmodSync(folder, 0o700);
    cpSync(folder, `${home}/copy`, { recursive: true });
    expect(start()).toMatchObject({ status: 0, stderr: '' });
  },
);
