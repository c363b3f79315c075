/** What a busy machine adds is different each time, so the least of so many counts, */
const ROUNDS = 8;
/** and of so many where it seems to have grown by more than it does when each is read once. */
const MOST_ROUNDS = 100;
const ONCE = 5;
/** What is measured takes at least so long, ms: enough to be measured, and seldom interrupted. */
const ENOUGH = 0.5;

/**
 * How many times as long something takes for `4 × size` as for `size`: 4 where it reads each
 * character once, 16 where at each it reads all that is behind it.
 */
export function growth(work: (size: number) => unknown, size: number): number {
  let times = 1;
  while (cost(work, size, times) < ENOUGH) times *= 2;
  let one = Number.POSITIVE_INFINITY;
  let four = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS || (round < MOST_ROUNDS && four / one > ONCE); round++) {
    one = Math.min(one, cost(work, size, times));
    four = Math.min(four, cost(work, 4 * size, times));
  }
  return four / one;
}

function cost(work: (size: number) => unknown, size: number, times: number): number {
  const begun = performance.now();
  for (let time = 0; time < times; time++) work(size);
  return performance.now() - begun;
}
