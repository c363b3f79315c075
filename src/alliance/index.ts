import { capability } from '../core/capability.ts';
import { put, type Records, type Remember } from '../core/collection.ts';
import { fold } from '../core/line.ts';
import { addressKey } from '../core/records.ts';
import { type Alliance, alliances, counters, type Group, groups, type Unit, units } from './records.ts';

export type { Alliance, Group, Unit } from './records.ts';
export { alliances, groups, timeOfDay, unitKind, units } from './records.ts';

export const alliance = capability({
  name: 'alliance',
  collections: [alliances, units, groups, counters],
});

/** @throws Error when the partition holds no alliance; the shell opens none such. */
export function allianceOf(records: Records): Alliance {
  const found = records.get(alliances, 'alliance');
  if (found === undefined) throw new Error('this partition holds no alliance');
  return found;
}

export function groupsOf(records: Records): readonly Group[] {
  return records.all(groups);
}

/** The group that stands at an address. */
export function groupAt(records: Records, address: Group['address']): Group | undefined {
  return records.where(groups, addressKey(address))[0];
}

export function unitOf(records: Records, id: string | undefined): Unit | undefined {
  return id === undefined ? undefined : records.get(units, id);
}

/** The unit that people mean: by its name or by what it is called for short. */
export function unitCalled(records: Records, name: string): Unit | undefined {
  const key = fold(name);
  return records.all(units).find((unit) => [unit.name, ...unit.short].some((known) => fold(known) === key));
}

/** The next number of a kind, after `taken` others of the same decision; it is given out when `remember` is. */
export function nextNumber(records: Records, kind: string, taken = 0): { number: number; remember: Remember } {
  const number = (records.get(counters, kind)?.last ?? 0) + 1 + taken;
  return { number, remember: put(counters, { id: kind, last: number }) };
}
