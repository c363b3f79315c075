import type { Records, Remember } from '../core/collection.ts';
import { put, remove } from '../core/collection.ts';
import type { DecisionContext } from '../core/command.ts';
import type { Feature } from '../core/feature.ts';
import { mergePeople } from '../core/merging.ts';
import type { Outcome } from '../core/outcome.ts';
import { DIRECTORY, indexChanges } from '../identity/directory-index.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Change, Store } from '../ports/store.ts';
import { type Partition, partitionOf } from './partition.ts';
import { namedIn } from './photos/wanted.ts';
import { Riding } from './riding.ts';
import { wakes } from './wakes.ts';

/** Takes on the records that are to be sent, as soon as they are durable. */
interface Deliverer {
  offer(partition: Partition, collection: string, id: string): void;
}

/**
 * The partitions in memory, and their way into the store. Changes are applied to memory at once, so
 * that the next decision sees them, and the promise of each tells when it is durable. After a
 * failed commit everything is read again before anybody decides anything more.
 */
export class Partitions {
  /** The directory's records; from the start on it is always open. */
  directory!: Records;
  private readonly store: Store;
  private readonly features: readonly Feature[];
  private readonly log: Log;
  private readonly inDirectory: ReadonlySet<string>;
  private readonly known = new Map<string, Partition>();
  private readonly opening = new Map<string, Promise<Partition>>();
  private readonly names = new Set<string>();
  private directoryPartition!: Partition;
  private closed = false;
  private recovering: Promise<void> | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private deliverer: Deliverer | undefined;
  private readonly onFatal: (error: unknown) => void;
  private readonly riding: Riding;

  constructor(parts: {
    store: Store;
    features: readonly Feature[];
    log: Log;
    clock: Pick<Clock, 'after'>;
    /** Nothing can be remembered any more. */
    onFatal: (error: unknown) => void;
  }) {
    this.store = parts.store;
    this.inDirectory = new Set(
      parts.features.flatMap((one) => one.directory.map(({ name }) => name)),
    );
    this.features = parts.features;
    this.log = parts.log;
    this.onFatal = parts.onFatal;
    this.riding = new Riding(parts.clock, () => void this.flush().catch(() => {}));
  }

  /** From now on every durable change is offered to the deliverer. */
  deliverTo(deliverer: Deliverer): void {
    this.deliverer = deliverer;
  }

  /** Opens the directory. */
  async start(): Promise<void> {
    await this.readNames();
    await this.open(DIRECTORY);
  }

  /** Everything that one person did becomes another's, in all features. */
  merge(from: string, to: string, context: DecisionContext): Outcome {
    return mergePeople(this.features, from, to, context);
  }

  /** The ids of all photos that an alliance's records name. */
  photosNamed(records: Records): ReadonlySet<string> {
    return namedIn(
      this.features.flatMap((one) => one.collections),
      records,
    );
  }

  /** What each feature's records have to change when the clock stood ahead. */
  get clockCorrections(): readonly NonNullable<Feature['onClockCorrected']>[] {
    return this.features.flatMap((one) => one.onClockCorrected ?? []);
  }

  /** The names of all alliances' partitions. */
  get alliances(): readonly string[] {
    return [...this.names];
  }

  /**
   * Calls once with the partition open and nothing being recovered. What it does before its first
   * `await` is one decision: nothing else is decided in between.
   */
  async transact<T>(name: string, decide: (partition: Partition) => T): Promise<T> {
    for (;;) {
      await this.recovering;
      const partition = this.known.get(name) ?? (await this.open(name));
      if (this.recovering === undefined && this.known.get(name) === partition)
        return decide(partition);
    }
  }

  /**
   * Remembers changes, those of the directory's collections there: in memory before this returns,
   * durably when the promise resolves; with `rides` some time later, when another commit takes it
   * along.
   * @throws at once, with nothing changed, when a record has not its shape; later CommitFailed.
   */
  remember(
    partition: Partition,
    changes: readonly Remember[],
    directoryChanges: readonly Remember[] = [],
    rides = false,
  ): Promise<unknown> {
    const directory = this.directoryPartition;
    const isShared = partition !== directory;
    const shared = changes.filter(
      ({ collection }) => isShared && this.inDirectory.has(collection.name),
    );
    const own = shared.length === 0 ? changes : changes.filter((one) => !shared.includes(one));
    const prepared = [partition.records.prepare(own), directory.records.prepare(shared)];
    const stored = prepared.flatMap((apply) => apply());
    if (isShared) this.names.add(partition.name);
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
    const commit = rides ? this.ride(all) : this.commit(all);
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
    return this.commit(this.directoryPartition.records.apply(changes));
  }

  /**
   * Resolves when everything that was remembered until now is durable; rejects when some of it is
   * not.
   */
  durable(): Promise<unknown> {
    return this.last;
  }

  /**
   * What makes an alliance's wake time what it is now, which may be later than the directory has
   * it.
   */
  wakeAsItIs({ name, dueQueue }: Partition): readonly Remember[] {
    const at = dueQueue.earliestAt();
    if (at === this.directory.get(wakes, name)?.at) return [];
    return [at === undefined ? remove(wakes, name) : put(wakes, { id: name, at })];
  }

  /** Makes durable what rides. */
  flush(): Promise<unknown> {
    return this.commit([]);
  }

  private async ride(changes: readonly Change[]): Promise<void> {
    this.riding.add(changes);
  }

  private commit(changes: readonly Change[]): Promise<unknown> {
    const all = [...this.riding.take(), ...changes];
    if (all.length === 0) return this.last;
    const commit = this.store.commit(all);
    this.last = commit;
    commit.catch((error: unknown) => this.failed(error));
    return commit;
  }

  /** Lets go of the store; what fails from now on is found undone at the next start. */
  async close(): Promise<void> {
    // What cannot be written is done again after the next start.
    void this.flush().catch(() => {});
    this.closed = true;
    await this.store.close();
  }

  private failed(error: unknown): void {
    if (this.recovering !== undefined || this.closed) return;
    this.log.error('commit failed', error);
    this.recovering = this.recover().then(
      () => {
        this.recovering = undefined;
        this.log.warn('recovered: memory was read again from what is durable');
      },
      (fatal: unknown) => this.onFatal(fatal),
    );
  }

  /** Memory has seen what never became durable, perhaps everywhere: all of it is read again. */
  private async recover(): Promise<void> {
    this.riding.take();
    await this.store.recover();
    await this.readNames();
    for (const read of await Promise.all([...this.known.keys()].map((name) => this.read(name))))
      this.keep(read);
    this.last = Promise.resolve();
  }

  private async readNames(): Promise<void> {
    this.names.clear();
    for (const name of await this.store.partitions()) if (name !== DIRECTORY) this.names.add(name);
  }

  private open(name: string): Promise<Partition> {
    const known = this.opening.get(name);
    if (known !== undefined) return known;
    const opening = this.read(name)
      .then((partition) => this.keep(partition))
      .finally(() => this.opening.delete(name));
    this.opening.set(name, opening);
    return opening;
  }

  private keep(partition: Partition): Partition {
    this.known.set(partition.name, partition);
    if (partition.name === DIRECTORY) {
      this.directoryPartition = partition;
      this.directory = partition.records;
    }
    return partition;
  }

  private async read(name: string): Promise<Partition> {
    return partitionOf(name, await this.store.load(name), this.features);
  }
}
