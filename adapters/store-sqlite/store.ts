import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Log } from '../../src/ports/log.ts';
import {
  type Change,
  CommitFailed,
  type Kept,
  type PartitionContent,
  type Store,
  StoreDamaged,
} from '../../src/ports/store.ts';
import { Commits } from '../durable/commits.ts';
import { type Edit, editOf } from '../durable/edit.ts';
import { hasNoRoom } from '../durable/files.ts';
import { contentOf, guarded, numberOf, partitionsIn, placeIn } from './database.ts';

export interface SqliteParts {
  readonly database: DatabaseSync;
  readonly path: string;
  readonly log: Log;
  /** Gives the folder back to others. */
  readonly release: () => void;
  readonly beforeCommit?: () => void;
  readonly beforeEmptied?: () => void;
}

interface Commit {
  readonly edits: readonly Edit[];
  readonly kept: Kept;
}

/** The store over an opened database: a batch of commits is one transaction. */
export class SqliteStore implements Store {
  /** What is written ahead SQLite brings into its place by itself. */
  readonly unsettledSince = undefined;
  private readonly parts: SqliteParts;
  private readonly commits = new Commits<Commit>(async (batch) => this.write(batch));
  private readonly putRecord: StatementSync;
  private readonly removeRecord: StatementSync;
  private readonly countCommits: StatementSync;
  /** The number of the last durable commit. */
  private last: number;
  private isRefusedInLog = false;
  private isSyncing = true;
  private closing: Promise<void> | undefined;
  private unusable: Error | undefined;

  constructor(parts: SqliteParts) {
    const { database } = parts;
    this.parts = parts;
    this.putRecord = database.prepare(
      `INSERT INTO records ("partition", collection, shard, key, record) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET record = excluded.record`,
    );
    this.removeRecord = database.prepare(
      'DELETE FROM records WHERE "partition" = ? AND collection = ? AND shard = ? AND key = ?',
    );
    this.countCommits = database.prepare('UPDATE commits SET last = ?');
    this.last = numberOf(database, 'SELECT last FROM commits');
  }

  async partitions(): Promise<readonly string[]> {
    const { path, database } = this.usable;
    return guarded(path, () => partitionsIn(database));
  }

  async load(partition: string): Promise<PartitionContent> {
    const { path, database } = this.usable;
    return guarded(path, () => contentOf(database, partition));
  }

  placeOf(...record: Parameters<Store['placeOf']>): string {
    return placeIn(this.parts.path, ...record);
  }

  commit(changes: readonly Change[], kept: Kept = 'durable'): Promise<number> {
    return this.commits.add(() => ({ edits: changes.map(editOf), kept }));
  }

  /**
   * What is removed is overwritten at once (`secure_delete`); here the file is written anew, and the
   * log is emptied.
   */
  async erase(): Promise<void> {
    const { database } = this.usable;
    await this.commit([]);
    database.exec('VACUUM');
    this.emptyLog();
  }

  async recover(): Promise<void> {
    const { path, log } = this.usable;
    if (!this.commits.refusing) return;
    await this.commits.idle();
    this.isRefusedInLog = true;
    try {
      this.emptyLog();
    } catch (cause) {
      // With no room for it nothing can be committed either, until it succeeds.
      if (hasNoRoom(cause)) return this.commits.accept();
      const damaged = new StoreDamaged(
        {
          zh: `${path} 回不到已经记下的样子。请检查磁盘，再重新启动`,
          en: `${path} cannot be brought back to what is durable. Check the disk, then start again.`,
        },
        { cause },
      );
      this.unusable = damaged;
      this.commits.end(damaged);
      throw damaged;
    }
    this.commits.accept();
    // Whoever commits says that it failed; on a full disk this comes with every try.
    log.debug('store.recovered', { commit: this.last });
  }

  close(): Promise<void> {
    this.closing ??= this.letGo();
    return this.closing;
  }

  /**
   * What was refused may stand behind the end of the log that is written ahead; a crash would bring
   * it back.
   */
  private emptyLog(): void {
    const { database, beforeEmptied } = this.parts;
    beforeEmptied?.();
    if (numberOf(database, 'PRAGMA wal_checkpoint(TRUNCATE)') !== 0)
      throw new Error('another connection holds the log');
    this.isRefusedInLog = false;
  }

  private write(batch: readonly Commit[]): number {
    const { database, beforeCommit } = this.parts;
    if (this.isRefusedInLog) this.emptyLog();
    const first = this.last + 1;
    const last = this.last + batch.length;
    this.syncs(batch.some(({ kept }) => kept === 'durable'));
    database.exec('BEGIN IMMEDIATE');
    try {
      for (const edit of batch.flatMap(({ edits }) => edits)) this.apply(edit);
      this.countCommits.run(last);
      beforeCommit?.();
      database.exec('COMMIT');
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
    this.last = last;
    return first;
  }

  /** Whether the next transaction waits for the disk; one that does takes those before it along. */
  private syncs(waits: boolean): void {
    if (this.isSyncing === waits) return;
    this.parts.database.exec(`PRAGMA synchronous = ${waits ? 'FULL' : 'NORMAL'}`);
    this.isSyncing = waits;
  }

  private apply({ place, id, text }: Edit): void {
    const { partition, collection, shard = '' } = place;
    const key = JSON.stringify(id);
    if (text === undefined) this.removeRecord.run(partition, collection, shard, key);
    else this.putRecord.run(partition, collection, shard, key, text);
  }

  private async letGo(): Promise<void> {
    const { database, log, release } = this.parts;
    this.commits.end(new CommitFailed('The store is closed.'));
    await this.commits.idle();
    this.unusable ??= new Error('The store is closed.');
    try {
      database.close();
    } catch (error) {
      log.error('store.close-failed', error);
    } finally {
      release();
    }
  }

  private get usable(): SqliteParts {
    if (this.unusable) throw this.unusable;
    return this.parts;
  }
}
