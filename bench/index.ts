import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { JSONFilePreset } from 'lowdb/node';
import { silentLog } from '../adapters/log-pino/index.ts';
import { jsonStore } from '../adapters/store-json/index.ts';
import { memoryStore } from '../adapters/store-memory/index.ts';
import { put } from '../src/core/collection.ts';
import { exampleAlliance } from '../src/demo.ts';
import { attendance } from '../src/features/activities/records.ts';
import type { Store } from '../src/ports/store.ts';
import { Player } from '../tools/play/player.ts';

/*
 * Check-ins per second over the whole way, from the message to the durable decision and its answer,
 * one at a time and many at once, with 100,000 there already; beside it what a plain lowdb file
 * does with as many, and the same bot on a store without a disk. Compare within one run only.
 */

const THERE = 100_000;
const EACH = 400;

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lianluo-bench-'));
  try {
    print(['check-ins per second', 'one at a time', '50 at once', '500 at once']);
    const onDisk = () => jsonStore({ folder: join(folder, 'store'), log: silentLog });
    print(['lianluo, JSON store', ...(await bot(onDisk))]);
    print(['lianluo, no disk', ...(await bot(async () => memoryStore()))]);
    print(['lowdb alone, one file', ...(await plainLowdb(join(folder, 'lowdb.json')))]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function bot(openStore: () => Promise<Store>): Promise<readonly string[]> {
  const player = new Player({ file: exampleAlliance(), openStore, log: silentLog });
  await player.start();
  await player.passTo('2026-11-25 08:12');
  await player.say({ name: '召集人', private: true, text: '/口令 不用' });
  await player.change(() =>
    Array.from({ length: THERE }, (_, index) => put(attendance, earlier(index))),
  );
  const rates: string[] = [];
  let people = 0;
  const arrive = async (count: number) => {
    await player.say(
      ...Array.from({ length: count }, () => ({ name: `居民${people++}`, text: '签到' })),
    );
    player.take();
  };
  for (const atOnce of [1, 50, 500]) {
    rates.push(await rate(atOnce, () => arrive(atOnce)));
  }
  await player.stop();
  return rates;
}

/** Somebody's attendance of one of a hundred activities long ago. */
function earlier(index: number) {
  const [activity, person] = [`e${index % 100}`, `p${index}`];
  const id = `${activity}/${person}`;
  return {
    id,
    activity,
    person,
    state: 'present' as const,
    heads: 1,
    at: 0,
    by: person,
    message: 'm',
  };
}

/** No journal, no fsync, no answers: only the file written anew for each batch. */
async function plainLowdb(file: string): Promise<readonly string[]> {
  const low = await JSONFilePreset<{ attendance: unknown[] }>(file, { attendance: [] });
  for (let index = 0; index < THERE; index++) low.data.attendance.push({ person: index, at: 0 });
  const rates: string[] = [];
  for (const atOnce of [1, 50, 500]) {
    rates.push(
      await rate(atOnce, async () => {
        for (let index = 0; index < atOnce; index++)
          low.data.attendance.push({ person: low.data.attendance.length, at: 0 });
        await low.write();
      }),
    );
  }
  return rates;
}

async function rate(atOnce: number, round: () => Promise<void>): Promise<string> {
  await round();
  const rounds = Math.max(3, Math.ceil(EACH / atOnce));
  const before = performance.now();
  for (let index = 0; index < rounds; index++) await round();
  return Math.round((rounds * atOnce * 1_000) / (performance.now() - before)).toLocaleString('en');
}

function print(cells: readonly string[]): void {
  process.stdout.write(
    `${cells.map((cell, index) => (index === 0 ? cell.padEnd(26) : cell.padStart(14))).join('')}\n`,
  );
}

await main();
