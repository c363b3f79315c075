import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { silentLog } from '../adapters/log-pino/index.ts';
import { jsonStore } from '../adapters/store-json/index.ts';
import { diskFiles } from '../adapters/store-json/journal.ts';
import { MemoryDisk, memoryStore } from '../adapters/store-memory/index.ts';
import type { Store } from '../src/ports/store.ts';
import { countedDisk } from './disk.ts';
import { measured, shown, spreadOf } from './measure.ts';
import { peers } from './peers.ts';
import { postgresBench } from './postgres.ts';
import { type Cell, report } from './report.ts';
import { rulesDue } from './rules.ts';
import { prepared, type Running, running } from './stage.ts';

/*
 * One table of everything, from one run: what a message costs the bot, with few and with many there,
 * and what others take for the same. Compare within one run only. `--quick` says less, and leaves
 * out 100,000; `--full` adds 1,000,000. `--postgres` compares that store alone.
 */

const QUICK = process.argv.includes('--quick');
const SIZES = QUICK
  ? [100, 10_000]
  : [100, 10_000, 100_000, ...(process.argv.includes('--full') ? [1_000_000] : [])];
const AT_ONCE = QUICK ? [1, 50] : [1, 50, 500];
/** So many messages are said each time that something is measured, fewer one at a time. */
const EACH = QUICK ? 200 : 500;
const EACH_ALONE = QUICK ? 50 : 200;
/** Enough that the journal is moved into the documents. */
const MANY_CHECKINS = QUICK ? 5_000 : 40_000;

/** What people say to each other. */
const OTHER_TALK = [
  '今天太阳真好，晒被子',
  '快递放门口了，谢谢',
  '谁家的猫跑出来了',
  '哈哈哈哈哈',
  '孩子作业写完没有啊',
  '这家店的包子不错，推荐',
];

const COMMANDS = [
  ['talk', ['大家早上好']],
  ['other talk', OTHER_TALK],
  ['+1', ['+1 E1']],
  ['签到', ['签到']],
  ['a vote', ['投 P1 A']],
  ['a request', ['需求 3号楼门口的路灯坏了']],
  ['日程', ['日程']],
] as const;

/** A disk that takes longer to sync. */
const SLOW = {
  ...diskFiles,
  sync: async (...given: Parameters<typeof diskFiles.sync>) => {
    await diskFiles.sync(...given);
    await pause(2);
  },
};

const RESULTS = new URL('RESULTS.md', import.meta.url);

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lianluo-bench-'));
  try {
    const asked = await countedDisk(folder);
    const cells: Cell[] = [];
    const facts: string[][] = [];
    for (const size of SIZES) {
      const disk = new MemoryDisk();
      cells.push(...(await messages('no disk', size, [50], async () => memoryStore(disk))));
      const store = () => jsonStore({ folder: join(folder, `store-${size}`), log: silentLog });
      cells.push(...(await messages('JSON store', size, AT_ONCE, store)));
      facts.push(...(await disked(size, store, asked)));
    }
    const slow = () => jsonStore({ folder: join(folder, 'slow'), log: silentLog, files: SLOW });
    cells.push(...(await messages('JSON store, fsync + 2 ms', SIZES[0] ?? 0, [1, 50], slow)));
    note('rules due at once');
    const due: string[][] = [];
    for (const alliances of [100, 1]) due.push(await alarms({ alliances }));
    due.push(await alarms({ rules: 1, alliances: 1, groups: 1_000 }));
    note('others');
    const others = await peers(folder);
    const text = report({ cells, facts, due, others, isQuick: QUICK });
    writeFileSync(RESULTS, text);
    process.stdout.write(text);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

let speakers = 0;

/** Says something as often as asked, so many at once, each by somebody new. */
async function saidBy(
  bot: Running,
  texts: readonly string[],
  atOnce: number,
  count: number,
): Promise<void> {
  for (let from = 0; from < count; from += atOnce) {
    const some = Math.min(atOnce, count - from);
    await Promise.all(
      Array.from({ length: some }, () =>
        bot.say(`居民${speakers}`, texts[speakers++ % texts.length] ?? ''),
      ),
    );
  }
  await bot.idle();
}

async function messages(
  store: string,
  size: number,
  manyAtOnce: readonly number[],
  openStore: () => Promise<Store>,
): Promise<readonly Cell[]> {
  note(`${store}, ${size} there`);
  const now = await prepared(openStore, size);
  const bot = await running(await openStore(), now);
  const cells: Cell[] = [];
  for (const [what, texts] of COMMANDS)
    for (const atOnce of manyAtOnce) {
      const count = atOnce === 1 ? EACH_ALONE : EACH;
      const found = await measured(count, () => saidBy(bot, texts, atOnce, count));
      cells.push({ what, store, size, atOnce, measured: found });
    }
  await bot.stop();
  return cells;
}

/** What check-ins ask of the disk, and how long the store takes to open. */
async function disked(
  size: number,
  openStore: () => Promise<Store>,
  asked: { syncs: number; bytes: number },
): Promise<string[][]> {
  const times: number[] = [];
  let bot: Running | undefined;
  for (let time = 0; time < 5; time++) {
    await bot?.stop();
    const begun = performance.now();
    bot = await running(await openStore(), Date.UTC(2026, 10, 17, 0, 30));
    await bot.say(`居民${speakers++}`, '日程');
    times.push(performance.now() - begun);
  }
  const rows = [[`start to first answer, ms`, `${size}`, shown(spreadOf(times))]];
  for (const atOnce of [1, 50]) {
    const before = { ...asked };
    if (bot !== undefined) await saidBy(bot, ['签到'], atOnce, EACH);
    const syncs = (asked.syncs - before.syncs) / EACH;
    const bytes = (asked.bytes - before.bytes) / EACH;
    rows.push([`fsyncs a check-in, ${atOnce} at once`, `${size}`, syncs.toFixed(3)]);
    rows.push([`bytes a check-in, ${atOnce} at once`, `${size}`, bytes.toFixed(0)]);
  }
  const before = asked.bytes;
  if (bot !== undefined) await saidBy(bot, ['签到'], 50, MANY_CHECKINS);
  await bot?.stop();
  const each = (asked.bytes - before) / MANY_CHECKINS;
  const what = `bytes a check-in, 50 at once, of ${MANY_CHECKINS}, documents and stop included`;
  return [...rows, [what, `${size}`, each.toFixed(0)]];
}

/** Rules that are due in the same second, each told to all groups of its alliance. */
async function alarms({ rules = 10_000, alliances = 1, groups = 1 }): Promise<string[]> {
  const runs: Awaited<ReturnType<typeof rulesDue>>[] = [];
  const times = QUICK ? 2 : 5;
  for (let time = 0; time < times; time++) runs.push(await rulesDue({ rules, alliances, groups }));
  const of = (pick: (run: (typeof runs)[number]) => number) => shown(spreadOf(runs.map(pick)));
  const missed = Math.max(...runs.map((run) => run.missed));
  const [decided, all, cpu] = [of((r) => r.decided), of((r) => r.ms), of((r) => r.cpu)];
  return [`${rules}`, `${alliances}`, `${groups}`, decided, all, cpu, `${missed}`];
}

/** Progress goes beside the table. */
function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

if (process.argv.includes('--postgres')) await postgresBench();
else await main();
