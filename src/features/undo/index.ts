import { type Feature, feature } from '../../core/feature.ts';
import { keeps } from '../../core/keeping.ts';
import { undoCommand } from './commands.ts';
import { takenBack } from './records.ts';

/** Taking back one's own last change, as each command of the others declares it. */
export function undo(others: readonly Feature[]): Feature {
  return feature({
    name: 'undo',
    collections: [takenBack],
    keeps: [keeps({ collection: takenBack, as: 'acts', since: ({ undone }) => undone.at })],
    commands: [undoCommand(others.flatMap((one) => one.commands))],
  });
}
