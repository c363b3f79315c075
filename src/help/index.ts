import { type Capability, capability } from '../core/capability.ts';
import { helpCommand } from './commands.ts';

/** Help over all commands of the others and its own. */
export function help(others: readonly Capability[]): Capability {
  return capability({ name: 'help', commands: [helpCommand(others.flatMap((one) => one.commands))] });
}
