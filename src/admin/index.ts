import { z } from 'zod';
import { UserError } from '../core/user-error.ts';
import { readAllianceFile } from '../features/import/index.ts';
import type { AdminAnswer } from './answer.ts';
import { lookAtClock } from './clock.ts';
import { newCode, newFirstCode } from './code.ts';
import type { AdminContext } from './context.ts';
import { importAlliance } from './import.ts';
import { relay, relayCommand } from './relay/index.ts';

export { type AdminAnswer, adminAnswer } from './answer.ts';
export { firstSetupCode, waitsForConvenor } from './code.ts';
export type { AdminContext } from './context.ts';
export type {
  RelayAnswer,
  RelayCommand,
  RelayQuestion,
} from './relay/index.ts';
export { beginText, explained } from './texts.ts';

/**
 * The commands of the machine's own user: import a file, make a code, look at the clock or say that
 * it is right, carry a platform by hand.
 */
const adminCommand = z.discriminatedUnion('do', [
  z.object({ do: z.literal('import'), file: z.unknown() }),
  z.object({
    do: z.literal('code'),
    alliance: z.string().optional(),
    person: z.string().optional(),
  }),
  z.object({ do: z.literal('first code') }),
  z.object({ do: z.literal('clock'), right: z.boolean() }),
  relayCommand,
]);
export type AdminCommand = z.infer<typeof adminCommand>;

/**
 * Executes a command of the machine's own user, as one decision where it changes anything.
 * @returns what to tell them.
 * @throws UserError when it cannot be done; nothing is changed then.
 */
export async function executeAdmin(context: AdminContext, given: unknown): Promise<AdminAnswer> {
  const read = adminCommand.safeParse(given);
  if (!read.success)
    throw new UserError({
      zh: '机器人不认识这个指令。工具和正在运行的机器人是同一个版本吗？',
      en: 'this is no command that the bot knows; are both of the same version?',
    });
  const command = read.data;
  switch (command.do) {
    case 'code':
      return { said: await newCode(context, command.alliance, command.person) };
    case 'first code':
      return firstCodeAnswer(await newFirstCode(context));
    case 'clock':
      return { said: await lookAtClock(context, command.right) };
    case 'import':
      return { said: await importAlliance(context, readAllianceFile(command.file)) };
    case 'relay':
      return { relay: await relay(context, command) };
  }
}

function firstCodeAnswer(code: string | undefined): AdminAnswer {
  return code === undefined ? {} : { code };
}
