import type { Records } from '../core/collection.ts';
import type { DecisionContext } from '../core/command.ts';
import type { ViewContext } from '../core/view-context.ts';
import { zoneOf } from '../identity/alliance/index.ts';
import type { Random } from '../ports/clock.ts';
import type { EffectContext } from './effects.ts';
import { privateAddressNow } from './private-address.ts';

/** What views and decisions know of the alliance and the moment. */
export function viewContextOf(records: Records, now: number): ViewContext {
  return { records, now, zone: zoneOf(records) };
}

/** What a decision knows, whatever caused it. */
export function decisionContextOf(
  moment: Pick<EffectContext, 'records' | 'now' | 'cause' | 'chats'>,
  random: Random,
): DecisionContext {
  return {
    ...viewContextOf(moment.records, moment.now),
    newId: random.newId,
    randomBelow: random.below,
    reaches: (person) => privateAddressNow(person, moment) !== undefined,
  };
}
