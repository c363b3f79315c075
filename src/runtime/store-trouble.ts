import { DIRECTORY } from '../identity/directory-index.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { type Change, CommitFailed, type Refusal, type Store } from '../ports/store.ts';

/** A store that has not answered for so long does not answer, ms. */
export const SILENT = 5_000;

/** Stands for all partitions. */
const EVERYTHING = '';

/**
 * Knows whether the store keeps anything, of all partitions or of some. After a failed commit
 * nothing is decided there before the store has been tried with a commit of nothing: a decision
 * that is refused costs its whole partition to be read again.
 */
export class StoreTrouble {
  private readonly refusals = new Map<string, Refusal>();
  private readonly trying = new Map<string, Promise<void>>();
  private silence: Refusal | undefined;
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
    const why = error instanceof CommitFailed && error.isFull ? 'full' : 'broken';
    const lost = error instanceof CommitFailed ? error.partitions : undefined;
    for (const name of lost ?? [EVERYTHING])
      if (!this.refusals.has(name)) this.refusals.set(name, { since: this.clock.now(), why });
  }

  /** Commits of a partition fail; each decision in it may change the directory, too. */
  refusalOf(name: string): Refusal | undefined {
    if (this.refusals.size === 0) return undefined;
    return [EVERYTHING, DIRECTORY, name].map((one) => this.refusals.get(one)).find(Boolean);
  }

  /** The same, or commits wait and nobody knows for how long. */
  of(name: string): Refusal | undefined {
    return this.refusalOf(name) ?? this.silent();
  }

  /** What is wrong somewhere. */
  get worst(): Refusal | undefined {
    return this.of(DIRECTORY) ?? [...this.refusals.values()][0];
  }

  /** The partitions of which nothing is kept while others go on. */
  get alone(): readonly string[] {
    return this.refusalOf(DIRECTORY) === undefined ? [...this.refusals.keys()] : [];
  }

  /** Tries the store where commits of a partition fail, once for all who ask meanwhile. */
  async tryAgain(name: string): Promise<void> {
    for (const one of new Set([EVERYTHING, DIRECTORY, name])) {
      if (!this.refusals.has(one)) continue;
      const trying = this.trying.get(one) ?? this.try(one).finally(() => this.trying.delete(one));
      this.trying.set(one, trying);
      await trying;
    }
  }

  private async try(name: string): Promise<void> {
    const { clock, log, store } = this;
    try {
      await store.commit(tried(name === EVERYTHING ? DIRECTORY : name));
      const ms = clock.now() - (this.refusals.get(name)?.since ?? 0);
      log.warn('the store keeps things again', { ms, ...(name === EVERYTHING ? {} : { name }) });
      this.refusals.delete(name);
    } catch (error) {
      // Known already, and logged when it was the first; the next message or tick tries again.
      const lost = error instanceof CommitFailed ? error.partitions : undefined;
      await store.recover(lost).catch((fatal: unknown) => this.onFatal(fatal));
    }
  }

  private silent(): Refusal | undefined {
    const ms = this.store.unansweredFor ?? 0;
    if (ms < SILENT) {
      if (this.silence !== undefined) this.log.warn('the store answers again');
      this.silence = undefined;
    } else if (this.silence === undefined) {
      this.silence = { since: this.clock.now() - ms, why: 'silent' };
      this.log.error('the store does not answer', undefined, { ms });
    }
    return this.silence;
  }
}

/** What is tried is as large as many decisions, and nothing of it stays. */
function tried(partition: string): readonly Change[] {
  const record = { partition, collection: 'probe' };
  return [
    { ...record, put: { id: 'probe', text: ' '.repeat(32_768) } },
    { ...record, remove: 'probe' },
  ];
}
