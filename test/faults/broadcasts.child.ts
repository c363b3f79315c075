import { appendFileSync } from 'node:fs';
import { MemoryBlobs } from '../../adapters/blobs-memory/index.ts';
import { SimulatedClock } from '../../adapters/clock-simulated/index.ts';
import { systemRandom } from '../../adapters/clock-system/index.ts';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { jsonStore } from '../../adapters/store-json/index.ts';
import * as terminal from '../../adapters/terminal/traits.ts';
import { createBot } from '../../src/bot.ts';
import { exampleAlliance } from '../../src/demo.ts';
import { imported, staged } from '../../src/features/import/index.ts';
import { features } from '../../src/features/index.ts';

/*
 * A process that sends the service day's notice and is killed by itself, the way a kernel would:
 * before the message leaves, or when it has left and before the answer. `node broadcasts.child.ts
 * FOLDER FILE before|after|never MOMENT`
 */

const [folder = '', sentFile = '', dies = 'never', moment = '0'] = process.argv.slice(2);
const clock = new SimulatedClock(Number(moment));
const app = createBot({
  features: features,
  clock,
  random: systemRandom,
  log: silentLog,
  store: await jsonStore({ folder, log: silentLog }),
  blobs: new MemoryBlobs(),
  onFatal: (error) => {
    throw error;
  },
  chats: [
    {
      platform: 'terminal',
      ...terminal,
      start: async () => {},
      stop: async () => {},
      send: async ({ to, text }) => {
        if (to.kind === 'private') return { messageId: 'private' };
        if (dies === 'before') process.kill(process.pid, 'SIGKILL');
        appendFileSync(sentFile, `${JSON.stringify(text)}\n`);
        if (dies === 'after') process.kill(process.pid, 'SIGKILL');
        return { messageId: 'group' };
      },
    },
  ],
});
await app.start();
const file = exampleAlliance();
if (dies === 'never') await app.idle();
else {
  await app.change(file.alliance.id, (records) => [
    ...imported(file, records, clock.now()),
    ...staged(file, 'terminal'),
  ]);
  clock.setTo(clock.now() + 2 * 60_000);
  await app.tick();
  await app.idle();
}
await app.stop();
process.exit(0);
