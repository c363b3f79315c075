import type { Clock } from '../ports/clock.ts';

/**
 * What some work comes to, or `late` (which may throw) when it has not ended after `ms`; it is not
 * ended by that.
 */
export async function inTime<T>(
  work: Promise<T>,
  ms: number,
  clock: Clock,
  late: () => T,
): Promise<T> {
  let cancel = () => {};
  const over = new Promise<void>((resolve) => {
    cancel = clock.after(ms, resolve);
  });
  try {
    return await Promise.race([work, over.then(late)]);
  } finally {
    cancel();
  }
}
