import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PartitionContent, StoredRecord } from '../../src/ports/store.ts';
import type { Edit } from '../durable/edit.ts';
import type { Migration } from '../durable/migrations.ts';
import { Document, documentName, placeOf, type Snapshot } from './document.ts';

/** The documents of one partition. */
export class Partition {
  /** The names of its documents on disk, but for those that are let go of. */
  private readonly onDisk = new Set<string>();
  /** The names of documents that were saved without a record, until their files are removed. */
  private readonly emptied = new Set<string>();
  private readonly documents = new Map<string, Document>();
  /** Whoever reads its files: none is written anew before they are done. */
  private readonly readers = new Set<Promise<unknown>>();
  private readonly name: string;
  private readonly folder: string;
  private readonly steps: readonly Migration[];

  constructor(name: string, folder: string, steps: readonly Migration[]) {
    this.name = name;
    this.folder = folder;
    this.steps = steps;
  }

  /** Reads a document that lies on the disk. @throws StoreDamaged as `Document.read` does. */
  async read(name: string, ...seen: Parameters<Document['read']>): Promise<void> {
    const place = placeOf(this.name, name);
    if (!place) return;
    const document = new Document(this.folder, place, this.steps);
    await document.read(...seen);
    this.documents.set(name, document);
    this.onDisk.add(name);
  }

  /** Its documents on disk, but for those without a record, each with its number. */
  get files(): { readonly name: string; readonly seq: number }[] {
    return Array.from(this.onDisk, (name) => ({
      name: `${this.name}/${name}`,
      seq: this.documents.get(name)?.savedSeq ?? 0,
    }));
  }

  /** Applies a durable edit. */
  apply(seq: number, edit: Edit): void {
    const name = documentName(edit.place);
    let document = this.documents.get(name);
    if (!document) {
      document = new Document(this.folder, edit.place, this.steps);
      this.documents.set(name, document);
    }
    document.apply(seq, edit);
  }

  /**
   * All records: collection → records, those of all shards together; all at one moment, though
   * commits go on while they are read.
   */
  async content(): Promise<PartitionContent> {
    const reading = readAll(
      Array.from(this.documents, ([name, document]) => {
        const collection = placeOf(this.name, name)?.collection ?? name;
        return { collection, snapshot: document.take() };
      }),
    );
    this.readers.add(reading);
    try {
      return await reading;
    } finally {
      this.readers.delete(reading);
    }
  }

  /** How much a checkpoint would write of it, bytes. */
  get changed(): number {
    let bytes = 0;
    for (const document of this.documents.values()) if (document.changed) bytes += document.bytes;
    return bytes;
  }

  /** Where a record lies. */
  placeOf(collection: string, id: string): string | undefined {
    for (const [name, document] of this.documents) {
      const isThere = placeOf(this.name, name)?.collection === collection;
      const place = isThere ? document.placeOf(id) : undefined;
      if (place !== undefined) return place;
    }
    return undefined;
  }

  /**
   * Makes its changed documents durable and forgets those without a record; a later edit begins
   * such a one anew.
   */
  async save(): Promise<void> {
    for (const [name, document] of [...this.documents]) {
      while (this.readers.size > 0) await Promise.allSettled(this.readers);
      if (document.changed) await document.save();
      if (document.empty) {
        this.documents.delete(name);
        this.onDisk.delete(name);
        this.emptied.add(name);
      } else {
        this.onDisk.add(name);
        this.emptied.delete(name);
      }
    }
  }

  /**
   * Removes the files of documents that were saved without a record; only when a manifest without
   * them is durable.
   */
  async removeEmpty(): Promise<void> {
    for (const name of this.emptied) {
      await rm(join(this.folder, name), { force: true });
      this.emptied.delete(name);
    }
  }
}

async function readAll(
  taken: readonly { readonly collection: string; readonly snapshot: Snapshot }[],
): Promise<PartitionContent> {
  // Joined once: a collection may lie in a document for each month.
  const parts = new Map<string, (readonly StoredRecord[])[]>();
  for (const { collection, snapshot } of taken) {
    const known = parts.get(collection);
    const read = await snapshot.read();
    if (known === undefined) parts.set(collection, [read]);
    else known.push(read);
  }
  return new Map(Array.from(parts, ([collection, some]) => [collection, some.flat()]));
}
