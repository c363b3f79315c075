import type { Records } from '../../../core/collection.ts';
import { type Area, areasIn } from '../../../identity/alliance/index.ts';
import type { Reckoning } from './amounts.ts';

/** The numbers of what lies in an area, whoever did it. */
export interface AreaNumbers {
  readonly area: Area;
  readonly held: number;
  readonly asked: number;
  readonly resolved: number;
}

/**
 * Area by area, in the order in which the units were registered; none with nothing to tell. What
 * names places of two areas is counted in both.
 */
export function byArea(reckoning: Reckoning, records: Records): readonly AreaNumbers[] {
  const areas = areasIn(records);
  const sums = new Map<Area, { held: number; asked: number; resolved: number }>();
  for (const figure of ['held', 'asked', 'resolved'] as const)
    for (const { amount, where = '' } of reckoning.get(figure)?.rows ?? [])
      for (const area of areas.namedIn(where)) {
        const sum = sums.get(area) ?? { held: 0, asked: 0, resolved: 0 };
        sum[figure] += amount;
        sums.set(area, sum);
      }
  return areas.all.flatMap((area) => {
    const sum = sums.get(area);
    return sum === undefined ? [] : [{ area, ...sum }];
  });
}
