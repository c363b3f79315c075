import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { Low } from 'lowdb';
import { StoreDamaged, type StoredRecord } from '../../src/ports/store.ts';
import { isGone } from '../durable/damage.ts';
import type { Edit, Place } from '../durable/edit.ts';
import { type Migration, newestVersion } from '../durable/migrations.ts';
import { type Content, formatOf, READ_SLICE } from './document-format.ts';
import { DurableFile, lineOf } from './durable-file.ts';

/** The name of a place's file within the folder of its partition. */
export function documentName({ collection, shard }: Place): string {
  return shard === undefined ? `${collection}.json` : `${collection}.${shard}.json`;
}

/** The place of a document by its name; undefined when no document has such a name. */
export function placeOf(partition: string, name: string): Place | undefined {
  const match = /^([a-z0-9-]+)(?:\.([a-z0-9-]+))?\.json$/i.exec(name);
  return match?.[1] === undefined
    ? undefined
    : { partition, collection: match[1], shard: match[2] };
}

/** The records of one place: a table in memory that is at times written to its file. */
export class Document {
  private readonly file: DurableFile<Content>;
  private readonly low: Low<Content>;
  private readonly newest: number;
  private saved = 0;
  private characters = 0;

  /** An empty document in a partition's folder; nothing is read or written yet. */
  constructor(folder: string, place: Place, steps: readonly Migration[]) {
    this.newest = newestVersion(steps);
    this.file = new DurableFile(join(folder, documentName(place)), formatOf(place, steps));
    this.low = new Low(this.file, { version: this.newest, seq: 0, records: new Map() });
  }

  /**
   * Reads the file, which must be there.
   * @param last the number of the last durable commit.
   * @param checkpoint the number that it had at the last checkpoint; where that did not know it, of
   * the last commit that is in all documents.
   * @throws StoreDamaged when it cannot be read, holds more than the journal has ever heard of, or
   * is older than the checkpoint.
   */
  async read(
    last: number,
    checkpoint: { readonly own: number } | { readonly all: number },
  ): Promise<void> {
    const blank = this.low.data;
    await this.low.read();
    const { seq } = this.low.data;
    if (this.low.data === blank) {
      throw isGone(this.file.path);
    }
    if (seq > last) {
      throw new StoreDamaged({
        zh: `${this.file.path} 里有第 ${seq} 次记录，流水却只到 ${last}。请用备份恢复（npm run restore -- 备份文件）`,
        en: `${this.file.path} holds commit ${seq}, but the journal ends at ${last}. Restore the folder from a backup.`,
      });
    }
    // The checkpoint names every document that held a record. One that was let go of may be back
    // after a power cut, without records.
    const isOlder =
      'own' in checkpoint
        ? seq < checkpoint.own
        : seq <= checkpoint.all && this.low.data.records.size > 0;
    if (isOlder) {
      throw new StoreDamaged({
        zh: `${this.file.path} 只到第 ${seq} 次记录，比 checkpoint.json 旧：它是另一份拷贝里的。请用同一个备份恢复整个文件夹`,
        en: `${this.file.path} ends at commit ${seq} and is older than checkpoint.json: it is from another copy. Restore the whole folder from one backup.`,
      });
    }
    this.saved = seq;
    for (const text of this.low.data.records.values()) this.characters += text.length;
  }

  /** The number of the last commit that is in its file. */
  get savedSeq(): number {
    return this.saved;
  }

  /** Where a record lies: the file, and its line where the file holds just what the table does. */
  placeOf(id: string): string | undefined {
    const index = [...this.low.data.records.keys()].indexOf(id);
    if (index < 0) return undefined;
    return this.changed ? this.file.path : `${this.file.path}, line ${lineOf(index)}`;
  }

  /**
   * Applies a durable edit. What the file held already is passed over, so a journal may be replayed
   * from anywhere.
   */
  apply(seq: number, { id, text }: Edit): void {
    if (seq <= this.saved) return;
    const content = this.low.data;
    content.seq = seq;
    this.characters += (text?.length ?? 0) - (content.records.get(id)?.length ?? 0);
    if (text === undefined) content.records.delete(id);
    else content.records.set(id, text);
    content.parsed = undefined;
  }

  /** How long the texts of its records are, characters. */
  get length(): number {
    return this.characters;
  }

  /** Whether the file is older than the table. */
  get changed(): boolean {
    return this.low.data.seq > this.saved || this.low.data.version < this.newest;
  }

  /** Whether it holds no record, in the table as in the file. */
  get empty(): boolean {
    return this.low.data.records.size === 0 && !this.changed;
  }

  /**
   * Makes durable what the table holds when the writing begins. Commits that come meanwhile are in
   * neither the text nor the number in its header, and leave the document changed.
   */
  async save(): Promise<void> {
    const content = this.low.data;
    const { seq } = content;
    await this.low.write();
    content.version = this.newest;
    this.saved = seq;
  }

  /** The records as they are now, to be read in steps; each time as new objects. */
  take(): () => Promise<readonly StoredRecord[]> {
    const content = this.low.data;
    const { parsed } = content;
    content.parsed = undefined;
    if (parsed !== undefined) return async () => parsed;
    const texts = [...content.records.values()];
    return () => parseAll(texts);
  }
}

async function parseAll(texts: readonly string[]): Promise<readonly StoredRecord[]> {
  const records: StoredRecord[] = [];
  for (const text of texts) {
    records.push(JSON.parse(text) as StoredRecord);
    if (records.length % READ_SLICE === 0) await turn();
  }
  return records;
}
