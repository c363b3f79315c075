import type { Records } from '../../../core/collection.ts';
import type { Speaker } from '../../../core/command.ts';
import { units } from '../../alliance/index.ts';
import { type Person, people } from '../records.ts';

/**
 * Somebody whom a person can turn to: a liaison of their unit, else of the community, else any
 * liaison, else the convenor; nobody for whom there is only themselves.
 */
export function helperFor(
  speaker: Pick<Speaker, 'id' | 'unit'>,
  records: Records,
): Person | undefined {
  const others = records.all(people).filter(({ id }) => id !== speaker.id);
  const liaisons = others.filter(({ role }) => role === 'liaison');
  const isCommunity = ({ unit }: Person) =>
    unit !== undefined && records.get(units, unit)?.kind === 'community';
  return (
    liaisons.find(({ unit }) => unit !== undefined && unit === speaker.unit) ??
    liaisons.find(isCommunity) ??
    liaisons[0] ??
    others.find(({ role }) => role === 'convenor')
  );
}
