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
import type { Checkpoints } from './checkpoint.ts';
import { changesText } from './commit-line.ts';
import type { Documents } from './documents.ts';
import type { Journal } from './journal.ts';

/** What a store is put together from. */
export interface Parts {
  readonly journal: Journal;
  readonly documents: Documents;
  readonly checkpoints: Checkpoints;
  readonly checkpointBytes: number;
  readonly log: Log;
  /** Gives the folder back to others. */
  readonly release: () => void;
}

interface Commit {
  readonly edits: readonly Edit[];
  readonly text: string;
  readonly kept: Kept;
}

/** The journal grows to so many times its least size before it is moved into large documents. */
const MOST_TIMES = 4;
/** Documents are worth writing where they take no more bytes than so many times the journal, */
const WORTH_TIMES = 2;
/** and at a stop those that take no more than so many in any case. */
const FEW_BYTES = 256 * 1_024;

/** The store over an opened folder: the journal first, then the tables, then whoever waits. */
export class JsonStore implements Store {
  unsettledSince: number | undefined;
  private readonly parts: Parts;
  private readonly commits = new Commits<Commit>((batch) => this.write(batch));
  private checkpointing: Promise<void> | undefined;
  private recovering: Promise<void> | undefined;
  private closing: Promise<void> | undefined;
  private unusable: Error | undefined;
  /** How large the journal is when a checkpoint is considered, bytes. */
  private due: number;
  /** A checkpoint is to follow the next batch, and the last commit that one has brought along. */
  private wantsCheckpoint = false;
  private settled = 0;
  /** What stands in the journal and is not durable yet; the documents do not have it. */
  private unsynced: Commit[] = [];

  constructor(parts: Parts) {
    this.parts = parts;
    this.due = parts.checkpointBytes;
  }

  async partitions(): Promise<readonly string[]> {
    this.checkUsable();
    return this.parts.documents.partitions;
  }

  async load(partition: string): Promise<PartitionContent> {
    this.checkUsable();
    if (this.unsynced.length > 0 && !this.commits.refusing) await this.commit([]);
    return this.parts.documents.content(partition);
  }

  placeOf(partition: string, collection: string, id: string): string {
    return this.parts.documents.placeOf(partition, collection, id);
  }

  commit(changes: readonly Change[], kept: Kept = 'durable'): Promise<number> {
    return this.commits.add(() => {
      const edits = changes.map(editOf);
      return { edits, text: changesText(edits), kept };
    });
  }

  /**
   * Every document that has changed is written anew, and the segments of the journal up to here are
   * removed.
   */
  async erase(): Promise<void> {
    this.checkUsable();
    const target = await this.commit([]);
    while (this.settled < target) {
      // One that runs already may have begun before the last of those commits.
      await this.checkpointing;
      this.wantsCheckpoint = true;
      await this.commit([]);
      await this.checkpointing;
      if (this.unsettledSince !== undefined)
        throw new Error(
          'The documents could not be written anew; the journal still has everything.',
        );
    }
  }

  async recover(): Promise<void> {
    this.checkUsable();
    if (!this.commits.refusing) return;
    this.recovering ??= this.recoverOnce().finally(() => {
      this.recovering = undefined;
    });
    return this.recovering;
  }

  close(): Promise<void> {
    this.closing ??= this.closeOnce();
    return this.closing;
  }

  private async write(batch: readonly Commit[]): Promise<number> {
    const { journal } = this.parts;
    const isDurable = batch.some(({ kept }) => kept === 'durable');
    const first = await journal.append(
      batch.map(({ text }) => text),
      isDurable,
    );
    this.unsynced.push(...batch);
    if (!isDurable) return first;
    this.applyDurable();
    if (this.wantsCheckpoint) this.checkpointing ??= this.runCheckpoint();
    else if (journal.bytes >= this.due) this.considerCheckpoint();
    return first;
  }

  /** The journal has just been synced: what was written is durable with it. */
  private applyDurable(): void {
    const { journal, documents } = this.parts;
    const durable = this.unsynced.splice(0);
    const first = journal.last - durable.length + 1;
    for (const [index, { edits }] of durable.entries()) documents.apply(first + index, edits);
  }

  /** What was only written is written once more where it can be. */
  private async writeAgain(): Promise<void> {
    const { journal, log } = this.parts;
    const texts = this.unsynced.map(({ text }) => text);
    if (texts.length === 0) return;
    try {
      await journal.append(texts);
      this.applyDurable();
    } catch (error) {
      log.warn('store.written-lost', { commits: this.unsynced.splice(0).length });
      log.debug('store.written-lost', { error: String(error) });
      await journal.recover();
    }
  }

  /**
   * Writes the documents when the journal has grown enough, so that what is large is not written
   * again and again; nor may reading the journal take too long.
   */
  private considerCheckpoint(): void {
    const { journal, documents, checkpointBytes: least } = this.parts;
    const worth = documents.changed / WORTH_TIMES;
    this.due = Math.max(least, Math.min(worth, MOST_TIMES * least));
    if (journal.bytes < this.due) return;
    this.due = least;
    this.checkpointing ??= this.runCheckpoint();
  }

  /**
   * Never rejects: when it fails the journal still has everything, and the next one tries again.
   */
  private async runCheckpoint(): Promise<void> {
    const { journal, documents, checkpoints, log } = this.parts;
    const { last } = journal;
    this.wantsCheckpoint = false;
    try {
      await checkpoints.run(journal, documents);
      this.settled = last;
      log.debug('store.checkpoint', { commit: journal.last });
      this.unsettledSince = undefined;
    } catch (error) {
      this.unsettledSince ??= Date.now();
      log.error('store.checkpoint-failed', error);
    }
    this.checkpointing = undefined;
  }

  /** The tables need nothing: they were never changed before a batch was durable. */
  private async recoverOnce(): Promise<void> {
    const { journal, log } = this.parts;
    await this.commits.idle();
    try {
      await journal.recover();
      await this.writeAgain();
    } catch (cause) {
      const damaged = new StoreDamaged(
        {
          zh: '流水回不到已经记下的样子。请检查磁盘，再重新启动',
          en: 'The journal cannot be brought back to what is durable. Check the disk, then start again.',
        },
        { cause },
      );
      this.unusable = damaged;
      this.commits.end(damaged);
      throw damaged;
    }
    this.commits.accept();
    // Whoever commits says that it failed; on a full disk this comes with every try.
    log.debug('store.recovered', { commit: journal.last });
  }

  private async closeOnce(): Promise<void> {
    const { journal, documents, log, release } = this.parts;
    this.commits.end(new CommitFailed('The store is closed.'));
    this.unusable ??= new Error('The store is closed.');
    try {
      await this.commits.idle();
      await Promise.allSettled([this.checkpointing, this.recovering]);
      if (this.unusable instanceof StoreDamaged) return;
      await this.settle();
      // Cuts off what was written and then refused, if there is such, so that no later opening
      // finds it.
      await journal.recover();
      // A journal that is short beside the documents is read with them at the next start.
      const most = Math.max(FEW_BYTES, WORTH_TIMES * journal.bytes);
      const isWorth = this.unsettledSince !== undefined || documents.changed <= most;
      if (!journal.empty && isWorth) await this.runCheckpoint();
    } catch (error) {
      log.error('store.close-failed', error);
    } finally {
      await journal.close();
      release();
    }
  }

  /** Makes durable what is only written, where nothing has failed since. */
  private async settle(): Promise<void> {
    if (this.unsynced.length === 0) return;
    await this.parts.journal.sync().then(
      () => this.applyDurable(),
      (error: unknown) => this.parts.log.error('store.close-failed', error),
    );
  }

  private checkUsable(): void {
    if (this.unusable) throw this.unusable;
  }
}
