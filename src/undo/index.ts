import { type Capability, capability } from '../core/capability.ts';
import { undoCommand } from './commands.ts';

/** Taking back one's own last change, as each command of the others declares it. */
export function undo(others: readonly Capability[]): Capability {
  return capability({ name: 'undo', commands: [undoCommand(others.flatMap((one) => one.commands))] });
}
