import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { systemChance, systemClock } from '../../adapters/clock-system/index.ts';
import { giveOrder } from '../../adapters/control/index.ts';
import { filesFolder } from '../../adapters/files-folder/index.ts';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { jsonStore } from '../../adapters/store-json/index.ts';
import { App } from '../../src/app.ts';
import { capabilities } from '../../src/capabilities.ts';
import { storeFolder } from '../../src/config.ts';
import { Mistake } from '../../src/core/mistake.ts';
import { carryOut, type Order } from '../../src/orders.ts';
import { StoreDamaged, StoreLocked } from '../../src/ports/store.ts';

/** Has an order carried out by the running bot, or right here when none runs, and prints what came of it. */
export async function order(given: () => Order): Promise<void> {
  try {
    if (existsSync('.env')) loadEnvFile('.env');
    const folder = storeFolder(process.env);
    const what = given();
    process.stdout.write(`${(await giveOrder(folder, what)) ?? (await here(folder, what))}\n`);
  } catch (error) {
    const ours = [Mistake, StoreLocked, StoreDamaged].some((kind) => error instanceof kind);
    const text = error instanceof Error ? (ours ? error.message : (error.stack ?? error.message)) : String(error);
    process.stderr.write(`${text}\n`);
    process.exitCode = 1;
  }
}

async function here(folder: string, what: Order): Promise<string> {
  const log = silentLog;
  const store = await jsonStore({ folder, log });
  const files = await filesFolder(folder);
  const clock = systemClock();
  const fatal = (error: unknown) => {
    throw error;
  };
  const app = new App({ capabilities, chats: [], store, files, clock, chance: systemChance, log, onFatal: fatal });
  try {
    await app.open();
    return await carryOut({ app, clock, chance: systemChance }, what);
  } finally {
    await app.stop();
  }
}
