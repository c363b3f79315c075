import { z } from 'zod';
import { UserError } from '../core/user-error.ts';
import { readAllianceFile } from '../features/import/index.ts';
import { lookAtClock } from './clock.ts';
import { newCode } from './code.ts';
import type { AdminContext } from './context.ts';
import { importAlliance } from './import.ts';
import { relay, relayOrder } from './relay/index.ts';

export { firstSetupCode } from './code.ts';
export type { AdminContext as Office } from './context.ts';
export { type Question, type Relayed, type RelayOrder, relayed } from './relay/index.ts';

/**
 * What may be ordered: to import a file, to make a new code, to look at the clock or say that it is
 * right, to carry a platform by hand.
 */
const order = z.discriminatedUnion('do', [
  z.object({ do: z.literal('import'), file: z.unknown() }),
  z.object({
    do: z.literal('code'),
    alliance: z.string().optional(),
    person: z.string().optional(),
  }),
  z.object({ do: z.literal('clock'), right: z.boolean() }),
  relayOrder,
]);
export type AdminCommand = z.infer<typeof order>;

/**
 * Carries out what the machine's own user orders, as one decision where it changes anything.
 * @returns what to tell them.
 * @throws UserError when it cannot be done; nothing is changed then.
 */
export async function executeAdmin(office: AdminContext, given: unknown): Promise<string> {
  const read = order.safeParse(given);
  if (!read.success)
    throw new UserError('this is no order that the bot knows; are both of the same version?');
  const what = read.data;
  switch (what.do) {
    case 'code':
      return newCode(office, what.alliance, what.person);
    case 'clock':
      return lookAtClock(office, what.right);
    case 'import':
      return importAlliance(office, readAllianceFile(what.file));
    case 'relay':
      return JSON.stringify(await relay(office, what));
  }
}
