import type { DecisionContext } from '../core/command.ts';
import type { Feature, Follow } from '../core/feature.ts';
import { type Outcome, together } from '../core/outcome.ts';
import { OverlayRecords } from '../core/overlay-records.ts';

/** Collection → what follows from a change in it. */
export type Follows = ReadonlyMap<string, readonly Follow[]>;

/** What follows may have consequences in turn, but no feature answers another for ever. */
const MOST_TURNS = 4;

export function followsOf(features: readonly Feature[]): Follows {
  return Map.groupBy(
    features.flatMap((one) => one.follows),
    ({ collection }) => collection.name,
  );
}

/**
 * A decision with what other features make of it. Taking the decision back changes the records
 * again, and they follow again; so what follows is no part of the change that its author may undo.
 * @throws Error where what follows does not come to an end.
 */
export function withFollowing(
  outcome: Outcome,
  context: DecisionContext,
  follows: Follows,
): Outcome {
  if (!outcome.remember.some(({ collection }) => follows.has(collection.name))) return outcome;
  const records = new OverlayRecords(context.records);
  let whole = outcome;
  let latest = outcome;
  for (let turn = 0; latest.remember.length > 0; turn++) {
    if (turn === MOST_TURNS) throw new Error('what follows from a decision has no end');
    latest = following(latest, { ...context, records }, records, follows);
    const { remember, effects, acts = [] } = latest;
    whole = { ...whole, ...together(whole, { remember, effects, acts }) };
  }
  return whole;
}

function following(
  { remember }: Outcome,
  context: DecisionContext,
  records: OverlayRecords,
  follows: Follows,
): Outcome {
  const touched = new Map(remember.map((one) => [`${one.collection.name}/${one.id}`, one]));
  const moved = [...touched.values()].flatMap(({ collection, id }) => {
    const rules = follows.get(collection.name) ?? [];
    return rules.map((rule) => ({ rule, id, before: records.get(collection, id) }));
  });
  records.apply(remember);
  return together(
    ...moved.map(({ rule, id, before }) =>
      rule.decide(before, records.get(rule.collection, id), context),
    ),
  );
}
