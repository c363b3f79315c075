import { expect, test } from 'vitest';
import { backoff } from '../../adapters/backoff.ts';

test.each([
  [1, 1_000],
  [2, 2_000],
  [3, 4_000],
  [6, 32_000],
  [7, 60_000],
  [8, 60_000],
  [1_000, 60_000],
  [1_000_000, 60_000],
])('after %i failures in a row one waits %i ms', (failures, ms) => {
  expect(backoff(failures)).toBe(ms);
});
