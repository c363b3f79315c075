/**
 * The pause after so many failures in a row, ms: 1 s after the first, doubled each time, at most
 * `longest`.
 */
export function backoff(failures: number, longest = 5 * 60_000): number {
  return Math.min(longest, 1_000 * 2 ** Math.min(failures - 1, 20));
}
