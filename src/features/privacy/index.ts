import { type Feature, feature } from '../../core/feature.ts';
import { logCommand } from './commands/log.ts';

/** What is kept about people, for how long, and who changed what. */
export function privacy(others: readonly Feature[]): Feature {
  return feature({
    name: 'privacy',
    commands: [logCommand(others.flatMap((one) => one.commands))],
  });
}
