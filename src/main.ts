import { openBlobs } from '../adapters/blobs.ts';
import { boardFolder, boardSettings } from '../adapters/board-folder/index.ts';
import { systemClock, systemRandom } from '../adapters/clock-system/index.ts';
import { takeOrders } from '../adapters/control/index.ts';
import { documentMaker } from '../adapters/documents/index.ts';
import { erasedListIn } from '../adapters/durable/erased-list.ts';
import { Meters } from '../adapters/health/index.ts';
import { holidayFiles, OWN_HOLIDAYS } from '../adapters/holiday-files/index.ts';
import {
  byHandOf,
  chatsOf,
  connectedPlatforms,
  openStore,
  settingsToCheck,
} from '../adapters/index.ts';
import { pinoLog } from '../adapters/log-pino/index.ts';
import { programVersion } from '../adapters/program.ts';
import type { ReadSettings } from '../adapters/registration.ts';
import { scheduleSettings } from '../adapters/schedule/index.ts';
import { Terminal } from '../adapters/terminal/index.ts';
import { loadSettings } from '../adapters/text-file.ts';
import { endUncaught } from '../adapters/uncaught.ts';
import {
  type AdminContext,
  beginText,
  executeAdmin,
  explained,
  firstSetupCode,
  waitsForConvenor,
} from './admin/index.ts';
import { type Bot, createBot } from './bot.ts';
import {
  checkSettings,
  operatorLanguage,
  readConfig,
  readSettings,
  withoutSecrets,
} from './config.ts';
import { dateOf, timeOf, weekdayOf } from './core/time.ts';
import { momentOfTimestamp } from './core/timestamp.ts';
import { aheadOf, exampleAlliance, settle, welcome } from './demo.ts';
import { featuresWith } from './features/index.ts';
import { Operation } from './operate.ts';
import type { ChatAdapter } from './ports/chat.ts';
import type { Holder } from './ports/store.ts';
import { letTimePass, momentAhead } from './simulate.ts';

/**
 * The only file beside `operate.ts` that knows which adapters there are: settings → store, chats, clock → app → start,
 * graceful stop. Every platform that is configured is started; without one, the example alliance in
 * the terminal. `--terminal` puts a terminal beside the platforms.
 */
async function main(): Promise<void> {
  process.once('SIGINT', stop).once('SIGTERM', stop);
  loadSettings();
  endUncaught(die);
  toCheck = await settingsToCheck(process.env);
  checkSettings(toCheck, process.env);
  const settings: ReadSettings = (schema) => readSettings(schema, process.env);
  const platforms = await connectedPlatforms(process.env);
  const demo = platforms.length === 0;
  const inTerminal = demo || process.argv.includes('--terminal');
  const config = readConfig(process.env, demo, inTerminal);
  const { logLevel: level, logFile, logFormat: format } = config;
  const zone = settings(scheduleSettings).LIANLUO_ZONE;
  const log = pinoLog({ level, file: logFile, format, zone });
  const { dataFolder } = config;
  const meters = new Meters();
  let ahead = 0;
  const clock = systemClock(() => ahead);
  let started: Bot | undefined;
  const bot = () => started;
  let holder: Holder | undefined;
  const waitsFor = () => holder;
  const isOn = !demo;
  const operation = new Operation({
    settings,
    dataFolder,
    clock,
    log,
    meters,
    bot,
    waitsFor,
    isOn,
  });
  endOperation = () => operation.end();
  // Also while it waits beside another process.
  await operation.serve();
  const waiting = (other: Holder) => {
    holder = other;
    log.info('stand-by', { holder: other.name });
  };
  const standBy = { waiting, lost: die };
  const store = meters.ofStore(await openStore({ settings, dataFolder, log, standBy }));
  const blobs = await openBlobs(settings, dataFolder);
  if (demo) ahead = await aheadOf(Date.now(), store);
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
        ...(demo ? { passTo, moment: () => shownMoment(clock.now(), file.alliance.zone) } : {}),
        idle: () => app.idle(),
      })
    : undefined;
  const all = [...chats, ...(screen ? [screen.chat] : [])];
  const features = featuresWith(holidayFiles(OWN_HOLIDAYS));
  const documents = documentMaker();
  const { BOARD_DIR, BOARD_URL } = settings(boardSettings);
  const app = createBot({
    features,
    chats: all,
    store,
    blobs,
    maker: documents,
    tables: documents,
    erasedList: erasedListIn(dataFolder),
    place: BOARD_DIR === undefined ? undefined : boardFolder(BOARD_DIR, BOARD_URL),
    clock,
    random: systemRandom,
    log: meters.ofLog(log),
    onFatal: die,
    upkeep: operation.upkeep,
  });
  running = app;
  await app.start();
  if (stopping) return;
  started = app;
  log.info('started', { version: programVersion() });
  await operation.begin();
  if (demo) await settle(app, file, clock.now());
  const admin = { app, clock, random: systemRandom, byHand: byHandOf(chats) };
  endOrders = await takeOrders(dataFolder, (order) => executeAdmin(admin, order), log);
  if (demo) process.stdout.write(welcome(file, dataFolder));
  else await tellBegin(admin, chats);
  await screen?.listen();
  // Beside platforms the end of the terminal's input ends nothing.
  if (demo && !stopping) await stop();
}

/** What there is to stop, as far as the start has come. */
let running: Bot | undefined;
let endOrders = () => {};
let endOperation = () => {};
let stopping = false;
/** What the settings are, from when they are looked at. */
let toCheck: Awaited<ReturnType<typeof settingsToCheck>> | undefined;

/** Stops gracefully, also in the middle of the start; asked a second time, at once. */
async function stop(): Promise<void> {
  if (stopping) process.exit(1);
  stopping = true;
  endOrders();
  endOperation();
  await running?.stop();
  process.exit(0);
}

/** A start that fails because it was told to stop has not failed. */
function failed(error: unknown): void {
  if (!stopping) die(error);
}

function die(error: unknown): never {
  const text = explained(error, operatorLanguage(process.env));
  const shown = toCheck === undefined ? text : withoutSecrets(text, toCheck, process.env);
  process.stderr.write(`${shown}\n`);
  process.exit(1);
}

/** `11-25 周三 8:12` */
function shownMoment(at: number, zone: string): string {
  const date = dateOf(at, zone);
  return `${date.slice(5)} 周${'日一二三四五六'[weekdayOf(date) % 7]} ${timeOf(at, zone)}`;
}

/** On a screen or in a service's log: what to do first, that it runs, and how it is stopped. */
async function tellBegin(admin: AdminContext, chats: readonly ChatAdapter[]): Promise<void> {
  const language = operatorLanguage(process.env);
  const code = await firstSetupCode(admin);
  const waits = code === undefined && (await waitsForConvenor(admin));
  const byHand = (admin.byHand ?? []).map(({ platform }) => platform);
  const told = beginText({ code, waits, chats, byHand });
  process.stdout.write(`${told[language]}\n`);
}

await main().catch(failed);
