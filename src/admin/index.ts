import { z } from 'zod';
import { UserError } from '../core/user-error.ts';
import { readAllianceFile } from '../features/import/index.ts';
import { lookAtClock } from './clock.ts';
import { newCode } from './code.ts';
import type { AdminContext } from './context.ts';
import { importAlliance } from './import.ts';
import { relay, relayCommand } from './relay/index.ts';

export { firstSetupCode } from './code.ts';
export type { AdminContext } from './context.ts';
export {
  type RelayAnswer,
  type RelayCommand,
  type RelayQuestion,
  relayAnswer,
} from './relay/index.ts';

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
  z.object({ do: z.literal('clock'), right: z.boolean() }),
  relayCommand,
]);
export type AdminCommand = z.infer<typeof adminCommand>;

/**
 * Executes a command of the machine's own user, as one decision where it changes anything.
 * @returns what to tell them.
 * @throws UserError when it cannot be done; nothing is changed then.
 */
export async function executeAdmin(context: AdminContext, given: unknown): Promise<string> {
  const read = adminCommand.safeParse(given);
  if (!read.success)
    throw new UserError('this is no command that the bot knows; are both of the same version?');
  const command = read.data;
  switch (command.do) {
    case 'code':
      return newCode(context, command.alliance, command.person);
    case 'clock':
      return lookAtClock(context, command.right);
    case 'import':
      return importAlliance(context, readAllianceFile(command.file));
    case 'relay':
      return JSON.stringify(await relay(context, command));
  }
}
