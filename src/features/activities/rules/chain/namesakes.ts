import { fold } from '../../../../core/line.ts';
import { nameKey } from '../../../../core/names.ts';
import type { Listed } from './entry.ts';
import type { Chain } from './read-chains.ts';

/**
 * The same name twice is one person, with the larger party, unless they are said to be from
 * different places.
 */
export function once(people: readonly Listed[]): Pick<Chain, 'people' | 'twice'> {
  const found: Listed[] = [];
  const byName = new Map<string, number[]>();
  const twice = new Set<string>();
  for (const one of people) {
    const key = nameKey(one.name);
    const namesakes = byName.get(key) ?? [];
    const at = namesakes.find((index) => isSamePlace(found[index]?.from, one.from));
    const before = at === undefined ? undefined : found[at];
    if (at === undefined || before === undefined) {
      byName.set(key, [...namesakes, found.push(one) - 1]);
      continue;
    }
    const { from = one.from } = before;
    if ((before.from === undefined || one.from === undefined) && before.slot === one.slot)
      twice.add(before.name);
    found[at] = {
      ...before,
      party: Math.max(before.party, one.party),
      ...(from === undefined ? {} : { from }),
    };
  }
  const isAlone = ({ name }: Listed) => byName.get(nameKey(name))?.length === 1;
  const shown = found.map((one) => {
    const { from: _, ...alone } = one;
    return isAlone(one) ? alone : one;
  });
  return { people: shown, twice: [...twice] };
}

/** `恒威` and `恒威集团` are one; where nothing is said they may be. */
export function isSamePlace(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return true;
  const [a, b] = [fold(one), fold(other)];
  return a.includes(b) || b.includes(a);
}
