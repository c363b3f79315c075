import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { silentLog } from '../adapters/log-pino/index.ts';
import { jsonStore } from '../adapters/store-json/index.ts';
import { diskFiles } from '../adapters/store-json/journal.ts';
import { DAY } from '../src/core/time.ts';
import { exampleAlliance } from '../src/demo.ts';
import { Player } from '../tools/play/player.ts';
import { shown, spreadOf } from './measure.ts';

/*
 * From `npm start`, without npm, to the first answer, with an alliance of one year and without a
 * platform. Times depend on what else the machine does; CPU (user and system, on Linux) hardly
 * does. `node bench/start.ts [STARTS]`.
 */

const STARTS = Number(process.argv[2] ?? 10);
const ANSWER = '机器人：接下来';
/** So many parts of a second the CPU of a process is told in. */
const TICKS = 100;

/** A year of requests, sign-ups and fixed days, as people and the clock make it. */
async function oneYear(folder: string): Promise<void> {
  // Nobody relies on it while it is made.
  const files = { ...diskFiles, sync: async () => {} };
  const openStore = () => jsonStore({ folder, log: silentLog, files });
  const player = new Player({ file: exampleAlliance(), openStore, log: silentLog });
  await player.start();
  for (let week = 1; week <= 52; week++) {
    await player.say({ name: '王五', text: `需求 ${week}号楼灯坏了` });
    await player.say({ name: '陈刚', text: `认领 ${week} 明天上午` });
    await player.say({ name: '李雪梅', text: '/活动 后天下午3点 清洁家园' });
    for (let who = 0; who < 20; who++) await player.say({ name: `居民${who}`, text: '+1' });
    await player.pass(player.clock.now() + 2 * DAY);
    await player.say(
      { name: '陈刚', text: `完成 ${week}` },
      { name: '王五', text: `满意 ${week}` },
    );
    await player.pass(player.clock.now() + 5 * DAY);
    player.take();
  }
  await player.stop();
}

/** What a start took until the bot had answered. */
async function firstAnswer(folder: string): Promise<{ ms: number; cpu: number }> {
  const begun = performance.now();
  const bot: ChildProcess = spawn(process.execPath, ['start.mjs'], {
    env: { ...process.env, DATA_DIR: folder, LOG_FILE: `${folder}.log` },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  bot.stdin?.write('张伟：日程\n');
  let said = '';
  while (!said.includes(ANSWER)) {
    const [chunk] = await once(bot.stdout as NodeJS.ReadableStream, 'data');
    said += String(chunk);
  }
  const ms = performance.now() - begun;
  const cpu = cpuOf(bot.pid);
  bot.stdin?.end();
  await once(bot, 'exit');
  return { ms, cpu };
}

/** Ms of CPU that a process has taken; 0 where the system does not tell. */
function cpuOf(pid = 0): number {
  const path = `/proc/${pid}/stat`;
  if (!existsSync(path)) return 0;
  // Behind the name of the command, which may hold blanks.
  const fields = readFileSync(path, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1_000) / TICKS;
}

const home = mkdtempSync(join(tmpdir(), 'lianluo-start-'));
try {
  const folder = join(home, 'store');
  await oneYear(folder);
  // The first compiles the program for those after it.
  await firstAnswer(folder);
  const found: { ms: number; cpu: number }[] = [];
  for (let start = 0; start < STARTS; start++) found.push(await firstAnswer(folder));
  const of = (pick: (one: { ms: number; cpu: number }) => number) =>
    shown(spreadOf(found.map(pick)));
  process.stdout.write(
    `start to first answer: ${of(({ ms }) => ms)} ms, ${of(({ cpu }) => cpu)} ms of CPU\n`,
  );
} finally {
  rmSync(home, { recursive: true });
}
