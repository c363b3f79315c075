import { giveOrder } from '../../adapters/control/index.ts';
import { silentLog } from '../../adapters/log-pino/index.ts';
import {
  type AdminAnswer,
  type AdminCommand,
  adminAnswer,
  executeAdmin,
} from '../../src/admin/index.ts';
import { storeFolder } from '../../src/config.ts';
import type { Text } from '../../src/core/text.ts';
import { adminContextIn } from './context.ts';

/**
 * Has a command executed by the running bot, or right here when none runs. @returns what came of
 * it.
 */
export async function runAdmin(command: AdminCommand): Promise<AdminAnswer> {
  const folder = dataFolder();
  return (await askRunning(folder, command)) ?? here(folder, command);
}

/** The same for a command that is answered in words. */
export async function sayAdmin(command: AdminCommand, say: (text: Text) => void): Promise<void> {
  const answer = await runAdmin(command);
  if ('said' in answer) say(answer.said);
}

/** What the bot that runs on a folder answers; undefined when none runs. @throws UserError */
export async function askRunning(
  folder: string,
  command: AdminCommand,
): Promise<AdminAnswer | undefined> {
  const answer = await giveOrder(folder, command);
  return answer === undefined ? undefined : adminAnswer.parse(answer);
}

/** The folder of the store, as the environment says. */
export function dataFolder(): string {
  return storeFolder(process.env);
}

async function here(folder: string, what: AdminCommand): Promise<AdminAnswer> {
  const context = await adminContextIn(folder, silentLog);
  try {
    await context.app.open();
    return await executeAdmin(context, what);
  } finally {
    await context.app.stop();
  }
}
