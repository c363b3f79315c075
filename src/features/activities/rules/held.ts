import { between, type Records } from '../../../core/collection.ts';
import type { Period } from '../../../core/reporting.ts';
import { people } from '../../../identity/people/index.ts';
import {
  type Activity,
  type Attendance,
  activities,
  headcounts,
  minutes,
} from '../records/index.ts';
import { countThere, entriesOf, THERE } from './attendance-table.ts';
import { isOver } from './states.ts';

/**
 * The activities that were held in a period, by their beginning: those that are over and on which
 * somebody checked in, or of which there is a record.
 */
export function heldIn(period: Period, records: Records): readonly Activity[] {
  return between(period, records, activities, 'over', 'over').filter((one) =>
    cameAbout(one, records),
  );
}

/** Somebody was there, or there is a record of it. */
function cameAbout({ id }: Activity, records: Records): boolean {
  return (
    countThere(id, records) > 0 ||
    records.where(headcounts, id).some(({ count }) => count > 0) ||
    records.get(minutes, id) !== undefined
  );
}

/** Whether an activity is over and counts as held 场次. */
export function wasHeld(activity: Activity, records: Records): boolean {
  return isOver(activity) && cameAbout(activity, records);
}

/** Some of those who were at an activity: of a unit, of none, or residents. */
export interface Present {
  readonly unit: string | undefined;
  readonly who: 'member' | 'resident';
  readonly heads: number;
}

/** Everybody by name who was at an activity. */
export function thereAt(activity: Activity, records: Records): readonly Attendance[] {
  return THERE.flatMap((state) => entriesOf(activity, state, records));
}

/**
 * How many were at an activity, unit by unit. Whoever came with somebody counts as that person
 * does; a unit's head-count means all of the unit.
 */
export function presentAt(activity: Activity, records: Records): readonly Present[] {
  const heads = new Map<string, number>();
  let unattached = 0;
  let residents = 0;
  for (const entry of thereAt(activity, records)) {
    const person = records.get(people, entry.person);
    if (person?.unit !== undefined)
      heads.set(person.unit, (heads.get(person.unit) ?? 0) + entry.heads);
    else if (person === undefined || person.role === 'guest') residents += entry.heads;
    else unattached += entry.heads;
  }
  for (const { unit, count } of records.where(headcounts, activity.id))
    heads.set(unit, Math.max(heads.get(unit) ?? 0, count));
  const ofUnits = [...heads].map(([unit, count]): Present => {
    return { unit, who: 'member', heads: count };
  });
  const others: readonly Present[] = [
    { unit: undefined, who: 'member', heads: unattached },
    { unit: undefined, who: 'resident', heads: residents },
  ];
  return [...ofUnits, ...others].filter((one) => one.heads > 0);
}
