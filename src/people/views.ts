import { groupsOf, units } from '../alliance/index.ts';
import type { Records } from '../core/collection.ts';
import type { Text } from '../core/text.ts';
import { people } from './records.ts';
import { texts } from './texts.ts';

/**
 * What an alliance that is being set up needs next; nothing when it has all it needs to begin. `done` is what the same
 * decision does about it.
 */
export function nextStep(records: Records, done: { readonly group?: true } = {}): Text | undefined {
  if (groupsOf(records).length === 0 && done.group !== true) return texts.nextGroup;
  const all = records.all(units);
  if (all.length === 0) return texts.nextUnits;
  const served = new Set(records.all(people).flatMap((one) => (one.role === 'liaison' && one.unit ? [one.unit] : [])));
  const without = all.filter((unit) => !served.has(unit.id));
  const [first] = without;
  return first === undefined ? undefined : texts.nextLiaison(first.short[0] ?? first.name, without.length);
}
