import { DIRECTORY } from '../identity/directory-index.ts';
import type { Clock } from '../ports/clock.ts';
import type { Change, Kept, Store } from '../ports/store.ts';
import { Riding } from './riding.ts';

/** What is decided together becomes one commit; whoever decided it waits for that. */
interface Gathering {
  readonly changes: Change[];
  readonly partitions: Set<string>;
  readonly durable: PromiseWithResolvers<unknown>;
}

/** The way of changes into the store: what goes in which commit, and what is not durable yet. */
export class CommitQueue {
  private readonly store: Store;
  private readonly onFailure: (error: unknown) => void;
  private readonly riding: Riding;
  private gathering: Gathering | undefined;
  private last: Promise<unknown> = Promise.resolve();
  /** The partitions whose memory has seen a commit that is not durable yet, for each of those. */
  private readonly pending = new Map<Promise<unknown>, readonly string[]>();

  constructor(store: Store, clock: Clock, onFailure: (error: unknown) => void) {
    this.store = store;
    this.onFailure = onFailure;
    this.riding = new Riding(clock, () => void this.add([]).catch(() => {}));
  }

  /**
   * Changes of some partitions, and what rides with them; resolves when they are kept. For what is
   * `riding` itself nobody waits: some later commit takes it along.
   */
  add(
    changes: readonly Change[],
    partitions: readonly string[] = [],
    kept: Kept | 'riding' = 'durable',
  ): Promise<unknown> {
    if (kept === 'riding') return this.ride(changes, partitions);
    const { gathering } = this;
    if (gathering !== undefined) {
      gathering.changes.push(...changes);
      for (const name of partitions) gathering.partitions.add(name);
      return gathering.durable.promise;
    }
    const riding = this.riding.take();
    const all = riding.changes.length === 0 ? changes : [...riding.changes, ...changes];
    if (all.length === 0) return this.last;
    const commit = this.store.commit(all, kept);
    this.last = commit;
    this.pending.set(commit, [DIRECTORY, ...partitions, ...riding.partitions]);
    commit.then(() => this.pending.delete(commit), this.onFailure);
    return commit;
  }

  /** All that is added while some work runs, which does not wait, becomes one commit. */
  together(work: () => void): Promise<unknown> {
    const gathering: Gathering = {
      changes: [],
      partitions: new Set(),
      durable: Promise.withResolvers(),
    };
    this.gathering = gathering;
    try {
      work();
    } finally {
      // Memory has seen it, whatever came of the rest.
      this.gathering = undefined;
      this.add(gathering.changes, [...gathering.partitions]).then(
        gathering.durable.resolve,
        gathering.durable.reject,
      );
    }
    return gathering.durable.promise;
  }

  /**
   * Resolves when everything that was added until now is durable; rejects when some of it is not.
   */
  durable(): Promise<unknown> {
    return this.last;
  }

  /** What rides is given up with the commits that failed. */
  giveUpRiding(): void {
    this.pending.set(Promise.resolve(), this.riding.take().partitions);
  }

  /** Forgets what is not durable. @returns the partitions whose memory has seen it. */
  undo(): ReadonlySet<string> {
    const seen = new Set([...this.pending.values()].flat());
    this.pending.clear();
    this.last = Promise.resolve();
    return seen;
  }

  private async ride(changes: readonly Change[], partitions: readonly string[]): Promise<void> {
    this.riding.add(changes, partitions);
  }
}
