/** The least of so many measurements counts: whatever else the machine does only adds to some. */
const ROUNDS = 8;
/** What is measured takes at least so long, ms: enough for the clock, too short to be interrupted each time. */
const ENOUGH = 0.5;

/**
 * How many times as long something takes for `4 × size` as for `size`: 4 where it reads each
 * character once, 16 where at each it reads all that is behind it.
 */
export function growth(work: (size: number) => unknown, size: number): number {
  let times = 1;
  while (cost(work, size, times) < ENOUGH) times *= 2;
  let [one, four] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < ROUNDS; round++) {
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
