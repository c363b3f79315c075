import { remove } from '../../core/collection.ts';
import { withheld } from '../../core/erased.ts';
import { dueRule, type Feature, feature } from '../../core/feature.ts';
import { remember } from '../../core/outcome.ts';
import { pipelineCollections } from '../../core/records.ts';
import { forgetCommand } from './commands/forget.ts';
import { hiddenCommand } from './commands/hidden.ts';
import { logCommand } from './commands/log.ts';
import { privacyCommand } from './commands/privacy.ts';

/** What is kept about people, for how long, and who changed what. */
export function privacy(others: readonly Feature[]): Feature {
  const collections = others.flatMap((one) => one.collections);
  return feature({
    name: 'privacy',
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
    ],
  });
}
