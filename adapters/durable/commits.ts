import { setImmediate } from 'node:timers/promises';
import { CommitFailed } from '../../src/ports/store.ts';
import { hasNoRoom } from './files.ts';

interface Waiting<T> {
  readonly commit: T;
  readonly durable: (seq: number) => void;
  readonly failed: (reason: Error) => void;
}

/**
 * Group commit: what is waiting while a batch is being made durable becomes the next batch. Commits
 * are answered in the order of their calls; one that fails takes with it all that come after, for
 * they were decided upon it.
 */
export class Commits<T> {
  private readonly write: (batch: readonly T[]) => Promise<number>;
  private waiting: Waiting<T>[] = [];
  private writing: Promise<void> | undefined;
  private refusal: Error | undefined;
  private ended = false;

  /** @param write makes a batch durable and resolves to the number of its first commit. */
  constructor(write: (batch: readonly T[]) => Promise<number>) {
    this.write = write;
  }

  /**
   * @param prepare makes the commit, at once; what it throws fails this commit and those after it.
   * @returns the number of the commit, once durable.
   * @throws CommitFailed, or whatever commits are being refused with.
   */
  async add(prepare: () => T): Promise<number> {
    if (this.refusal) throw this.refusal;
    const commit = this.prepared(prepare);
    return new Promise((durable, failed) => {
      this.waiting.push({ commit, durable, failed });
      this.writing ??= this.drain();
    });
  }

  /** Whether commits are refused at the moment. */
  get refusing(): boolean {
    return this.refusal !== undefined;
  }

  /** Takes commits again after a failure. */
  accept(): void {
    if (!this.ended) this.refusal = undefined;
  }

  /** Refuses all further commits for good; those that wait are still made durable. */
  end(reason: Error): void {
    this.ended = true;
    this.refusal = reason;
  }

  /** Resolves when no commit waits. */
  async idle(): Promise<void> {
    await this.writing;
  }

  private prepared(prepare: () => T): T {
    try {
      return prepare();
    } catch (error) {
      this.refusal = new CommitFailed('A commit before this one could not be kept.', {
        cause: error,
      });
      throw error;
    }
  }

  private async drain(): Promise<void> {
    while (this.waiting.length > 0) {
      // A turn of the event loop: everything that is being decided right now comes along.
      await setImmediate();
      const batch = this.waiting.splice(0);
      try {
        const first = await this.write(batch.map(({ commit }) => commit));
        batch.forEach(({ durable }, index) => {
          durable(first + index);
        });
      } catch (cause) {
        const isFull = hasNoRoom(cause);
        const reason = new CommitFailed('A batch of commits could not be written.', {
          cause,
          isFull,
        });
        if (!this.ended) this.refusal = reason;
        for (const { failed } of [...batch, ...this.waiting.splice(0)]) failed(reason);
      }
    }
    this.writing = undefined;
  }
}
