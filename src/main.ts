import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { blobFolder } from '../adapters/blobs-folder/index.ts';
import { systemClock, systemRandom } from '../adapters/clock-system/index.ts';
import { takeOrders } from '../adapters/control/index.ts';
import { erasedListIn } from '../adapters/durable/erased-list.ts';
import { holidayFiles, OWN_HOLIDAYS } from '../adapters/holiday-files/index.ts';
import { byHandOf, chatsOf, connectedPlatforms, openStore } from '../adapters/index.ts';
import { pinoLog } from '../adapters/log-pino/index.ts';
import type { ReadSettings } from '../adapters/registration.ts';
import { Terminal } from '../adapters/terminal/index.ts';
import { executeAdmin, firstSetupCode } from './admin/index.ts';
import { type Bot, createBot } from './bot.ts';
import { readConfig, readSettings } from './config.ts';
import { momentOfTimestamp } from './core/timestamp.ts';
import { UserError } from './core/user-error.ts';
import { aheadOf, exampleAlliance, settle, welcome } from './demo.ts';
import { featuresWith } from './features/index.ts';
import { ChatUnusable } from './ports/chat.ts';
import { StoreDamaged, StoreLocked } from './ports/store.ts';
import { letTimePass, momentAhead } from './simulate.ts';

/**
 * The only file that knows which adapters there are: settings → store, chats, clock → app → start,
 * graceful stop. Every platform that is configured is started; without one, the example alliance in
 * the terminal. `--terminal` puts a terminal beside the platforms.
 */
async function main(): Promise<void> {
  process.once('SIGINT', stop).once('SIGTERM', stop);
  if (existsSync('.env')) loadEnvFile('.env');
  const platforms = await connectedPlatforms(process.env);
  const demo = platforms.length === 0;
  const inTerminal = demo || process.argv.includes('--terminal');
  const config = readConfig(process.env, demo, inTerminal);
  const log = pinoLog({ level: config.logLevel, file: config.logFile });
  const { dataFolder } = config;
  const settings: ReadSettings = (schema) => readSettings(schema, process.env);
  const store = await openStore({ settings, dataFolder, log });
  const blobs = await blobFolder(dataFolder);
  let ahead = demo ? await aheadOf(Date.now(), store) : 0;
  const clock = systemClock(() => ahead);
  const chats = await chatsOf(platforms, process.env, {
    settings,
    dataFolder,
    clock,
    log,
    // What is no screen may be a log that is kept.
    print: (text, secret) =>
      void process.stdout.write(process.stdout.isTTY ? `${text}${secret}` : text),
  });
  const file = exampleAlliance();
  const passTo = async (when: string) => {
    const moment = momentAhead(when, clock.now(), file.alliance.zone);
    if (typeof moment === 'string') return moment;
    const moveTo = (to: number) => {
      ahead += to - clock.now();
    };
    await letTimePass(app, { now: clock.now, moveTo }, moment);
    return undefined;
  };
  const screen: Terminal | undefined = inTerminal
    ? new Terminal({
        input: process.stdin,
        output: process.stdout,
        group: file.groups[0]?.title ?? '',
        speaker: file.people.find((person) => person.role === 'member')?.name ?? '',
        now: clock.now,
        momentOf: (stamp) =>
          momentOfTimestamp(stamp, { now: clock.now(), zone: file.alliance.zone }),
        session: systemRandom.newId(),
        ...(demo ? { passTo } : {}),
        idle: () => app.idle(),
      })
    : undefined;
  const all = [...chats, ...(screen ? [screen.chat] : [])];
  const features = featuresWith(holidayFiles(OWN_HOLIDAYS));
  const app = createBot({
    features,
    chats: all,
    store,
    blobs,
    erasedList: erasedListIn(dataFolder),
    clock,
    random: systemRandom,
    log,
    onFatal: die,
  });
  running = app;
  await app.start();
  if (stopping) return;
  if (demo) await settle(app, file, clock.now());
  const admin = { app, clock, random: systemRandom, byHand: byHandOf(chats) };
  endOrders = await takeOrders(dataFolder, (order) => executeAdmin(admin, order), log);
  const code = await firstSetupCode(admin);
  if (code !== undefined) process.stdout.write(`setup code: ${code}\n`);
  if (demo) process.stdout.write(welcome(file, dataFolder));
  await screen?.listen();
  // Beside platforms the end of the terminal's input ends nothing.
  if (demo && !stopping) await stop();
}

/** What there is to stop, as far as the start has come. */
let running: Bot | undefined;
let endOrders = () => {};
let stopping = false;

/** Stops gracefully, also in the middle of the start; asked a second time, at once. */
async function stop(): Promise<void> {
  if (stopping) process.exit(1);
  stopping = true;
  endOrders();
  await running?.stop();
  process.exit(0);
}

/** A start that fails because it was told to stop has not failed. */
function failed(error: unknown): void {
  if (!stopping) die(error);
}

function die(error: unknown): never {
  process.stderr.write(`${explained(error)}\n`);
  process.exit(1);
}

/** In words of whoever runs it, where we know what to do about it. */
function explained(error: unknown): string {
  const ours = [StoreLocked, StoreDamaged, UserError, ChatUnusable].some(
    (kind) => error instanceof kind,
  );
  if (error instanceof Error && ours) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

await main().catch(failed);
