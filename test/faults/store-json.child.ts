// A process with a store of its own, for tests that end it: node store-json.child.ts <hold|load|fill> <folder>
import { writeSync } from 'node:fs';
import { jsonStore } from '../../adapters/store-json/index.ts';
import { CommitFailed } from '../../src/ports/store.ts';
import { recordingLog } from '../contracts/recording-log.ts';

const [, , task, folder = ''] = process.argv;
const store = await jsonStore({ folder, log: recordingLog(), checkpointBytes: task === 'load' ? 20_000 : 1e9 });
let count = (await store.load('p')).get('c')?.length ?? 0;

/** Commits the next number in two partitions and says so when it is durable. */
async function commitNext(): Promise<void> {
  count += 1;
  const put = { id: `${count}`, text: 'x'.repeat(100) };
  const n = count;
  await store.commit(['p', 'q'].map((partition) => ({ partition, collection: 'c', put })));
  say(n);
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
