/** Work in lanes: one after another in each, lanes without waiting for each other. */
export class InTurn {
  private readonly last = new Map<string, Promise<void>>();

  /**
   * Resolves when the work is done. When it fails, what waits behind it in its lane fails with it.
   */
  run(lane: string, work: () => Promise<void>): Promise<void> {
    const before = this.last.get(lane) ?? Promise.resolve();
    const running = before.then(work);
    this.last.set(lane, running);
    const done = () => {
      if (this.last.get(lane) === running) this.last.delete(lane);
    };
    running.then(done, done);
    return running;
  }
}
