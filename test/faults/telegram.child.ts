// The bot on Telegram as a process of its own, for tests that end it: node telegram.child.ts
// <folder> <root> <token> <now> Each line on its input is a moment, ms; it is said again when
// everything due until then has been done.
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { blobFolder } from '../../adapters/blobs-folder/index.ts';
import { repeatableRandom, SimulatedClock } from '../../adapters/clock-simulated/index.ts';
import { systemClock, systemRandom } from '../../adapters/clock-system/index.ts';
import { pinoLog } from '../../adapters/log-pino/index.ts';
import { jsonStore } from '../../adapters/store-json/index.ts';
import { Telegram } from '../../adapters/telegram/index.ts';
import { createBot } from '../../src/bot.ts';
import { features } from '../../src/features/index.ts';
import { letTimePass } from '../../src/simulate.ts';

const [, , folder = '', root = '', token = '', now = ''] = process.argv;
const clock = new SimulatedClock(Number(now));
const log = pinoLog({ level: 'debug', file: `${folder}.log` });
const store = await jsonStore({ folder, log });
const files = await blobFolder(folder);
const chat = new Telegram({
  settings: { token, root },
  clock: { ...systemClock(), now: () => clock.now() },
  log,
});
const onFatal = (error: unknown) => {
  throw error;
};
// By a digit whoever compares records tells ids from words; the first check-in word is never the
// one that is then chosen.
const random = {
  ...systemRandom,
  below: repeatableRandom().below,
  newId: () => `0${systemRandom.newId().slice(1)}`,
};
const app = createBot({
  features: features,
  chats: [chat],
  store,
  blobs: files,
  clock,
  random,
  log,
  onFatal,
});
await app.start();
writeSync(1, 'ready\n');
for await (const line of createInterface({ input: process.stdin })) {
  await letTimePass(app, clock, Number(line));
  // That something was sent is ticked off behind it; a step is over when that is durable, too.
  await app.change('tianxing', () => []);
  writeSync(1, `${line}\n`);
}
await app.stop();
process.exit(0);
