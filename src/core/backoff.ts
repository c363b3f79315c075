import { MINUTE } from './time.ts';

/**
 * The pause before the next try after so many failed ones, ms: `first` after one, doubled with each
 * more, at most `longest`.
 */
export function backoff(tries: number, { first = 1_000, longest = 5 * MINUTE } = {}): number {
  return Math.min(longest, first * 2 ** Math.max(0, tries - 1));
}
