import type { Records } from '../../../core/collection.ts';
import type { Counted } from '../../../core/reporting.ts';
import { branches, unitOf, units } from '../../../identity/alliance/index.ts';
import type { Reckoning } from './amounts.ts';

/** The numbers of the units of a branch. */
export interface BranchNumbers {
  readonly name: string;
  readonly held: number;
  readonly attended: number;
  readonly services: number;
}

/** Branch by branch, in the order in which the alliance has them; none with nothing to tell. */
export function byBranch(reckoning: Reckoning, records: Records): readonly BranchNumbers[] {
  return records.all(branches).flatMap(({ name, kinds }) => {
    const own = new Set(
      records
        .all(units)
        .filter(({ kind }) => kinds.includes(kind))
        .map(({ id }) => id),
    );
    const numbers = { name, ...numbersOf(reckoning, (unit) => own.has(unit)) };
    return numbers.held + numbers.attended + numbers.services > 0 ? [numbers] : [];
  });
}

/** What some units have part in. */
function numbersOf(
  reckoning: Reckoning,
  isOne: (unit: string) => boolean,
): Omit<BranchNumbers, 'name'> {
  const sum = (rows: readonly Counted[]) =>
    rows.filter(({ units: of }) => of.some(isOne)).reduce((total, { amount }) => total + amount, 0);
  const services = [...reckoning.values()].filter(({ figure }) => figure.service);
  return {
    held: sum(reckoning.get('held')?.rows ?? []),
    attended: sum(reckoning.get('attended')?.rows ?? []),
    services: services.reduce((total, { rows }) => total + sum(rows), 0),
  };
}

/** The units that resolved something, in the order in which they did; nobody is the last of it. */
export function finishers(reckoning: Reckoning, records: Records): readonly string[] {
  const found = new Set((reckoning.get('resolved')?.rows ?? []).flatMap(({ units: of }) => of));
  return [...found].flatMap((id) => {
    const unit = unitOf(records, id);
    return unit === undefined ? [] : [unit.short[0] ?? unit.name];
  });
}
