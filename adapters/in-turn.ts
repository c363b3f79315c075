/** Work by key: one after another under each, keys without waiting for each other. */
export class InTurn {
  private readonly last = new Map<string, Promise<void>>();

  /**
   * Resolves when the work is done. When it fails, what waits behind it under its key fails with
   * it.
   */
  run(key: string, work: () => Promise<void>): Promise<void> {
    const before = this.last.get(key) ?? Promise.resolve();
    const running = before.then(work);
    this.last.set(key, running);
    const done = () => {
      if (this.last.get(key) === running) this.last.delete(key);
    };
    running.then(done, done);
    return running;
  }
}
