import { put, type Records, type Remember } from '../core/collection.ts';
import type { DecisionContext } from '../core/command.ts';
import type { Feature } from '../core/feature.ts';
import { mergePeople } from '../core/merging.ts';
import type { Outcome } from '../core/outcome.ts';
import { DIRECTORY, indexChanges } from '../identity/directory-index.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { CommitFailed, type Holding, type Kept, type Refusal, type Store } from '../ports/store.ts';
import { CommitQueue } from './commit-queue.ts';
import { OpenPartitions } from './open-partitions.ts';
import type { Partition } from './partition.ts';
import { Recovery } from './recovery.ts';
import { StoreTrouble } from './store-trouble.ts';
import { wakes } from './wakes.ts';

/** Takes on the records that are to be sent, as soon as they are durable. */
interface Deliverer {
  offer(partition: Partition, collection: string, id: string): void;
}

/**
 * The partitions in memory, and their way into the store. Changes are applied to memory at once, so
 * that the next decision sees them, and the promise of each tells when it is durable. After a
 * failed commit whatever has seen it is read again before anybody decides anything more there, and
 * where the store keeps nothing, nothing is remembered. What one partition loses stops no other.
 */
export class Partitions {
  private readonly store: Store;
  private readonly features: readonly Feature[];
  private readonly log: Log;
  private readonly inDirectory: ReadonlySet<string>;
  private readonly opened: OpenPartitions;
  private closed = false;
  private readonly recovery: Recovery;
  private deliverer: Deliverer | undefined;
  private readonly commits: CommitQueue;
  private readonly trouble: StoreTrouble;

  constructor(parts: {
    store: Store;
    features: readonly Feature[];
    clock: Clock;
    log: Log;
    /** Nothing can be remembered any more. */
    onFatal: (error: unknown) => void;
  }) {
    this.store = parts.store;
    this.inDirectory = new Set(
      parts.features.flatMap((one) => one.directory.map(({ name }) => name)),
    );
    this.features = parts.features;
    this.opened = new OpenPartitions(parts.store, parts.features, parts.clock);
    this.log = parts.log;
    this.commits = new CommitQueue(parts.store, parts.clock, (error) => this.failed(error));
    this.trouble = new StoreTrouble(parts);
    this.recovery = new Recovery({ ...parts, commits: this.commits, opened: this.opened });
  }

  /** From now on every durable change is offered to the deliverer. */
  deliverTo(deliverer: Deliverer): void {
    this.deliverer = deliverer;
  }

  /** Opens the directory and all alliances. @throws StoreDamaged when one cannot be read. */
  start(): Promise<void> {
    return this.opened.openAll();
  }

  /** The directory's records. */
  get directory(): Records {
    return this.opened.directory.records;
  }

  /** A partition that has seen everything that was said, without waiting for it. */
  peek(name: string): Partition | undefined {
    return this.isWaitedFor(name) ? undefined : this.opened.get(name);
  }

  /** The same, for a look that does not keep it in memory. */
  glance(name: string): Partition | undefined {
    return this.isWaitedFor(name) ? undefined : this.opened.glance(name);
  }

  /** Set while the store keeps nothing, in a partition or in some. */
  refusal(name?: string): Refusal | undefined {
    return name === undefined ? this.trouble.worst : this.trouble.of(name);
  }

  /** The alliances of which alone nothing is kept. */
  get refused(): readonly string[] {
    return this.trouble.alone.filter((name) => this.opened.alliances.has(name));
  }

  /** Tries the store where it kept nothing. @returns whether it still does not. */
  async isRefusing(name: string = DIRECTORY): Promise<boolean> {
    await this.recovery.of(name);
    await this.trouble.tryAgain(name);
    return this.trouble.of(name) !== undefined;
  }

  /** Since when what is durable could not be brought into its lasting place, ms. */
  get unsettledSince(): number | undefined {
    return this.store.unsettledSince;
  }

  /** How this process holds the records, where several may. */
  get holding(): Holding | undefined {
    return this.store.holding;
  }

  /** Everything that one person did becomes another's, in all features. */
  merge(from: string, to: string, context: DecisionContext): Outcome {
    return mergePeople(this.features, from, to, context);
  }

  /** What each feature's records have to change when the clock stood ahead. */
  get clockCorrections(): readonly NonNullable<Feature['onClockCorrected']>[] {
    return this.features.flatMap((one) => one.onClockCorrected ?? []);
  }

  /** Lets go of the partitions that nobody has asked for since the last call. */
  letGoOfIdle(): void {
    this.opened.letGoOfIdle();
  }

  /** The names of all alliances' partitions. */
  get alliances(): readonly string[] {
    return [...this.opened.alliances];
  }

  /**
   * Calls once with the partition open and nothing being recovered; a store that kept nothing has
   * been tried again. What it does before its first `await` is one decision.
   */
  async transact<T>(name: string, decide: (partition: Partition) => T): Promise<T> {
    // At once where nothing is to be waited for, so that messages are decided as they come.
    const here = this.peek(name);
    if (here !== undefined) return decide(here);
    for (;;) {
      await this.recovery.of(name);
      await this.trouble.tryAgain(name);
      const partition = this.opened.get(name) ?? (await this.open(name));
      if (this.recovery.of(name) === undefined && this.opened.get(name) === partition)
        return decide(partition);
    }
  }

  /**
   * Remembers changes, those of the directory's collections there: in memory before this returns,
   * kept when the promise resolves; `riding` some time later, when another commit takes it along.
   * @throws at once, with nothing changed, when a record has not its shape; later CommitFailed. As
   * long as the store keeps nothing, nothing is changed either.
   */
  remember(
    partition: Partition,
    changes: readonly Remember[],
    directoryChanges: readonly Remember[] = [],
    kept: Kept | 'riding' = 'durable',
  ): Promise<unknown> {
    if (this.trouble.refusalOf(partition.name) !== undefined) return refused();
    const { directory } = this.opened;
    const isShared = partition !== directory;
    const shared = changes.filter(
      ({ collection }) => isShared && this.inDirectory.has(collection.name),
    );
    const own = shared.length === 0 ? changes : changes.filter((one) => !shared.includes(one));
    const prepared = [partition.records.prepare(own), directory.records.prepare(shared)];
    const stored = prepared.flatMap((apply) => apply());
    if (isShared) this.opened.alliances.add(partition.name);
    // The stored wake time may be early but never late. It is only updated when it moves earlier,
    // which saves one write with each commit.
    const at = partition.dueQueue.nextAt();
    const known = directory.records.get(wakes, partition.name)?.at;
    const isEarlier = at !== undefined && (known === undefined || at < known);
    const index = directory.records.apply([
      ...(isShared ? indexChanges(partition.name, own, directory.records) : []),
      ...(isEarlier ? [put(wakes, { id: partition.name, at })] : []),
      ...directoryChanges,
    ]);
    const all = [...stored, ...index];
    const commit = this.commits.add(all, [partition.name], kept);
    commit.then(
      () => {
        for (const { collection, record } of own)
          if (record) this.deliverer?.offer(partition, collection.name, record.id);
      },
      () => undefined, // told to the caller, and dealt with by recover()
    );
    return commit;
  }

  /** Changes of the directory alone. */
  rememberInDirectory(changes: readonly Remember[]): Promise<unknown> {
    if (this.trouble.refusalOf(DIRECTORY) !== undefined) return refused();
    return this.commits.add(this.opened.directory.records.apply(changes));
  }

  /**
   * Resolves when everything that was remembered of a partition until now is durable; rejects when
   * some of it is not.
   */
  durable(name: string): Promise<unknown> {
    return this.commits.durable(name);
  }

  /** What is remembered while some work runs, which does not wait, becomes one commit. */
  together(work: () => void): Promise<unknown> {
    return this.commits.together(work);
  }

  /** Nothing that was replaced or removed until now stays in any file of the store. */
  async erase(): Promise<void> {
    await this.flush();
    await this.store.erase();
  }

  /** Makes durable what rides. */
  flush(): Promise<unknown> {
    return this.commits.add([]);
  }

  /** Lets go of the store; what fails from now on is found undone at the next start. */
  async close(): Promise<void> {
    // What cannot be written is done again after the next start.
    void this.commits.add([]).catch(() => {});
    this.closed = true;
    await this.store.close();
  }

  private isWaitedFor(name: string): boolean {
    return this.recovery.of(name) !== undefined || this.trouble.refusalOf(name) !== undefined;
  }

  /** As the store has it with everything that was remembered of it. */
  private async open(name: string): Promise<Partition> {
    this.flush().catch(() => {}); // whoever remembered it is told
    await this.commits.settled(new Set([name]));
    return this.opened.open(name);
  }

  private failed(error: unknown): void {
    if (this.closed) return;
    if (this.recovery.begin(error)) this.trouble.note(error);
  }
}

function refused(): Promise<never> {
  return Promise.reject(new CommitFailed('nothing can be kept now'));
}
