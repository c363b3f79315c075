import { zoneOf } from '../identity/alliance/index.ts';
import type { Records } from '../core/collection.ts';
import type { Situation } from '../core/command.ts';
import type { Chance } from '../ports/clock.ts';
import { type Moment, privately } from './effects.ts';

/** What views and decisions know of the alliance and the moment. */
export function situationOf(records: Records, now: number): { records: Records; now: number; zone: string } {
  return { records, now, zone: zoneOf(records) };
}

/** What a decision knows, whatever caused it. */
export function decisionOf(moment: Pick<Moment, 'records' | 'now' | 'cause' | 'chats'>, chance: Chance): Situation {
  return {
    ...situationOf(moment.records, moment.now),
    newId: chance.newId,
    chance: chance.below,
    reaches: (person) => privately(person, moment) !== undefined,
  };
}
