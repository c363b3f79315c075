import { acts } from '../../core/acts.ts';
import { put, remove } from '../../core/collection.ts';
import type { DecisionContext } from '../../core/command.ts';
import { erased, erasureKeys, withheld } from '../../core/erased.ts';
import { dueRule, type Feature, feature, follow } from '../../core/feature.ts';
import { keepings, keeps, stays } from '../../core/keeping.ts';
import { lastChanges } from '../../core/last-changes.ts';
import { nothing, type Outcome, remember } from '../../core/outcome.ts';
import { questions } from '../../core/questions.ts';
import {
  broadcasts,
  cards,
  deliveries,
  handled,
  photos,
  pipelineCollections,
} from '../../core/records.ts';
import { DAY } from '../../core/time.ts';
import { unsaid } from '../../core/unsaid.ts';
import { alliances } from '../../identity/alliance/index.ts';
import { people } from '../../identity/people/index.ts';
import { letGo } from './commands/due/let-go.ts';
import { forgetCommand } from './commands/forget.ts';
import { hiddenCommand } from './commands/hidden.ts';
import { logCommand } from './commands/log.ts';
import { naming } from './commands/naming.ts';
import { privacyCommand } from './commands/privacy.ts';
import { asksForConsent } from './commands/shared/ask-for-consent.ts';
import { privacyTexts } from './texts/privacy.ts';

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
      ...asksForConsent,
    ],
    firstWord: () => privacyTexts.firstWord,
    keeps: own,
    stays: ownStays,
    commands: [
      privacyCommand,
      naming,
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

const own = [
  keeps({ collection: acts, as: 'acts', since: ({ at }) => at }),
  // What the groups were told, and the cards that nothing changes any more.
  keeps({
    collection: broadcasts,
    as: 'announcements',
    since: ({ state, at }) => (state === 'planned' || state === 'sending' ? undefined : at),
  }),
  keeps({
    collection: cards,
    as: 'activities',
    since: ({ version, sent, last }) => (version > sent ? undefined : last),
  }),
  // A question that nobody answered.
  keeps({ collection: questions, as: 'attempts', since: ({ until }) => until }),
];

const ownStays = [
  stays('alliance', keepings),
  stays('passing', handled, deliveries, lastChanges, unsaid, withheld),
  stays('named', photos),
  stays('key', erased, erasureKeys),
];

function beginning({ records, now }: DecisionContext): Outcome {
  const isThere = records.get(keepings, 'keeping') !== undefined;
  const first = { id: 'keeping', days: {}, next: now + DAY, gone: 0 } as const;
  return isThere ? nothing : remember(put(keepings, first));
}
