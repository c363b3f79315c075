import { OperatorError } from './operator-error.ts';

/**
 * Where records are kept.
 *
 * A store holds partitions (one for each alliance, and the directory), a partition holds
 * collections, a collection holds plain JSON records by their id. The runtime keeps what it works
 * on in memory and is the only writer; a store makes it durable and gives it back.
 */

/**
 * A plain JSON record; `id` is unique in its collection and may be any text (`__proto__` is just a
 * text).
 */
export type StoredRecord = { readonly id: string } & { readonly [field: string]: unknown };

/**
 * One record put (whole, replacing what was there) or removed (removing what is not there is fine).
 */
export type Change =
  | {
      readonly partition: string;
      readonly collection: string;
      /**
       * Groups the records of a large collection into separate files, for example by month; never
       * changes for a record.
       */
      readonly shard?: string;
      readonly put: StoredRecord;
    }
  | {
      readonly partition: string;
      readonly collection: string;
      readonly shard?: string;
      readonly remove: string;
    };

/**
 * The records of one partition as they are durable: collection → records. Those of one shard stand
 * in the order in which they came: a record that is put again keeps its place, one that was removed
 * and put again comes last.
 */
export type PartitionContent = ReadonlyMap<string, readonly StoredRecord[]>;

/** What is durable, to be looked at. */
export interface StoreReader {
  /** The names of all partitions that hold something; one that held something may be among them. */
  partitions(): Promise<readonly string[]>;

  /**
   * Everything durable in a partition; an unknown partition is empty.
   * @throws StoreDamaged when its content cannot be read. Nothing is changed then.
   */
  load(partition: string): Promise<PartitionContent>;

  /** Where a record lies, in words of whoever has to mend it: a file, and where in it. */
  placeOf(partition: string, collection: string, id: string): string;

  /** Lets go of everything. */
  close(): Promise<void>;
}

/**
 * What a commit outlives: `durable` everything, `written` the end of the process at any moment; a
 * power cut may take what is only written, as long as no durable commit came after it.
 */
export type Kept = 'durable' | 'written';

/** The process that works with a store which several may share. */
export interface Holder {
  /** What people call it. */
  readonly name: string;
  /** Since when, ms. */
  readonly since: number;
}

/** How this process holds a store which several may share. */
export interface Holding extends Holder {
  /**
   * Nobody else can have taken over yet. While it is false nothing may be said to anybody; commits
   * tell by themselves.
   */
  readonly isTrusted: boolean;
}

/** A store keeps nothing now. */
export interface Refusal {
  /** Since when, ms. */
  readonly since: number;
  /** There is no room; the store takes nothing; it does not answer. */
  readonly why: 'full' | 'broken' | 'silent';
}

export interface Store extends StoreReader {
  /**
   * Makes one decision durable, all of its changes or none, over any number of partitions.
   * Commits that have a partition in common become durable, and their promises resolve, in the
   * order of the calls; the store may make several durable together. The number it resolves to
   * grows with each commit of a partition that changes something. One that is only to be `written`
   * costs no sync of its own.
   * @throws CommitFailed when it is not durable; it names the partitions that are lost with it.
   * From then on every commit of these is refused with CommitFailed, those already waiting too,
   * until `recover()` has been called: they were decided on what has now never happened. A refused
   * commit takes its other partitions with it.
   */
  commit(changes: readonly Change[], kept?: Kept): Promise<number>;

  /**
   * Forgets for good: once it resolves, no file of the store holds anything that commits before
   * this call replaced or removed. Commits go on meanwhile. What the disk itself keeps of files
   * that are gone is beyond it.
   * @throws Error when something could not be written; nothing is lost, and it may be called again.
   */
  erase(): Promise<void>;

  /**
   * After a CommitFailed: goes back to exactly what is durable and takes commits again, of these
   * partitions where the failure named some. `load` tells what that is.
   * @throws StoreDamaged when that is not possible; the store is then of no further use.
   */
  recover(partitions?: ReadonlySet<string>): Promise<void>;

  /**
   * Since when what is durable could not be brought into its lasting place, ms, though nothing is
   * lost and commits are taken; undefined where that went well the last time.
   */
  readonly unsettledSince: number | undefined;

  /** For how long commits have waited for an answer, ms; missing where none can stay away. */
  readonly unansweredFor?: number | undefined;

  /** Missing where no other process can have it. */
  readonly holding?: Holding;

  /**
   * Waits for what is being made durable, then lets go of everything. Commits after it are refused.
   */
  close(): Promise<void>;
}

interface FailureOptions extends ErrorOptions {
  readonly isFull?: boolean;
  readonly partitions?: ReadonlySet<string>;
}

/** A commit did not become durable; memory must be reloaded after `recover()`. */
export class CommitFailed extends Error {
  override readonly name = 'CommitFailed';
  /** There was no room for it. */
  readonly isFull: boolean;
  /** The partitions that have to be read again; all of the store where it is missing. */
  readonly partitions: ReadonlySet<string> | undefined;

  constructor(message: string, options: FailureOptions = {}) {
    super(message, options);
    this.isFull = options.isFull === true;
    this.partitions = options.partitions;
  }
}

/** What is stored cannot be read or written safely. The text says where, and what to do. */
export class StoreDamaged extends OperatorError {
  override readonly name = 'StoreDamaged';
}

/** Another process holds the store. */
export class StoreLocked extends OperatorError {
  override readonly name = 'StoreLocked';
}
