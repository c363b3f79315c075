import { feature, follow } from '../../core/feature.ts';
import { nothing } from '../../core/outcome.ts';
import { occurrences, rules } from '../calendar/index.ts';
import { askKinds } from './commands/due/ask-kinds.ts';
import { commands } from './commands/index.ts';

export { nextStep } from './views.ts';

/**
 * How an alliance begins: its first convenor, its groups, and which alliance a private chat is
 * about. With the first notice whose groups hang on what they are the convenors are asked that.
 */
export const setupFeature = feature({
  name: 'setup',
  commands,
  follows: [
    follow({
      collection: occurrences,
      decide: (before, after, context) => {
        const isToldOf = (before?.notices.length ?? 0) > (after?.notices.length ?? 0);
        const rule = context.records.get(rules, after?.rule ?? '');
        const hangsOnKinds = rule?.kind === 'study' && rule.audience === undefined;
        return isToldOf && hangsOnKinds ? askKinds(context) : nothing;
      },
    }),
  ],
});
