import { put, type Records, type Remember } from '../../../core/collection.ts';
import { fold } from '../../../core/line.ts';
import { addressKey } from '../../../core/records.ts';
import {
  type Alliance,
  alliances,
  counters,
  type Group,
  groups,
  type Unit,
  units,
} from '../records.ts';

const USUAL_ZONE = 'Asia/Shanghai';

/** What a group can bear. */
const USUAL_ANNOUNCEMENTS = 3;

/** One character is nobody's name, in characters. */
const SHORTEST_BEGINNING = 2;

/** @throws Error when the partition holds no alliance; the runtime opens none such. */
export function allianceOf(records: Records): Alliance {
  const found = records.get(alliances, 'alliance');
  if (found === undefined) throw new Error('this partition holds no alliance');
  return found;
}

/** IANA zone of the alliance; the usual one while there is none yet. */
export function zoneOf(records: Records): string {
  return records.get(alliances, 'alliance')?.zone ?? USUAL_ZONE;
}

/** How many announcements a group gets in a day. */
export function announcementsADay({
  announcementsADay: most = USUAL_ANNOUNCEMENTS,
}: Alliance): number {
  return most;
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

/** The unit of this very name, or that is called so for short. */
export function unitNamed(records: Records, name: string): Unit | undefined {
  return records.slice(units, 'byName', fold(name), 0, 1)[0];
}

/**
 * The unit that people mean: by its name, by what it is called for short, or by a beginning that no
 * other unit has.
 */
export function unitCalled(records: Records, name: string): Unit | undefined {
  const named = unitNamed(records, name);
  const key = fold(name);
  if (named !== undefined || [...key].length < SHORTEST_BEGINNING) return named;
  const names = records.keys(units, 'byName').filter((known) => known.startsWith(key));
  const begun = new Set(names.flatMap((known) => records.slice(units, 'byName', known)));
  const [only, ...others] = begun;
  return others.length === 0 ? only : undefined;
}

/** The next number of a kind; it is given out when `remember` is. */
export function nextNumber(records: Records, kind: string): { number: number; remember: Remember } {
  const number = (records.get(counters, kind)?.last ?? 0) + 1;
  return { number, remember: put(counters, { id: kind, last: number }) };
}
