import { isDeepStrictEqual } from 'node:util';

/** Whether two values are the same in all that they hold. */
export function isSame(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(one, other);
}
