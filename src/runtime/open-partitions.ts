import type { Feature } from '../core/feature.ts';
import { WrongShape } from '../core/memory.ts';
import { DIRECTORY } from '../identity/directory-index.ts';
import type { Clock } from '../ports/clock.ts';
import { type Store, StoreDamaged } from '../ports/store.ts';
import { type Partition, partitionInSlices } from './partition.ts';

/** The partitions that are in memory, as the store has them and decisions have changed them. */
export class OpenPartitions {
  /** The names of all alliances' partitions. */
  readonly alliances = new Set<string>();
  /** From the start on it is always open. */
  directory!: Partition;
  private readonly store: Store;
  private readonly features: readonly Feature[];
  private readonly clock: Clock;
  private readonly known = new Map<string, Partition>();
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
    return this.known.get(name);
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

  /** Reads again what is durable of these, and which alliances there are. */
  async readAgain(names: Iterable<string>): Promise<void> {
    await this.readNames();
    const read = await Promise.all([...names].map((name) => this.read(name)));
    for (const partition of read) this.keep(partition);
  }

  private async readNames(): Promise<void> {
    const names = await this.store.partitions();
    this.alliances.clear();
    for (const name of names) if (name !== DIRECTORY) this.alliances.add(name);
  }

  private keep(partition: Partition): Partition {
    this.known.set(partition.name, partition);
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
