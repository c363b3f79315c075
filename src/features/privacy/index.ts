import { acts } from '../../core/acts.ts';
import { put, remove } from '../../core/collection.ts';
import type { DecisionContext } from '../../core/command.ts';
import { withheld } from '../../core/erased.ts';
import { dueRule, type Feature, feature, follow } from '../../core/feature.ts';
import { keepings, keeps } from '../../core/keeping.ts';
import { nothing, type Outcome, remember } from '../../core/outcome.ts';
import { pipelineCollections } from '../../core/records.ts';
import { DAY } from '../../core/time.ts';
import { alliances } from '../../identity/alliance/index.ts';
import { people } from '../../identity/people/index.ts';
import { letGo } from './commands/due/let-go.ts';
import { forgetCommand } from './commands/forget.ts';
import { hiddenCommand } from './commands/hidden.ts';
import { logCommand } from './commands/log.ts';
import { privacyCommand } from './commands/privacy.ts';

export { setKeeping } from './commands/shared/set-keeping.ts';
export { keepingTexts } from './texts/keeping.ts';

/** What is kept about people, for how long, and who changed what. */
export function privacy(others: readonly Feature[]): Feature {
  const collections = others.flatMap((one) => one.collections);
  const kept = others.flatMap((one) => one.keeps ?? []);
  return feature({
    name: 'privacy',
    collections: [keepings],
    // It begins with the alliance, or with the next person where the alliance is older than this.
    follows: [
      follow({ collection: alliances, decide: (_, __, context) => beginning(context) }),
      follow({ collection: people, decide: (_, __, context) => beginning(context) }),
    ],
    keeps: own,
    commands: [
      privacyCommand,
      forgetCommand(others),
      logCommand(others.flatMap((one) => one.commands)),
      hiddenCommand([...collections, ...pipelineCollections]),
    ],
    dueRules: [
      dueRule({
        name: 'what an erasure has hidden goes',
        collection: withheld,
        at: ({ until }) => until,
        fire: ({ id }) => ({ ...remember(remove(withheld, id)), purges: true }),
      }),
      dueRule({
        name: 'what was kept for its time goes',
        collection: keepings,
        at: ({ next }) => next,
        fire: (keeping, context) => letGo(keeping, [...kept, ...own], context),
      }),
    ],
  });
}

const own = [keeps({ collection: acts, as: 'acts', since: ({ at }) => at })];

function beginning({ records, now }: DecisionContext): Outcome {
  const isThere = records.get(keepings, 'keeping') !== undefined;
  const first = { id: 'keeping', days: {}, next: now + DAY, gone: 0 } as const;
  return isThere ? nothing : remember(put(keepings, first));
}
