import {
  type Entry,
  type Head,
  type Keys,
  readArchive,
  readHead,
  writeArchive,
} from '../../adapters/backup/index.ts';
import { MemoryBlobs } from '../../adapters/blobs-memory/index.ts';
import { systemClock, systemRandom } from '../../adapters/clock-system/index.ts';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { MemoryDisk, memoryStore } from '../../adapters/store-memory/index.ts';
import { createBot } from '../../src/bot.ts';
import { photos as photoRecords } from '../../src/core/records.ts';
import { UserError } from '../../src/core/user-error.ts';
import { features } from '../../src/features/index.ts';
import type { ErasedList, ErasedOfAlliance } from '../../src/ports/erased-list.ts';
import { fill, recordsIn } from './content.ts';

/** When somebody was erased last, ms; 0 where nobody was. */
export function newestErasure(lists: readonly ErasedOfAlliance[]): number {
  return Math.max(0, ...lists.flatMap(({ people }) => people.map(({ at }) => at)));
}

interface Rewritten {
  readonly count: number;
  /** Those that hold somebody who was erased and could not be opened. */
  readonly left: readonly string[];
}

/**
 * Takes everybody who was erased out of the back-ups that were made before: each is opened, erased
 * in as the bot does it, and written again under its name.
 */
export async function rewriteErased(
  backups: readonly { readonly path: string }[],
  lists: readonly ErasedOfAlliance[],
  keys: Keys | undefined,
): Promise<Rewritten> {
  const newest = newestErasure(lists);
  const left: string[] = [];
  let count = 0;
  for (const { path } of backups) {
    try {
      const head = await readHead(path, keys);
      if (head.cleared >= newest) continue;
      await rewrite(path, { ...head, cleared: newest }, lists, keys);
      count += 1;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      left.push(path);
    }
  }
  return { count, left };
}

async function rewrite(
  path: string,
  head: Head,
  lists: readonly ErasedOfAlliance[],
  keys: Keys | undefined,
): Promise<void> {
  const disk = new MemoryDisk();
  const entries = readArchive(path, keys);
  const before = await fill(memoryStore(disk), { path, head, entries });
  await eraseIn(disk, lists);
  const store = memoryStore(disk);
  const records = await recordsIn(store);
  await store.close();
  const named = new Set(
    records.flatMap((one) =>
      'record' in one && one.collection === photoRecords.name
        ? [`${one.partition}/${String(one.record['file'])}`]
        : [],
    ),
  );
  const photos: readonly Entry[] = before.flatMap(({ partition, name }) =>
    named.has(`${partition}/${name}`) ? [{ partition, photo: name }] : [],
  );
  const counts = { records: records.length, photos: photos.length };
  await writeArchive(path, { ...head, ...counts }, [...records, ...photos], keys);
}

/** Has the bot do it, as at a start after a restore; nothing is due and nobody is spoken to. */
async function eraseIn(disk: MemoryDisk, lists: readonly ErasedOfAlliance[]): Promise<void> {
  const erasedList: ErasedList = { read: async () => lists, write: async () => {} };
  const bot = createBot({
    features,
    chats: [],
    store: memoryStore(disk),
    blobs: new MemoryBlobs(),
    clock: systemClock(),
    random: systemRandom,
    log: silentLog,
    erasedList,
    onFatal: (error) => {
      throw error;
    },
  });
  try {
    await bot.open();
    await bot.operator.eraseAgain();
  } finally {
    await bot.stop();
  }
}
