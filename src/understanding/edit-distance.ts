/**
 * How many characters have to be put in, left out, replaced or swapped with a neighbour; stops
 * counting above 3.
 */
function distance(left: string, right: string): number {
  const a = [...left];
  const b = [...right];
  if (Math.abs(a.length - b.length) > 3) return 4;
  let before: number[] = [];
  let row = b.map((_, index) => index).concat(b.length);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next[j] = Math.min(
        (next[j - 1] ?? 4) + 1,
        (row[j] ?? 4) + 1,
        (row[j - 1] ?? 4) + (same ? 0 : 1),
        swapped ? (before[j - 2] ?? 4) + 1 : 4,
      );
    }
    before = row;
    row = next;
  }
  return Math.min(row[b.length] ?? 4, 4);
}

/** One character of equally many is wrong, or two neighbours are swapped. */
export function oneAway(typed: string, meant: string): boolean {
  return typed.length === meant.length && distance(typed, meant) === 1;
}

/**
 * The one that was probably meant: nearest of those near enough for their length; of equals one of
 * the same characters, then one that begins alike, then the first.
 */
export function nearest(typed: string, candidates: Iterable<string>): string | undefined {
  let best: { name: string; far: number; alike: number } | undefined;
  if (typed.length > 40) return undefined;
  for (const name of candidates) {
    const allowed = name.length >= 5 ? 2 : name.length >= 2 ? 1 : 0;
    const far = distance(typed, name);
    if (far > allowed) continue;
    const alike = likeness(typed, name);
    // Of two characters one is the half; 月报 is no 退报.
    if (name.length === 2 && alike === 0) continue;
    const better = best === undefined || far < best.far || (far === best.far && alike > best.alike);
    if (better) best = { name, far, alike };
  }
  return best?.name;
}

function likeness(typed: string, name: string): number {
  const sorted = (text: string) => [...text].sort().join('');
  if (sorted(typed) === sorted(name)) return 2;
  return typed[0] === name[0] ? 1 : 0;
}
