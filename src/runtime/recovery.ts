import { DIRECTORY } from '../identity/directory-index.ts';
import type { Log } from '../ports/log.ts';
import { CommitFailed, type Store } from '../ports/store.ts';
import type { CommitQueue } from './commit-queue.ts';
import type { OpenPartitions } from './open-partitions.ts';

interface RecoveryParts {
  readonly store: Store;
  readonly commits: CommitQueue;
  readonly opened: OpenPartitions;
  readonly log: Log;
  /** Nothing can be remembered any more. */
  readonly onFatal: (error: unknown) => void;
}

/** After a failed commit: what has seen it is read again, and whoever decides there waits for that. */
export class Recovery {
  private readonly parts: RecoveryParts;
  /** Of everything, where the store did not say what is lost. */
  private whole: Promise<void> | undefined;
  private readonly some = new Map<string, Promise<void>>();

  constructor(parts: RecoveryParts) {
    this.parts = parts;
  }

  /** What a decision in a partition waits for; all of them read the directory. */
  of(name: string): Promise<void> | undefined {
    return this.whole ?? this.some.get(name) ?? this.some.get(DIRECTORY);
  }

  /** A commit has failed. @returns whether that is news. */
  begin(error: unknown): boolean {
    if (this.whole !== undefined) return false;
    const lost = error instanceof CommitFailed ? error.partitions : undefined;
    const news = lost && new Set([...lost].filter((name) => !this.some.has(name)));
    if (news?.size === 0) return false;
    const { log, onFatal, commits } = this.parts;
    const names = commits.giveUp(news);
    log.error('commit failed', error, news && { partitions: [...news].join(' ') });
    const done = () => {
      if (news === undefined) this.whole = undefined;
      else for (const name of names) this.some.delete(name);
      log.warn('recovered: memory was read again from what is durable');
    };
    const work = news === undefined ? this.readAll(names) : this.read(names);
    const recovering = work.then(done, onFatal);
    if (news === undefined) this.whole = recovering;
    else for (const name of names) this.some.set(name, recovering);
    return true;
  }

  /** Everything that has seen something which never became durable. */
  private async readAll(seen: ReadonlySet<string>): Promise<void> {
    const { store, commits, opened } = this.parts;
    await Promise.all(this.some.values());
    await store.recover();
    // A commit may have been made since, by somebody who did not know.
    const names = new Set([...seen, ...commits.giveUp()]);
    commits.forget(names);
    await opened.readAgain(names);
  }

  private async read(names: ReadonlySet<string>): Promise<void> {
    const { store, commits, opened } = this.parts;
    // Some of what they have seen may become durable still.
    await commits.settled(names);
    await store.recover(names);
    commits.forget(names);
    await opened.readAgain(names);
  }
}
