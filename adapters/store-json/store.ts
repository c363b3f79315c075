import type { Log } from '../../src/ports/log.ts';
import {
  type Change,
  CommitFailed,
  type PartitionContent,
  type Store,
  StoreDamaged,
} from '../../src/ports/store.ts';
import { Commits } from '../durable/commits.ts';
import { type Edit, editOf } from '../durable/edit.ts';
import type { Checkpoints } from './checkpoint.ts';
import type { Documents } from './documents.ts';
import type { Journal } from './journal.ts';
import { changesText } from './line.ts';

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
}

/** The store over an opened folder: the journal first, then the tables, then whoever waits. */
export class JsonStore implements Store {
  unsettledSince: number | undefined;
  private readonly parts: Parts;
  private readonly commits = new Commits<Commit>((batch) => this.write(batch));
  private checkpointing: Promise<void> | undefined;
  private recovering: Promise<void> | undefined;
  private closing: Promise<void> | undefined;
  private unusable: Error | undefined;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  async partitions(): Promise<readonly string[]> {
    this.checkUsable();
    return this.parts.documents.partitions;
  }

  async load(partition: string): Promise<PartitionContent> {
    this.checkUsable();
    return this.parts.documents.content(partition);
  }

  placeOf(partition: string, collection: string, id: string): string {
    return this.parts.documents.placeOf(partition, collection, id);
  }

  commit(changes: readonly Change[]): Promise<number> {
    return this.commits.add(() => {
      const edits = changes.map(editOf);
      return { edits, text: changesText(edits) };
    });
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
    const { journal, documents, checkpointBytes } = this.parts;
    const first = await journal.append(batch.map(({ text }) => text));
    batch.forEach(({ edits }, index) => {
      documents.apply(first + index, edits);
    });
    if (journal.bytes >= checkpointBytes) this.checkpointing ??= this.runCheckpoint();
    return first;
  }

  /**
   * Never rejects: when it fails the journal still has everything, and the next one tries again.
   */
  private async runCheckpoint(): Promise<void> {
    const { journal, documents, checkpoints, log } = this.parts;
    try {
      await checkpoints.run(journal, documents);
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
    const { journal, log, release } = this.parts;
    this.commits.end(new CommitFailed('The store is closed.'));
    this.unusable ??= new Error('The store is closed.');
    try {
      await this.commits.idle();
      await Promise.allSettled([this.checkpointing, this.recovering]);
      if (this.unusable instanceof StoreDamaged) return;
      // Cuts off what was written and then refused, if there is such, so that no later opening
      // finds it.
      await journal.recover();
      if (!journal.empty) await this.runCheckpoint();
    } catch (error) {
      log.error('store.close-failed', error);
    } finally {
      await journal.close();
      release();
    }
  }

  private checkUsable(): void {
    if (this.unusable) throw this.unusable;
  }
}
