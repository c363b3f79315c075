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
  /** The last commit that the memory of each partition has seen. */
  private readonly last = new Map<string, Promise<unknown>>();
  /** The partitions whose memory has seen a commit that is not durable yet, for each of those. */
  private readonly pending = new Map<Promise<unknown>, ReadonlySet<string>>();

  constructor(store: Store, clock: Clock, onFailure: (error: unknown) => void) {
    this.store = store;
    this.onFailure = onFailure;
    this.riding = new Riding(clock, () => void this.add([]).catch(() => {}));
  }

  /**
   * Changes of some partitions, and what rides there; resolves when they are kept, where there are
   * none, when everything is. For what is `riding` itself nobody waits: a later commit takes it
   * along. What rides elsewhere becomes commits of its own, so that none fails for another's sake.
   */
  add(
    changes: readonly Change[],
    partitions: readonly string[] = [],
    kept: Kept | 'riding' = 'durable',
  ): Promise<unknown> {
    if (kept === 'riding') return this.ride(changes, partitions[0]);
    const { gathering } = this;
    if (gathering !== undefined) {
      gathering.changes.push(...changes);
      for (const name of partitions) gathering.partitions.add(name);
      return gathering.durable.promise;
    }
    const own: Change[] = [];
    for (const [name, riding] of this.riding.take())
      if (partitions.includes(name)) own.push(...riding);
      else void this.commit(riding, [name], kept).catch(() => {});
    own.push(...changes);
    return own.length === 0
      ? Promise.all([...this.pending.keys()])
      : this.commit(own, partitions, kept);
  }

  private commit(
    changes: readonly Change[],
    partitions: readonly string[],
    kept: Kept,
  ): Promise<unknown> {
    const commit = this.store.commit(changes, kept);
    const seen = new Set(partitions);
    for (const { partition } of changes) seen.add(partition);
    for (const name of seen) this.last.set(name, commit);
    this.pending.set(commit, seen);
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
   * Resolves when everything that a partition has seen until now is durable; rejects when some of
   * it is not.
   */
  durable(partition: string): Promise<unknown> {
    return this.last.get(partition) ?? Promise.resolve();
  }

  /**
   * What rides is given up with the commits that failed: those of some partitions, or all of them.
   * @returns the partitions whose memory has seen what was lost.
   */
  giveUp(lost?: ReadonlySet<string>): ReadonlySet<string> {
    if (lost !== undefined) return this.riding.giveUp(lost);
    const seen = new Set(this.riding.take().keys());
    for (const names of this.pending.values()) for (const name of names) seen.add(name);
    return seen;
  }

  /** Resolves when each commit of these partitions is durable, or has failed. */
  async settled(partitions: ReadonlySet<string>): Promise<void> {
    await Promise.allSettled(this.pendingOf(partitions));
  }

  /** Forgets the commits of these partitions that are not durable. */
  forget(partitions: ReadonlySet<string>): void {
    for (const commit of this.pendingOf(partitions)) this.pending.delete(commit);
    for (const name of partitions) this.last.delete(name);
  }

  private pendingOf(partitions: ReadonlySet<string>): readonly Promise<unknown>[] {
    return [...this.pending].flatMap(([commit, seen]) =>
      [...seen].some((name) => partitions.has(name)) ? [commit] : [],
    );
  }

  private async ride(changes: readonly Change[], partition: string | undefined): Promise<void> {
    const [first] = changes;
    if (first !== undefined) this.riding.add(changes, partition ?? first.partition);
  }
}
