/** How often it is counted, ms. */
const BEAT = 1_000;

/**
 * How long an answer has stayed away. It counts what this process has lived through: one that was
 * frozen meanwhile has not waited.
 */
export class Silence {
  private beats = 0;
  private timer: NodeJS.Timeout | undefined;

  begin(): void {
    this.beats = 0;
    this.timer = setInterval(() => {
      this.beats += 1;
    }, BEAT);
    this.timer.unref();
  }

  end(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  /** Ms; undefined where nothing is waited for. */
  get lasting(): number | undefined {
    return this.timer === undefined ? undefined : this.beats * BEAT;
  }
}
