import { zoneOf } from '../alliance/index.ts';
import type { Records } from '../core/collection.ts';

/** What views and decisions know of the alliance and the moment. */
export function situationOf(records: Records, now: number): { records: Records; now: number; zone: string } {
  return { records, now, zone: zoneOf(records) };
}
