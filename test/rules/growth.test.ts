import { expect, test } from 'vitest';
import { growth } from '../support/growth.ts';

/* What other tests measure with tells apart what it is for. */

test('reading once grows with the length, reading all that is behind with its square', () => {
  const once = (size: number) => 'x'.repeat(size).replace(/x/g, 'y');
  const again = (size: number) => /x*y/.exec('x'.repeat(size));
  expect(growth(once, 1_000)).toBeLessThan(8);
  expect(growth(again, 500)).toBeGreaterThan(10);
});
