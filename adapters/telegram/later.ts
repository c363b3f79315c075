import type { Clock } from '../../src/ports/clock.ts';
import type { Log } from '../../src/ports/log.ts';

/** What something that is done later needs. */
export interface Timing {
  readonly clock: Clock;
  readonly log: Log;
  /** Told when nothing is to be done any more. */
  readonly signal: AbortSignal;
}

/** After so many ms, unless told to stop before. */
export function later({ clock, signal }: Timing, ms: number, call: () => void): void {
  if (signal.aborted) return;
  const cancel = clock.after(ms, () => {
    signal.removeEventListener('abort', cancel);
    call();
  });
  signal.addEventListener('abort', cancel, { once: true });
}
