import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { PartitionContent } from '../../src/ports/store.ts';
import type { Edit } from '../durable/edit.ts';
import { UNFINISHED } from '../durable/files.ts';
import type { Migration } from '../durable/migrations.ts';
import type { Manifest } from './checkpoint.ts';
import { placeOf } from './document.ts';
import { Partition } from './partition.ts';

/**
 * All documents of a folder, by partition. They hold only what is durable in the journal: on disk
 * what was moved there, in memory what has changed since.
 */
export class Documents {
  private readonly root: string;
  private readonly steps: readonly Migration[];
  private readonly byName = new Map<string, Partition>();

  constructor(folder: string, steps: readonly Migration[]) {
    this.root = join(folder, DOCUMENTS);
    this.steps = steps;
  }

  /**
   * Reads all documents, changing nothing.
   * @param last the number of the last durable commit.
   * @throws StoreDamaged when one of them cannot be read, or is of another time than the rest.
   */
  async read(files: readonly string[], manifest: Manifest, last: number): Promise<void> {
    const numbers = new Map(manifest.documents.map(({ name, seq }) => [name, seq]));
    for (const file of files) {
      const [partition = '', name = ''] = file.split('/');
      const own = numbers.get(file);
      const checkpoint = own === undefined ? { all: manifest.seq } : { own };
      await this.named(partition).read(name, last, checkpoint);
    }
  }

  /** The names of the partitions that have a document or a change. */
  get partitions(): string[] {
    return [...this.byName.keys()];
  }

  /** The documents on disk, but for those without a record, as a checkpoint names them. */
  get files(): Manifest['documents'] {
    const files = [...this.byName.values()].flatMap((partition) => partition.files);
    return files.sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** How much a checkpoint would write, bytes. */
  get changed(): number {
    let bytes = 0;
    for (const partition of this.byName.values()) bytes += partition.changed;
    return bytes;
  }

  /** Applies the edits of a durable commit, all at once. */
  apply(seq: number, edits: readonly Edit[]): void {
    for (const edit of edits) this.named(edit.place.partition).apply(seq, edit);
  }

  async content(partition: string): Promise<PartitionContent> {
    return (await this.byName.get(partition)?.content()) ?? new Map();
  }

  /** Where a record lies; the folder of its partition where that is not known. */
  placeOf(partition: string, collection: string, id: string): string {
    return this.byName.get(partition)?.placeOf(collection, id) ?? join(this.root, partition);
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
    const partition = new Partition(name, join(this.root, name), this.steps);
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
