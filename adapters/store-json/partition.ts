import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PartitionContent, StoredRecord } from '../../src/ports/store.ts';
import type { Edit } from '../durable/edit.ts';
import type { Migration } from '../durable/migrations.ts';
import { Document, documentName, placeOf } from './document.ts';

/** The documents of one partition, read when they are first needed. Until then its edits wait. */
export class Partition {
  /** The names of its documents on disk, but for those that are let go of. */
  readonly files = new Set<string>();
  /** The names of documents that were saved without a record, until their files are removed. */
  private readonly emptied = new Set<string>();
  private readonly name: string;
  private readonly folder: string;
  private readonly steps: readonly Migration[];
  private readonly last: () => number;
  private waiting: { readonly seq: number; readonly edit: Edit }[] = [];
  private documents: Map<string, Document> | undefined;
  private loading: Promise<Map<string, Document>> | undefined;

  constructor(name: string, folder: string, steps: readonly Migration[], last: () => number) {
    this.name = name;
    this.folder = folder;
    this.steps = steps;
    this.last = last;
  }

  /** Applies a durable edit, now or, to documents that are not read yet, when they are. */
  apply(seq: number, edit: Edit): void {
    if (!this.documents) {
      this.waiting.push({ seq, edit });
      return;
    }
    const name = documentName(edit.place);
    let document = this.documents.get(name);
    if (!document) {
      document = new Document(this.folder, edit.place, this.steps);
      this.documents.set(name, document);
    }
    document.apply(seq, edit);
  }

  /**
   * Its documents, read once. @throws StoreDamaged when one cannot be read; the next call tries
   * again.
   */
  async load(): Promise<Map<string, Document>> {
    this.loading ??= this.read();
    try {
      return await this.loading;
    } catch (error) {
      this.loading = undefined;
      throw error;
    }
  }

  /** All records: collection → records, those of all shards together. */
  async content(): Promise<PartitionContent> {
    const content = new Map<string, StoredRecord[]>();
    for (const [name, document] of await this.load()) {
      const collection = placeOf(this.name, name)?.collection ?? name;
      content.set(collection, (content.get(collection) ?? []).concat(document.records()));
    }
    return content;
  }

  /**
   * Makes its changed documents durable and forgets those without a record; a later edit begins
   * such a one anew.
   */
  async save(): Promise<void> {
    if (!this.documents && this.waiting.length === 0) return;
    const documents = await this.load();
    for (const [name, document] of [...documents]) {
      if (document.changed) await document.save();
      if (document.empty) {
        documents.delete(name);
        this.files.delete(name);
        this.emptied.add(name);
      } else {
        this.files.add(name);
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

  private async read(): Promise<Map<string, Document>> {
    const documents = new Map<string, Document>();
    for (const name of this.files) {
      const place = placeOf(this.name, name);
      if (!place) continue;
      const document = new Document(this.folder, place, this.steps);
      await document.read(this.last());
      documents.set(name, document);
    }
    // From here on without waiting: what became durable during the reading is among the waiting
    // edits.
    this.documents = documents;
    for (const { seq, edit } of this.waiting.splice(0)) this.apply(seq, edit);
    return documents;
  }
}
