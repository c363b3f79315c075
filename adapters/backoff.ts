/** The pause after so many failures in a row, ms: 1 s, doubled each time, at most a minute. */
export function backoff(failures: number): number {
  return Math.min(60_000, 1_000 * 2 ** Math.min(failures - 1, 6));
}
