import type { DecisionContext } from './command.ts';

/** What a view needs: the records of an alliance, the time, and the zone to write it in. */
export type ViewContext = Pick<DecisionContext, 'records' | 'now' | 'zone'>;
