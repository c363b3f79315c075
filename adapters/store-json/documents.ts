import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { PartitionContent } from '../../src/ports/store.ts';
import type { Edit } from '../durable/edit.ts';
import { UNFINISHED } from '../durable/files.ts';
import type { Migration } from '../durable/migrations.ts';
import { placeOf } from './document.ts';
import { Partition } from './partition.ts';

/**
 * All documents of a folder, by partition. They hold, in memory and on disk, only what is durable
 * in the journal.
 */
export class Documents {
  private readonly root: string;
  private readonly steps: readonly Migration[];
  private readonly last: () => number;
  private readonly byName = new Map<string, Partition>();

  /** @param last tells the number of the last durable commit. */
  constructor(
    folder: string,
    files: readonly string[],
    steps: readonly Migration[],
    last: () => number,
  ) {
    this.root = join(folder, DOCUMENTS);
    this.steps = steps;
    this.last = last;
    for (const file of files) {
      const [partition = '', name = ''] = file.split('/');
      this.named(partition).files.add(name);
    }
  }

  /** The names of the partitions that have a document or a change. */
  get partitions(): string[] {
    return [...this.byName.keys()];
  }

  /** The documents on disk, but for those without a record, each as `<partition>/<name>`. */
  get files(): string[] {
    return [...this.byName].flatMap(([partition, { files }]) =>
      Array.from(files, (name) => `${partition}/${name}`),
    );
  }

  /** Applies the edits of a durable commit, all at once. */
  apply(seq: number, edits: readonly Edit[]): void {
    for (const edit of edits) this.named(edit.place.partition).apply(seq, edit);
  }

  /** @throws StoreDamaged when a document of the partition cannot be read. */
  async content(partition: string): Promise<PartitionContent> {
    return (await this.byName.get(partition)?.content()) ?? new Map();
  }

  /** Reads every document that was not needed until now. */
  async loadAll(): Promise<void> {
    for (const partition of this.byName.values()) await partition.load();
  }

  /**
   * Makes every changed document durable, one after another: commits go on meanwhile and need the
   * disk more.
   */
  async save(): Promise<void> {
    for (const partition of [...this.byName.values()]) await partition.save();
  }

  /**
   * Removes the files of documents that were saved without a record; only when a manifest without
   * them is durable.
   */
  async removeEmpty(): Promise<void> {
    for (const partition of this.byName.values()) await partition.removeEmpty();
  }

  private named(name: string): Partition {
    const known = this.byName.get(name);
    if (known) return known;
    const partition = new Partition(name, join(this.root, name), this.steps, this.last);
    this.byName.set(name, partition);
    return partition;
  }
}

/** The folder of the documents within the store's folder. */
const DOCUMENTS = 'documents';

/** What lies in the store's folder. */
export interface Listing {
  /** The documents, each as `<partition>/<name>`. */
  readonly documents: readonly string[];
  /** The paths of files that were never finished. */
  readonly unfinished: readonly string[];
  /** The paths of all folders in it. */
  readonly folders: readonly string[];
}

/** Lists the store's folder (absolute path), changing nothing. */
export async function listFolder(folder: string): Promise<Listing> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  const documents = paths.flatMap((path) => {
    const [top, partition = '', name = '', ...deeper] = relative(folder, path).split(sep);
    const isDocument =
      top === DOCUMENTS && deeper.length === 0 && placeOf(partition, name) !== undefined;
    return isDocument ? [`${partition}/${name}`] : [];
  });
  return {
    documents,
    unfinished: paths.filter((path) => path.endsWith(UNFINISHED)),
    folders: paths.filter((_, index) => entries[index]?.isDirectory()),
  };
}
