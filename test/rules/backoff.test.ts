import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backoff } from '../../src/core/backoff.ts';

test.each([
  [1, 1_000],
  [2, 2_000],
  [9, 256_000],
  [10, 300_000],
  [0, 1_000],
])('after %d failures the pause is %d ms', (tries, pause) => expect(backoff(tries)).toBe(pause));

test('the first and the longest pause may be others', () => {
  expect([1, 2, 3, 4].map((tries) => backoff(tries, { first: 300, longest: 1_000 }))).toEqual([
    300, 600, 1_000, 1_000,
  ]);
});

test('however often something failed, the pause has its limit', () => {
  fc.assert(
    fc.property(fc.nat(), (tries) => {
      expect(backoff(tries, { longest: 60_000 })).toBeGreaterThanOrEqual(1_000);
      expect(backoff(tries, { longest: 60_000 })).toBeLessThanOrEqual(60_000);
    }),
  );
});
