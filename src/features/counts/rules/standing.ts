import { between, type Records } from '../../../core/collection.ts';
import { nameKey } from '../../../core/names.ts';
import type { Period } from '../../../core/reporting.ts';
import { type Count, counts } from '../records.ts';

/** What was added in a period, in the order of the days. */
export function addedIn(period: Period, records: Records): readonly Count[] {
  return between(period, records, counts, 'byKind', 'added');
}

/** The last word before a moment on each thing of which it is said how it stands. */
export function levelsAt(moment: number, records: Records): readonly Count[] {
  return records.keys(counts, 'levels').flatMap((name) => {
    const before = records.countBefore(counts, 'levels', name, moment);
    return before === 0 ? [] : records.slice(counts, 'levels', name, before - 1, before);
  });
}

/** Whether it is the last word on how something stands. */
export function isStanding(count: Count, records: Records): boolean {
  if (count.kind !== 'level' || count.struck !== undefined) return false;
  const [last] = records.slice(counts, 'levels', nameKey(count.name), -1);
  return last?.id === count.id;
}

/** The count of a name that is meant: the last one, or the last of a day, ms. */
export function countMeant(
  name: string,
  day: number | undefined,
  isOnDay: (moment: number) => boolean,
  records: Records,
): Count | undefined {
  const all = records.where(counts, nameKey(name)).filter(({ struck }) => struck === undefined);
  return day === undefined ? all.at(-1) : all.findLast((count) => isOnDay(count.day));
}

/** What a name adds up to in a period, in its measure. */
export function sumIn(period: Period, count: Count, records: Records): number {
  const key = `${nameKey(count.name)} added`;
  return between(period, records, counts, 'byName', key)
    .filter(({ measure }) => measure === count.measure)
    .reduce((total, { amount }) => total + amount, 0);
}

/** The name as it was written first, so that 建档 stays one thing however it is typed. */
export function knownName(name: string, records: Records): string {
  return records.where(counts, nameKey(name))[0]?.name ?? name;
}
