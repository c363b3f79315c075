import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { giveOrder } from '../../adapters/control/index.ts';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { type AdminCommand, executeAdmin } from '../../src/admin/index.ts';
import { storeFolder } from '../../src/config.ts';
import { UserError } from '../../src/core/user-error.ts';
import { StoreDamaged, StoreLocked } from '../../src/ports/store.ts';
import { adminContextIn } from './context.ts';

/**
 * Has a command executed by the running bot, or right here when none runs, and prints what came
 * of it.
 */
export async function runAdmin(given: () => AdminCommand): Promise<void> {
  await explaining(async () => {
    const folder = dataFolder();
    const what = given();
    process.stdout.write(`${(await giveOrder(folder, what)) ?? (await here(folder, what))}\n`);
  });
}

/** The folder of the store, as `.env` and the environment say. */
export function dataFolder(): string {
  if (existsSync('.env')) loadEnvFile('.env');
  return storeFolder(process.env);
}

/** Runs a tool; what its user can mend is said in words, and it exits with 1. */
export async function explaining(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    const ours = [UserError, StoreLocked, StoreDamaged].some((kind) => error instanceof kind);
    const text =
      error instanceof Error
        ? ours
          ? error.message
          : (error.stack ?? error.message)
        : String(error);
    process.stderr.write(`${text}\n`);
    process.exitCode = 1;
  }
}

async function here(folder: string, what: AdminCommand): Promise<string> {
  const context = await adminContextIn(folder, silentLog);
  try {
    await context.app.open();
    return await executeAdmin(context, what);
  } finally {
    await context.app.stop();
  }
}
