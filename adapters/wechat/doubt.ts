import type { Clock } from '../../src/ports/clock.ts';

/** A gateway that gives no sign of life by itself is believed again after, ms. */
const LONGEST = 30_000;

/**
 * After a message of which nobody knows whether it left: nothing is sent until WeChat gives a sign
 * of life.
 */
export class Doubt {
  private cancel: (() => void) | undefined;
  private readonly clock: Pick<Clock, 'after'>;
  private readonly whenOver: () => void;

  constructor(clock: Pick<Clock, 'after'>, whenOver: () => void) {
    this.clock = clock;
    this.whenOver = whenOver;
  }

  get isOpen(): boolean {
    return this.cancel !== undefined;
  }

  /** @param ask asks for a sign of life. */
  open(ask: () => void): void {
    this.cancel ??= this.clock.after(LONGEST, () => this.over());
    ask();
  }

  /** There was a sign of life. */
  over(): void {
    if (this.cancel === undefined) return;
    this.end();
    this.whenOver();
  }

  end(): void {
    this.cancel?.();
    this.cancel = undefined;
  }
}
