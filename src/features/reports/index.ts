import { type Feature, feature } from '../../core/feature.ts';
import { commandsOver } from './commands/index.ts';
import { reportParts } from './rules/amounts.ts';

/**
 * What was done in a month, a quarter or a year, in numbers with a meaning: put together from what
 * each of these features declares as its `report`.
 */
export function reportsFeature(of: readonly Feature[]): Feature {
  return feature({ name: 'reports', commands: commandsOver(reportParts(of)) });
}
