import { type Feature, feature } from '../../core/feature.ts';
import { undoCommand } from './commands.ts';
import { takenBack } from './records.ts';

/** Taking back one's own last change, as each command of the others declares it. */
export function undo(others: readonly Feature[]): Feature {
  return feature({
    name: 'undo',
    collections: [takenBack],
    commands: [undoCommand(others.flatMap((one) => one.commands))],
  });
}
