// A process with a store of its own, for tests that end it: node store.child.ts <json|sqlite>
// <hold|load|fill|survive> <folder>
import { writeSync } from 'node:fs';
import { jsonStore } from '../../adapters/store-json/index.ts';
import { sqliteStore } from '../../adapters/store-sqlite/index.ts';
import { type Change, CommitFailed } from '../../src/ports/store.ts';
import { recordingLog } from '../contracts/recording-log.ts';

const [, , kind, task, folder = ''] = process.argv;
const log = recordingLog();
const checkpointBytes = task === 'load' ? 20_000 : 1e9;
const store =
  kind === 'sqlite'
    ? await sqliteStore({ folder, log })
    : await jsonStore({ folder, log, checkpointBytes });
let count = (await store.load('p')).get('c')?.length ?? 0;

/**
 * Commits the next number in two partitions, lets the one of thirty before go, and says so when it
 * is durable.
 */
async function commitNext(): Promise<void> {
  count += 1;
  // So long that the documents are packed before many are there.
  const put = { id: `${count}`, text: 'x'.repeat(task === 'load' ? 1_000 : 100) };
  const n = count;
  const changes = ['p', 'q'].flatMap((partition): Change[] => [
    { partition, collection: 'c', put },
    { partition, collection: 'recent', shard: shardOf(n), put },
    { partition, collection: 'recent', shard: shardOf(n - 30), remove: `${n - 30}` },
  ]);
  await store.commit(changes);
  say(n);
}

/** Ten numbers each; four of these shards come again and again, the others once. */
function shardOf(n: number): string {
  const ten = Math.max(0, Math.floor(n / 10));
  return ten % 2 === 0 ? `${ten}` : `odd-${ten % 8}`;
}

function say(what: number | string): void {
  writeSync(1, `${what}\n`);
}

async function commitForever(): Promise<never> {
  for (;;) await commitNext();
}

if (task === 'hold') {
  say('held');
  setInterval(() => {}, 1_000);
} else if (task === 'survive') {
  // A disk that fails now and then: whoever is told so goes on from what is durable.
  for (let round = 0; round < 150; round += 1)
    await commitNext().catch(async (error: unknown) => {
      if (!(error instanceof CommitFailed)) throw error;
      say('refused');
      await store.recover();
      count = (await store.load('p')).get('c')?.length ?? 0;
    });
  await store.close();
} else if (task === 'load') {
  await Promise.all(Array.from({ length: 20 }, commitForever));
} else {
  await commitForever().catch((error: unknown) => {
    if (!(error instanceof CommitFailed)) throw error;
  });
  say('full');
  await store.recover();
  count -= 1;
  await commitNext();
  await store.close();
}
