/** Nothing is counted above this. */
const MOST = 4;

/**
 * How many characters have to be put in, left out, replaced or swapped with a neighbour; stops
 * counting above 3.
 */
function distance(left: string, right: string): number {
  const a = [...left];
  const b = [...right];
  if (Math.abs(a.length - b.length) >= MOST) return MOST;
  let before: readonly number[] = [];
  let row: readonly number[] = [...b.keys(), b.length];
  for (let i = 1; i <= a.length; i++) [before, row] = [row, nextRow(a, b, i, row, before)];
  return Math.min(row[b.length] ?? MOST, MOST);
}

/** The distances of the first `i` characters from all beginnings of `b`. */
function nextRow(
  a: readonly string[],
  b: readonly string[],
  i: number,
  above: readonly number[],
  twoAbove: readonly number[],
): readonly number[] {
  const next = [i];
  for (let j = 1; j <= b.length; j++) {
    const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    next[j] = Math.min(
      (next[j - 1] ?? MOST) + 1,
      (above[j] ?? MOST) + 1,
      (above[j - 1] ?? MOST) + (a[i - 1] === b[j - 1] ? 0 : 1),
      isSwap ? (twoAbove[j - 2] ?? MOST) + 1 : MOST,
    );
  }
  return next;
}

/** Longer words are not compared. */
const LONGEST = 40;

/**
 * The one that was probably meant: nearest of those near enough for their length; of equals one of
 * the same characters, then one that begins alike, then the first.
 */
export function nearest(typed: string, candidates: Iterable<string>): string | undefined {
  let best: { name: string; far: number; alike: number } | undefined;
  if (typed.length > LONGEST) return undefined;
  for (const name of candidates) {
    const far = distance(typed, name);
    if (far > allowedFor(name)) continue;
    const alike = likeness(typed, name);
    // Of two characters one is the half; 月报 is no 退报.
    if (name.length === 2 && alike === 0) continue;
    const isNearer = best === undefined || far < best.far;
    if (isNearer || (far === best?.far && alike > best.alike)) best = { name, far, alike };
  }
  return best?.name;
}

function allowedFor({ length }: string): number {
  if (length >= 5) return 2;
  return length >= 2 ? 1 : 0;
}

function likeness(typed: string, name: string): number {
  const sorted = (text: string) => [...text].sort().join('');
  if (sorted(typed) === sorted(name)) return 2;
  return typed[0] === name[0] ? 1 : 0;
}
