import { type DueRule, type Feature, feature } from '../../core/feature.ts';
import { statusCommand } from './commands.ts';

/** How the bot is doing: what it hears, what it has sent and what it will send. */
export function status(noticeRules: readonly DueRule[]): Feature {
  return feature({ name: 'status', commands: [statusCommand(noticeRules)] });
}
