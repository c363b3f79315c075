import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { text as everything } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { put } from '../../src/core/collection.ts';
import { DAY, HOUR, timeOf } from '../../src/core/time.ts';
import { imported, staged } from '../../src/features/import/index.ts';
import { digests } from '../../src/features/requests/records/index.ts';
import { adminContextIn } from '../../tools/admin/context.ts';
import { inTerminal } from '../../tools/relay/window.ts';
import { example, temporaryFolder } from '../support/conversation.ts';
import { Carried } from '../support/relay.ts';

/**
 * A store with the example alliance and its group on WeChat, where nothing is said of itself at
 * whatever hour this runs.
 */
async function begun(): Promise<string> {
  const folder = `${temporaryFolder()}/store`;
  const { app, clock } = await adminContextIn(folder, silentLog);
  await app.open();
  const file = { ...example, rules: [] };
  const { zone } = file.alliance;
  await app.change(file.alliance.id, (records) => [
    ...imported(file, records, clock.now()),
    ...staged(file, 'wechat'),
    put(digests, {
      id: 'morning',
      time: timeOf(clock.now() + 12 * HOUR, zone),
      next: clock.now() + DAY,
      from: clock.now(),
    }),
  ]);
  await app.stop();
  return folder;
}

const environment = (folder: string, more = {}) => ({
  ...process.env,
  DATA_DIR: folder,
  LOG_FILE: `${folder}.log`,
  ...more,
});

/** `npm run relay` with something piped in. */
async function relay(folder: string, input: string) {
  const child = spawn(process.execPath, ['tools/relay/index.ts'], { env: environment(folder) });
  onTestFinished(() => void child.kill('SIGKILL'));
  child.stdin.end(input);
  const [out, told, [status]] = await Promise.all([
    everything(child.stdout),
    everything(child.stderr),
    once(child, 'exit'),
  ]);
  return { out, told, status };
}

/** `npm start` with WeChat carried by hand. */
async function bot(
  folder: string,
  more: Record<string, string> = { RELAY: 'wechat' },
): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['src/main.ts'], {
    env: environment(folder, more),
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  while (!existsSync(`${folder}/control.sock`)) await pause(10);
  return child;
}

/** Several processes, one after another. */
const slow = { timeout: 60_000 };

const NEED = '【群：联盟群】\n8:12 王五：需求 北门路灯不亮\n机器人：好的\n李娟：大家好\n';
const SHOWN =
  /^【群：联盟群】\n#1 北门路灯不亮\n[^\n]+王五[^\n]+\n[^\n]*认领 1 周六上午[^\n]*\n\n$/;
/** What nobody waits for may come behind the answer. */
const SHOWN_AGAIN = /【群：联盟群】\n#1 .*?\n\n/s;

test(
  'piped in where no bot runs: what is to be pasted stands on standard output and nothing else',
  slow,
  async () => {
    const folder = await begun();
    const first = await relay(folder, NEED);
    expect(first).toMatchObject({ status: 0, told: '✓ 收了 2 条\n代转停了\n' });
    expect(first.out).toMatch(SHOWN);
    expect(await relay(folder, NEED)).toMatchObject({ status: 0, out: '' });
    const unknown = await relay(folder, '【群：党员群】\n王五：+1\n\n只有一句话');
    expect(unknown).toMatchObject({ status: 0, out: '' });
    expect(unknown.told).toContain('没有这个群，没收 1 条');
    const log = readFileSync(`${folder}.log`, 'utf8');
    expect(log).toContain('"command":"need"');
    expect(log).not.toMatch(/王五|北门|联盟群/);
  },
);

test('piped in beside a running bot, and again after it was restarted', slow, async () => {
  const folder = await begun();
  const running = await bot(folder);
  const { out, status } = await relay(folder, NEED);
  expect(status).toBe(0);
  expect(out).toMatch(SHOWN);
  running.kill('SIGTERM');
  await once(running, 'exit');
  await bot(folder);
  expect(await relay(folder, NEED)).toMatchObject({ out: '', status: 0 });
  // The store stays with the bot.
  expect((await relay(folder, '王五：需求列表\n王五：/需求列表')).out).toContain('北门路灯不亮');
});

test.each([
  ['beside a running bot', true],
  ['that runs the bot itself', false],
])(
  'one %s is killed in the middle, another one begins at once, and nothing is lost',
  slow,
  async (_, beside) => {
    const folder = await begun();
    if (beside) await bot(folder);
    const killed = spawn(process.execPath, ['tools/relay/index.ts'], { env: environment(folder) });
    killed.stdin.end(NEED);
    const [seen] = (await once(killed.stdout, 'data')) as [Buffer];
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    expect(seen.toString()).toMatch(SHOWN);
    const { out, told, status } = await relay(folder, `${NEED}8:13 赵六：/需求列表\n`);
    expect(status).toBe(0);
    expect(told).toContain('✓ 收了 3 条');
    // Whether the bot heard that it was shown, nobody knows; it was said once, and there is one of
    // it.
    expect(out.replace(SHOWN_AGAIN, '')).toMatch(/^【群：联盟群】\n[^#]*#1 北门路灯不亮[^#]*$/);
  },
);

test('a bot that was not set up for it says what to do', slow, async () => {
  const folder = await begun();
  await bot(folder, {});
  const { told, out, status } = await relay(folder, NEED);
  expect({ out, status }).toEqual({ out: '', status: 1 });
  expect(told).toContain('RELAY=wechat');
  const other = spawnSync(process.execPath, ['src/main.ts'], {
    env: environment(await begun(), { RELAY: 'qq', LIANLUO_LANG: 'en' }),
  });
  expect(other.stderr.toString()).toMatch(/^these settings cannot be used:\n {2}RELAY: /);
});

test('in a terminal: asked while others write, answered in between, ended by the end of the input', async () => {
  const day = await Carried.open();
  await day.passTo('2026-11-23 10:00');
  day.notes();
  const input = new PassThrough();
  const output = new PassThrough();
  let screen = '';
  output.on('data', (data: Buffer) => {
    screen += data.toString();
  });
  const asides: number[] = [];
  const over = inTerminal(
    day.carrier,
    { input, output, signal: new AbortController().signal },
    (aside) => {
      aside(() => asides.push(1));
    },
  );
  const told: string[] = [];
  const shown: string[] = [];
  const until = async (isSo: () => boolean) => {
    for (let times = 0; times < 400 && !isSo(); times++) {
      await pause(10);
      day.clock.moveTo(day.clock.now() + 50);
      told.push(...day.notes());
      shown.push(...day.taken());
    }
    expect(isSo(), `${told.join('\n')}\n${shown.join('\n')}\n${screen}`).toBe(true);
  };
  // An empty line within what arrives together ends nothing.
  input.write('王五：需求 北门路灯不亮\n');
  input.write('\n');
  input.write('李雪梅：/指派 1 恒威 周五前\n');
  await until(() => told.some((note) => note.includes('「李雪梅」是联络员李雪梅（社区）本人吗')));
  await until(() => shown.some((text) => text.includes('#1 北门路灯不亮')));
  input.write('y\n');
  await until(() => told.some((note) => note.startsWith('✓ 收了 2 条')));
  await until(() => shown.some((text) => text.includes('恒威')));
  input.end('赵磊（私聊）：/我的码\n');
  await over;
  expect(day.carrier.isDone).toBe(false);
  expect(screen).toContain('联盟群> ');
  expect(asides).toEqual([1]);
});
