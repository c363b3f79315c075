import { feature, follow } from '../../core/feature.ts';
import { nothing } from '../../core/outcome.ts';
import { occurrences } from '../calendar/index.ts';
import { askKinds } from './commands/due/ask-kinds.ts';
import { commands } from './commands/index.ts';

export { nextStep } from './views.ts';

/**
 * How an alliance begins: its first convenor, its groups, and which alliance a private chat is
 * about. With the first notice that goes to several groups the convenors are asked what these are.
 */
export const setupFeature = feature({
  name: 'setup',
  commands,
  follows: [
    follow({
      collection: occurrences,
      decide: (before, after, context) => {
        const isToldOf = (before?.notices.length ?? 0) > (after?.notices.length ?? 0);
        return isToldOf ? askKinds(context) : nothing;
      },
    }),
  ],
});
