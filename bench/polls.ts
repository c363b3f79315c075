import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { silentLog } from '../adapters/log-pino/index.ts';
import { jsonStore } from '../adapters/store-json/index.ts';
import { exampleAlliance } from '../src/demo.ts';
import { Player } from '../tools/play/player.ts';

/*
 * 10,000 votes in one poll, 500 at once, over the whole way from the message to the durable ballot;
 * then as many in a secret one, and what a vote, the tally and the end take with all of them there.
 */

const VOTES = 10_000;
const AT_ONCE = 500;

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lianluo-bench-'));
  try {
    print(['10,000 votes', 'votes/s', 'one vote, ms', 'tally, ms', 'end, ms']);
    for (const kind of ['记名', '不记名']) print([kind, ...(await poll(join(folder, kind), kind))]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function poll(folder: string, kind: string): Promise<readonly string[]> {
  const openStore = () => jsonStore({ folder, log: silentLog });
  const player = new Player({ file: exampleAlliance(), openStore, log: silentLog });
  await player.start();
  await player.say({
    name: '召集人',
    text: `投票 做什么 A 清洁 B 义诊 C 法律咨询 截止 20日18点 ${kind}`,
  });
  const secret = kind === '不记名';
  const ballot = (index: number) => ({
    ...{ name: `居民${index}`, private: secret },
    text: `投 P1 ${'ABC'.charAt(index % 3)}`,
  });
  const all = await timed(async () => {
    for (let from = 0; from < VOTES; from += AT_ONCE) {
      await player.say(...Array.from({ length: AT_ONCE }, (_, index) => ballot(from + index)));
      player.take();
    }
  });
  const one = await timed(() => player.say(ballot(VOTES)));
  const tally = await timed(() => player.say({ name: '召集人', text: '/投票 P1' }));
  const end = await timed(() => player.say({ name: '召集人', text: '/结束投票 P1' }));
  const result = player
    .take()
    .find(({ outgoing }) => outgoing.text.includes(`共 ${VOTES + 1} 人投票`));
  if (result === undefined) throw new Error('not all votes were counted');
  await player.stop();
  return [
    Math.round((VOTES * 1_000) / all).toLocaleString('en'),
    ...[one, tally, end].map((ms) => ms.toFixed(1)),
  ];
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

function print(cells: readonly string[]): void {
  process.stdout.write(
    `${cells.map((cell, index) => (index === 0 ? cell.padEnd(16) : cell.padStart(14))).join('')}\n`,
  );
}

await main();
