import type { Feature } from '../core/feature.ts';
import { WrongShape } from '../core/memory.ts';
import { DIRECTORY } from '../identity/directory-index.ts';
import type { Clock } from '../ports/clock.ts';
import { type Store, StoreDamaged } from '../ports/store.ts';
import { type Partition, partitionInSlices } from './partition.ts';

/** A partition that was opened: kept here, or in the hands of whoever works with it, if anybody. */
interface Open {
  kept: Partition | undefined;
  idle: WeakRef<Partition> | undefined;
  isUsed: boolean;
}

/**
 * The partitions that are in memory, as the store has them and decisions have changed them. One
 * that nobody has asked for in a while is let go of. Nobody counts who still works with it: as long
 * as somebody does it is not collected, and whoever asks for it gets the same one.
 */
export class OpenPartitions {
  /** The names of all alliances' partitions. */
  readonly alliances = new Set<string>();
  /** From the start on it is always open. */
  directory!: Partition;
  private readonly store: Store;
  private readonly features: readonly Feature[];
  private readonly clock: Clock;
  private readonly known = new Map<string, Open>();
  private readonly opening = new Map<string, Promise<Partition>>();

  constructor(store: Store, features: readonly Feature[], clock: Clock) {
    this.store = store;
    this.features = features;
    this.clock = clock;
  }

  /**
   * Opens all: what cannot be read is to be known now, not when somebody says something there.
   * @throws StoreDamaged
   */
  async openAll(): Promise<void> {
    await this.readNames();
    for (const name of [DIRECTORY, ...this.alliances]) await this.open(name);
  }

  /** One that is open. */
  get(name: string): Partition | undefined {
    const open = this.known.get(name);
    const partition = open?.kept ?? open?.idle?.deref();
    if (open === undefined || partition === undefined) return undefined;
    open.kept = partition;
    open.isUsed = true;
    return partition;
  }

  /** One that is kept in memory; this look keeps it there no longer. */
  glance(name: string): Partition | undefined {
    return this.known.get(name)?.kept;
  }

  /** Lets go of those that nobody has asked for since the last call; never of the directory. */
  letGoOfIdle(): void {
    for (const [name, open] of this.known) {
      if (name === DIRECTORY) continue;
      if (open.kept !== undefined && !open.isUsed) {
        open.idle = new WeakRef(open.kept);
        open.kept = undefined;
      } else if (open.kept === undefined && open.idle?.deref() === undefined)
        this.known.delete(name);
      open.isUsed = false;
    }
  }

  open(name: string): Promise<Partition> {
    const known = this.opening.get(name);
    if (known !== undefined) return known;
    const opening = this.read(name)
      .then((partition) => this.keep(partition))
      .finally(() => this.opening.delete(name));
    this.opening.set(name, opening);
    return opening;
  }

  /** Reads again what is durable of these, and which of them there are. */
  async readAgain(names: Iterable<string>): Promise<void> {
    const there = new Set(await this.store.partitions());
    for (const name of names) if (!there.has(name)) this.alliances.delete(name);
    const read = await Promise.all([...names].map((name) => this.read(name)));
    for (const partition of read) this.keep(partition);
  }

  private async readNames(): Promise<void> {
    const names = await this.store.partitions();
    for (const name of names) if (name !== DIRECTORY) this.alliances.add(name);
  }

  private keep(partition: Partition): Partition {
    this.known.set(partition.name, { kept: partition, idle: undefined, isUsed: true });
    if (partition.name === DIRECTORY) this.directory = partition;
    return partition;
  }

  private async read(name: string): Promise<Partition> {
    const content = await this.store.load(name);
    try {
      return await partitionInSlices(name, content, this.features, this.clock);
    } catch (error) {
      if (!(error instanceof WrongShape)) throw error;
      const { collection, id, field } = error;
      const place = this.store.placeOf(name, collection, id);
      const what = field === '' ? 'is none that this version knows' : `has a wrong ${field}`;
      const zh = field === '' ? '这个版本不认识' : `的「${field}」不对`;
      throw new StoreDamaged({
        zh: `${place}：记录 ${id} ${zh}。什么都没改。请改好它，或者用备份恢复（npm run restore -- 备份文件）`,
        en: `${place}: the record ${id} ${what}. Nothing was changed. Mend it, or restore the folder from a backup.`,
      });
    }
  }
}
