import { type Feature, feature } from '../../core/feature.ts';
import type { Rehearsing } from '../rehearsal/index.ts';
import { statusCommand } from './commands.ts';

/** How the bot is doing: what it hears, what it has sent and what it will send. */
export function status(rehearsing: Rehearsing): Feature {
  return feature({ name: 'status', commands: [statusCommand(rehearsing)] });
}
