import { type Feature, feature } from '../../core/feature.ts';
import { previewCommand } from './commands.ts';
import type { Rehearsing } from './rules.ts';

export { type Rehearsed, type Rehearsing, rehearse } from './rules.ts';

/** What the fixed days will send, seen beforehand. */
export function rehearsal(parts: Rehearsing): Feature {
  return feature({ name: 'rehearsal', commands: [previewCommand(parts)] });
}
