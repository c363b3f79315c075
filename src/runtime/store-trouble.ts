import { DIRECTORY } from '../identity/directory-index.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { type Change, CommitFailed, type Store } from '../ports/store.ts';

/** The store keeps nothing now. */
export interface Refusal {
  /** Since when, ms. */
  readonly since: number;
  /** There is no room on the disk. */
  readonly isFull: boolean;
}

const RECORD = { partition: DIRECTORY, collection: 'probe' };
/** What is tried is as large as many decisions, and nothing of it stays. */
const TRIED: readonly Change[] = [
  { ...RECORD, put: { id: 'probe', text: ' '.repeat(32_768) } },
  { ...RECORD, remove: 'probe' },
];

/**
 * Knows whether the store keeps anything. After a failed commit nothing is decided upon before the
 * store has been tried with a commit of nothing: a decision that is refused costs its whole
 * partition to be read again.
 */
export class StoreTrouble {
  refusal: Refusal | undefined;
  private trying: Promise<void> | undefined;
  private readonly store: Store;
  private readonly clock: Clock;
  private readonly log: Log;
  private readonly onFatal: (error: unknown) => void;

  constructor(parts: {
    readonly store: Store;
    readonly clock: Clock;
    readonly log: Log;
    readonly onFatal: (error: unknown) => void;
  }) {
    this.store = parts.store;
    this.clock = parts.clock;
    this.log = parts.log;
    this.onFatal = parts.onFatal;
  }

  /** A commit has failed. */
  note(error: unknown): void {
    const isFull = error instanceof CommitFailed && error.isFull;
    this.refusal ??= { since: this.clock.now(), isFull };
  }

  /** Tries the store, once for all who ask meanwhile. @returns whether it keeps nothing still. */
  async persists(): Promise<boolean> {
    if (this.refusal === undefined) return false;
    this.trying ??= this.try().finally(() => {
      this.trying = undefined;
    });
    await this.trying;
    return this.refusal !== undefined;
  }

  private async try(): Promise<void> {
    const { clock, log, store } = this;
    try {
      await store.commit(TRIED);
      log.warn('the store keeps things again', { ms: clock.now() - (this.refusal?.since ?? 0) });
      this.refusal = undefined;
    } catch {
      // Known already, and logged when it was the first; the next message or tick tries again.
      await store.recover().catch((fatal: unknown) => this.onFatal(fatal));
    }
  }
}
