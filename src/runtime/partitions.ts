import type { Records, Remember } from '../core/collection.ts';
import { put, remove } from '../core/collection.ts';
import type { DecisionContext } from '../core/command.ts';
import type { Feature } from '../core/feature.ts';
import { Memory } from '../core/memory.ts';
import { mergePeople } from '../core/merging.ts';
import type { Outcome } from '../core/outcome.ts';
import { pipelineCollections } from '../core/records.ts';
import { DIRECTORY, indexChanges } from '../identity/directory-index.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import { deliveryDueRules } from './delivery-due-rules.ts';
import { DueQueue } from './due-queue.ts';
import { namedIn } from './photos/wanted.ts';
import { wakeCollections, wakes } from './wakes.ts';

/** A partition in memory. */
export interface Partition {
  readonly name: string;
  readonly records: Memory;
  readonly dueQueue: DueQueue;
}

/**
 * What is remembered: the partitions in memory, and their way into the store. Changes are applied
 * to memory at once, so that the next decision sees them, and the promise of each tells when it is
 * durable. After a failed commit everything is read again before anybody decides anything more.
 */
export class Partitions {
  private readonly store: Store;
  private readonly features: readonly Feature[];
  private readonly log: Log;
  private readonly inDirectory: ReadonlySet<string>;
  private readonly opened = new Map<string, Partition>();
  private readonly opening = new Map<string, Promise<Partition>>();
  private readonly names = new Set<string>();
  private closed = false;
  private recovering: Promise<void> | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private readonly onDurable: (opened: Partition, changes: readonly Remember[]) => void;
  private readonly onFatal: (error: unknown) => void;

  constructor(parts: {
    store: Store;
    features: readonly Feature[];
    log: Log;
    /** Changes of a partition have become durable. */
    onDurable: (opened: Partition, changes: readonly Remember[]) => void;
    /** Nothing can be remembered any more. */
    onFatal: (error: unknown) => void;
  }) {
    this.store = parts.store;
    this.inDirectory = new Set(
      parts.features.flatMap((one) => one.directory.map(({ name }) => name)),
    );
    this.features = parts.features;
    this.log = parts.log;
    this.onDurable = parts.onDurable;
    this.onFatal = parts.onFatal;
  }

  /** Opens the directory. */
  async start(): Promise<void> {
    await this.readNames();
    await this.open(DIRECTORY);
  }

  /** The directory's records; it is always open. */
  get directory(): Records {
    return this.openDirectory().records;
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
  async transact<T>(name: string, decide: (opened: Partition) => T): Promise<T> {
    for (;;) {
      await this.recovering;
      const opened = this.opened.get(name) ?? (await this.open(name));
      if (this.recovering === undefined && this.opened.get(name) === opened) return decide(opened);
    }
  }

  /**
   * Remembers changes, those of the directory's collections there: in memory before this returns,
   * durably when the promise resolves.
   * @throws at once, with nothing changed, when a record has not its shape; later CommitFailed.
   */
  remember(
    opened: Partition,
    changes: readonly Remember[],
    directoryChanges: readonly Remember[] = [],
  ): Promise<unknown> {
    const directory = this.openDirectory();
    const ofDirectory = ({ collection }: Remember) => this.inDirectory.has(collection.name);
    const own = changes.filter((change) => opened === directory || !ofDirectory(change));
    const shared = changes.filter((change) => opened !== directory && ofDirectory(change));
    const prepared = [opened.records.prepare(own), directory.records.prepare(shared)];
    const stored = prepared.flatMap((apply) => apply());
    if (opened !== directory) this.names.add(opened.name);
    const index = directory.records.apply([
      ...(opened === directory ? [] : indexChanges(opened.name, own, directory.records)),
      ...this.wakeEarlier(opened),
      ...directoryChanges,
    ]);
    const commit = this.commit([...stored, ...index]);
    commit.then(
      () => this.onDurable(opened, own),
      () => undefined, // told to the caller, and dealt with by recover()
    );
    return commit;
  }

  /** Changes of the directory alone. */
  rememberInDirectory(changes: readonly Remember[]): Promise<unknown> {
    return this.commit(this.openDirectory().records.apply(changes));
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

  /**
   * The directory's wake time is never too late; that it may be too early saves a write with each
   * commit.
   */
  private wakeEarlier({ name, dueQueue }: Partition): readonly Remember[] {
    const at = dueQueue.nextAt();
    const known = this.directory.get(wakes, name)?.at;
    return at !== undefined && (known === undefined || at < known)
      ? [put(wakes, { id: name, at })]
      : [];
  }

  private openDirectory(): Partition {
    const directory = this.opened.get(DIRECTORY);
    if (directory === undefined) throw new Error('the store of partitions was not started');
    return directory;
  }

  private commit(changes: Parameters<Store['commit']>[0]): Promise<unknown> {
    if (changes.length === 0) return this.last;
    const commit = this.store.commit(changes);
    this.last = commit;
    commit.catch((error: unknown) => this.failed(error));
    return commit;
  }

  /** Lets go of the store; what fails from now on is found undone at the next start. */
  async close(): Promise<void> {
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
    await this.store.recover();
    await this.readNames();
    const names = [...this.opened.keys()];
    const read = await Promise.all(names.map((name) => this.read(name)));
    for (const opened of read) this.opened.set(opened.name, opened);
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
      .then((opened) => {
        this.opened.set(name, opened);
        return opened;
      })
      .finally(() => this.opening.delete(name));
    this.opening.set(name, opening);
    return opening;
  }

  private async read(name: string): Promise<Partition> {
    const content = await this.store.load(name);
    const dueRules = new DueQueue([
      ...this.features.flatMap((one) => one.dueRules),
      ...deliveryDueRules,
    ]);
    // In the directory features decide too, on the few records that stand outside of any alliance.
    const shared =
      name === DIRECTORY
        ? [...wakeCollections, ...this.features.flatMap((one) => one.directory)]
        : [];
    const collections = [
      ...shared,
      ...this.features.flatMap((one) => one.collections),
      ...pipelineCollections,
    ];
    const records = new Memory(name, collections, content, (...change) =>
      dueRules.follow(...change),
    );
    return { name, records, dueQueue: dueRules };
  }
}
