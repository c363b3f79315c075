import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { blobFolder } from '../../adapters/blobs-folder/index.ts';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { jsonStore } from '../../adapters/store-json/index.ts';
import { DAY } from '../../src/core/time.ts';
import { makeBackup } from '../../tools/backup/make.ts';
import { players, temporaryFolder } from '../support/conversation.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What a process holds of its machine. */
function held(folder: string) {
  collectGarbage();
  const inside = readdirSync(folder, { recursive: true, withFileTypes: true });
  const named = (end: RegExp) => inside.filter(({ name }) => end.test(name)).length;
  return {
    megabytes: process.memoryUsage().heapUsed / 1024 / 1024,
    descriptors: existsSync('/proc/self/fd') ? readdirSync('/proc/self/fd').length : 0,
    segments: named(/\.ndjson$/),
    unfinished: named(/\.tmp$/),
    documents: named(/\.json$/),
    photos: named(/\.(png|jpg)$/),
  };
}

test('twenty-four months of an alliance in minutes: memory, files and descriptors stay flat', {
  timeout: 600_000,
}, async () => {
  const folder = join(temporaryFolder(), 'store');
  const files = await blobFolder(folder);
  const openStore = () => jsonStore({ folder, log: silentLog, checkpointBytes: 200_000 });
  const player = await players({ openStore, files });
  const after: ReturnType<typeof held>[] = [];
  let requests = 0;
  for (let month = 1; month <= 24; month++) {
    for (let week = 0; week < 4; week++) {
      const number = ++requests;
      await player.say({ name: '王五', text: `需求 ${number}号楼灯坏了`, photos: 1 });
      await player.say({ name: '陈刚', text: `认领 ${number} 明天上午` });
      await player.say({ name: '张伟', text: '大家早上好' }, { name: '李娟', text: '+1' });
      await player.pass(player.clock.now() + 2 * DAY);
      await player.say({ name: '陈刚', text: `完成 ${number}` });
      await player.say({ name: '王五', text: `满意 ${number}` });
      await player.pass(player.clock.now() + 5.5 * DAY);
      player.take();
    }
    if (month % 6 === 0) {
      await player.restart();
      await makeBackup({
        dataFolder: folder,
        to: `${folder}-backups`,
        keys: undefined,
        now: player.clock.now(),
      });
      after.push(held(folder));
    }
  }
  const [half, , year, two] = after;
  if (half === undefined || year === undefined || two === undefined) throw new Error('no months');
  const seen = JSON.stringify(after);
  for (const one of after) expect(one, seen).toMatchObject({ unfinished: 0, segments: 1 });
  expect(two.descriptors, seen).toBeLessThanOrEqual(half.descriptors + 2);
  // What is kept grows with what was said and nothing else: the same each half year, a photo a
  // request, and for each month its documents.
  expect(two.photos, seen).toBe(requests);
  expect(two.documents - year.documents, seen).toBeLessThanOrEqual(half.documents);
  expect(two.megabytes - year.megabytes, seen).toBeLessThan(12);
  await player.say({ name: '张伟', private: true, text: '/状态' });
  await player.say({ name: '王五', private: true, text: '/详情 1' });
  expect(player.take().some(({ outgoing }) => outgoing.text.includes('已解决'))).toBe(true);
});
