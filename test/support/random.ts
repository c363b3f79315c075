import { randomInt } from 'node:crypto';
import { onTestFailed } from 'vitest';

/**
 * Chance for one test, 0 up to 1. A test that fails prints its seed; `SEED=… npx vitest run FILE`
 * draws the same numbers again.
 */
export function seededRandom(): () => number {
  const seed = Number(process.env['SEED'] ?? randomInt(2 ** 32));
  onTestFailed(() => {
    process.stderr.write(`SEED=${seed} draws the same numbers again\n`);
  });
  return numbersFrom(seed);
}

/** The same numbers for the same seed: `mulberry32`, which is even enough for tests. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
