import { setImmediate } from 'node:timers/promises';
import { CommitFailed } from '../../src/ports/store.ts';
import type { Edit } from '../durable/edit.ts';
import { hasNoRoom } from './connection.ts';

/** A decision on its way. */
export interface Commit {
  readonly edits: readonly Edit[];
  /** The partitions whose memory has seen it. */
  readonly partitions: ReadonlySet<string>;
}

interface Waiting extends Commit {
  readonly kept: (number: number) => void;
  readonly failed: (reason: Error) => void;
}

/**
 * Group commit with one statement in flight: what is decided meanwhile becomes the next one. A
 * commit that fails takes with it all later ones of its partitions, for they were decided upon it;
 * other partitions go on.
 */
export class Lane {
  private readonly write: (edits: readonly Edit[]) => Promise<number>;
  private waiting: Waiting[] = [];
  /** What waits, or is being written. */
  private readonly open = new Set<{ readonly commit: Commit; readonly kept: Promise<number> }>();
  private writing: Promise<void> | undefined;
  /** The partitions whose commits are refused, until they have been read again. */
  private readonly refused = new Map<string, CommitFailed>();
  private end: Error | undefined;

  /**
   * @param write keeps edits, all of them or none, and resolves to their number. It throws where
   * none of them is kept, and never where nobody knows.
   */
  constructor(write: (edits: readonly Edit[]) => Promise<number>) {
    this.write = write;
  }

  /** @throws CommitFailed, or what the lane has ended with. */
  async add(commit: Commit): Promise<number> {
    if (this.end !== undefined) throw this.end;
    const before = [...commit.partitions].find((name) => this.refused.has(name));
    if (before !== undefined) throw this.refuse(commit.partitions, this.refused.get(before));
    const kept = new Promise<number>((resolve, failed) => {
      this.waiting.push({ ...commit, kept: resolve, failed });
      this.writing ??= this.drain();
    });
    const one = { commit, kept };
    this.open.add(one);
    return kept.finally(() => this.open.delete(one));
  }

  /** Refuses the commits of these partitions from now on. */
  refuse(partitions: ReadonlySet<string>, cause: unknown): CommitFailed {
    const reason = new CommitFailed('A commit, or one before it, could not be kept.', {
      cause,
      isFull: hasNoRoom(cause) || (cause instanceof CommitFailed && cause.isFull),
      partitions,
    });
    for (const name of partitions) this.refused.set(name, reason);
    return reason;
  }

  /**
   * Takes commits of these partitions again, or of all, once none waits that was added before they
   * were refused.
   */
  async accept(partitions?: ReadonlySet<string>): Promise<void> {
    const names = partitions ?? new Set(this.refused.keys());
    const open = [...this.open].filter(({ commit }) =>
      [...commit.partitions].some((name) => names.has(name)),
    );
    await Promise.allSettled(open.map(({ kept }) => kept));
    for (const name of names) this.refused.delete(name);
  }

  /** Refuses all further commits for good; those that wait are still tried. */
  close(reason: Error): void {
    this.end ??= reason;
  }

  /** Resolves when no commit waits. */
  async idle(): Promise<void> {
    await this.writing;
  }

  private async drain(): Promise<void> {
    while (this.waiting.length > 0) {
      // A turn of the event loop: everything that is being decided right now comes along.
      await setImmediate();
      await this.keep(this.waiting.splice(0));
    }
    this.writing = undefined;
  }

  private async keep(taken: readonly Waiting[]): Promise<void> {
    try {
      const number = await this.write(taken.flatMap(({ edits }) => edits));
      let last = number - taken.reduce((sum, { edits }) => sum + edits.length, 0);
      for (const { kept, edits } of taken) {
        last += edits.length;
        kept(last);
      }
    } catch (error) {
      const groups = independent(taken);
      const [only] = groups;
      if (only === undefined || groups.length > 1) {
        // One of them is at fault; the others are none of its business.
        for (const group of groups) await this.keep(group);
        return;
      }
      this.fail(only, error);
    }
  }

  /** Fails these commits, and of those that wait all that may have been decided upon them. */
  private fail(commits: readonly Waiting[], cause: unknown): void {
    const lost = new Set(commits.flatMap(({ partitions }) => [...partitions]));
    const others: Waiting[] = [];
    const failing = [...commits];
    for (const one of this.waiting.splice(0)) {
      const isLost = [...one.partitions].some((name) => lost.has(name));
      (isLost ? failing : others).push(one);
      if (isLost) for (const name of one.partitions) lost.add(name);
    }
    this.waiting.push(...others);
    const reason = this.refuse(lost, cause);
    for (const { failed } of failing) failed(reason);
  }
}

/** Commits in groups that have no partition in common, each in its order. */
function independent<T extends Commit>(commits: readonly T[]): readonly (readonly T[])[] {
  let groups: { names: Set<string>; commits: T[] }[] = [];
  for (const commit of commits) {
    const own = groups.filter(({ names }) => [...commit.partitions].some((one) => names.has(one)));
    const names = new Set([...own.flatMap((one) => [...one.names]), ...commit.partitions]);
    groups = groups.filter((one) => !own.includes(one));
    groups.push({ names, commits: [...own.flatMap((one) => one.commits), commit] });
  }
  return groups.map((one) => one.commits);
}
