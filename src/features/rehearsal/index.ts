import { type DueRule, type Feature, feature } from '../../core/feature.ts';
import { previewCommand } from './commands.ts';

export { type Rehearsed, rehearse } from './rules.ts';

/** What the fixed days will send, seen beforehand. */
export function rehearsal(noticeRules: readonly DueRule[]): Feature {
  return feature({ name: 'rehearsal', commands: [previewCommand(noticeRules)] });
}
