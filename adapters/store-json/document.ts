import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { Low } from 'lowdb';
import { StoreDamaged, type StoredRecord } from '../../src/ports/store.ts';
import { isGone } from '../durable/damage.ts';
import type { Edit, Place } from '../durable/edit.ts';
import { type Migration, newestVersion } from '../durable/migrations.ts';
import { type Changed, change } from './changes.ts';
import { bytesOf, type Content, formatOf, isPackedHead, READ_SLICE } from './document-format.ts';
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

/** A document as it is at one moment, to be read later. */
export interface Snapshot {
  /** The records as new objects. */
  read(): Promise<readonly StoredRecord[]>;
}

/**
 * The records of one place: a file, and in memory what has changed since it was written. What the
 * file holds is read again when it is needed.
 */
export class Document {
  private readonly file: DurableFile<Content>;
  private readonly low: Low<Content>;
  private readonly newest: number;
  private readonly blank: Content;
  /** By id, each as it is since its last change. */
  private readonly changes = new Map<string, Changed>();
  /** The records that the file held when it was read, until somebody has them. */
  private fresh: readonly StoredRecord[] | undefined;
  /** The version that the file was written at, and how many records and characters are in it. */
  private version: number;
  private count = 0;
  private characters = 0;
  /** The numbers of the last commit, and of the last one that is in the file; none has 0. */
  private last = 0;
  private saved = 0;
  private hasFile = false;

  /** An empty document in a partition's folder; nothing is read or written yet. */
  constructor(folder: string, place: Place, steps: readonly Migration[]) {
    this.newest = newestVersion(steps);
    this.version = this.newest;
    this.file = new DurableFile(join(folder, documentName(place)), formatOf(place, steps));
    this.blank = { version: this.newest, seq: 0, records: new Map() };
    this.low = new Low(this.file, this.blank);
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
    const content = await this.readFile();
    const { seq, version, records } = content;
    if (seq > last) {
      throw new StoreDamaged({
        zh: `${this.file.path} 里有第 ${seq} 次记录，流水却只到 ${last}。请用备份恢复（npm run restore -- 备份文件）`,
        en: `${this.file.path} holds commit ${seq}, but the journal ends at ${last}. Restore the folder from a backup.`,
      });
    }
    // The checkpoint names every document that held a record. One that was let go of may be back
    // after a power cut, without records.
    const isOlder =
      'own' in checkpoint ? seq < checkpoint.own : seq <= checkpoint.all && records.size > 0;
    if (isOlder) {
      throw new StoreDamaged({
        zh: `${this.file.path} 只到第 ${seq} 次记录，比 checkpoint.json 旧：它是另一份拷贝里的。请用同一个备份恢复整个文件夹`,
        en: `${this.file.path} ends at commit ${seq} and is older than checkpoint.json: it is from another copy. Restore the whole folder from one backup.`,
      });
    }
    this.last = seq;
    this.noteFile(seq, version, records);
    this.fresh = content.parsed ?? (await parseAll(records.values()));
  }

  /** The number of the last commit that is in its file. */
  get savedSeq(): number {
    return this.saved;
  }

  /** Where a record lies: the file, and its line where that holds what is durable. */
  placeOf(id: string): string | undefined {
    const change = this.changes.get(id);
    if (change === undefined) return this.hasFile ? lineWith(id, this.file.path) : undefined;
    return change.text === undefined ? undefined : this.file.path;
  }

  /**
   * Applies a durable edit. What the file held already is passed over, so a journal may be replayed
   * from anywhere.
   */
  apply(seq: number, { id, text }: Edit): void {
    if (seq <= this.saved) return;
    this.last = seq;
    this.characters += (text?.length ?? 0) - (this.changes.get(id)?.text?.length ?? 0);
    const before = this.changes.get(id);
    const isBack = before !== undefined && before.text === undefined && text !== undefined;
    // What comes back comes behind all others.
    if (isBack) this.changes.delete(id);
    this.changes.set(id, { id, text, back: isBack ? seq : (before?.back ?? 0) });
  }

  /** How many bytes its file would take, about. */
  get bytes(): number {
    return bytesOf(this.characters);
  }

  /** Whether the file is older than what is durable. */
  get changed(): boolean {
    return this.last > this.saved || this.version < this.newest;
  }

  /** Whether it holds no record, in memory as in the file. */
  get empty(): boolean {
    return this.count === 0 && !this.changed;
  }

  /**
   * Makes durable what it holds when the writing begins. Commits that come meanwhile are in neither
   * the text nor the number in its header, and leave the document changed.
   */
  async save(): Promise<void> {
    // One moment: what is read later of the file does not change meanwhile.
    const seq = this.last;
    const changes = [...this.changes.values()];
    this.fresh = undefined;
    const records = this.hasFile ? (await this.readFile()).records : new Map<string, string>();
    change(records, changes, this.saved, (text) => text);
    this.low.data = { version: this.newest, seq, records };
    try {
      await this.low.write();
    } finally {
      this.low.data = this.blank;
    }
    this.noteFile(seq, this.newest, records);
    for (const change of changes)
      if (this.changes.get(change.id) === change) this.changes.delete(change.id);
    for (const { text } of this.changes.values()) this.characters += text?.length ?? 0;
  }

  /** The document as it is now. No `save` may begin before it was read. */
  take(): Snapshot {
    const { fresh, hasFile, saved } = this;
    const changes = new Map(this.changes);
    this.fresh = undefined;
    return {
      read: async () => {
        const base = fresh ?? (hasFile ? await this.readRecords() : []);
        if (changes.size === 0) return base;
        const records = new Map(base.map((record) => [record.id, record]));
        const texts = [...changes.values()].flatMap(({ text }) => text ?? []);
        const parsed = new Map((await parseAll(texts)).map((record) => [record.id, record]));
        change(records, changes.values(), saved, (_, id) => parsed.get(id));
        return [...records.values()];
      },
    };
  }

  private async readRecords(): Promise<readonly StoredRecord[]> {
    const { parsed, records } = await this.readFile();
    return parsed ?? parseAll(records.values());
  }

  /** @throws StoreDamaged when it is not there or cannot be read. */
  private async readFile(): Promise<Content> {
    this.low.data = this.blank;
    await this.low.read();
    const content = this.low.data;
    this.low.data = this.blank;
    if (content === this.blank) throw isGone(this.file.path);
    return content;
  }

  /** The file holds this from now on. */
  private noteFile(seq: number, version: number, records: Content['records']): void {
    this.hasFile = true;
    this.saved = seq;
    this.version = version;
    this.count = records.size;
    this.characters = 0;
    for (const text of records.values()) this.characters += text.length;
  }
}

async function parseAll(texts: Iterable<string>): Promise<readonly StoredRecord[]> {
  const records: StoredRecord[] = [];
  for (const text of texts) {
    records.push(JSON.parse(text) as StoredRecord);
    if (records.length % READ_SLICE === 0) await turn();
  }
  return records;
}

/** A file with the line of a record; the file alone where it is packed. */
function lineWith(id: string, path: string): string | undefined {
  const lines = readFileSync(path, 'utf8').split('\n');
  if (isPackedHead(lines[0] ?? '')) return path;
  const index = lines.slice(1).findIndex((line) => idOf(line) === id);
  return index < 0 ? undefined : `${path}, line ${lineOf(index)}`;
}

function idOf(line: string): unknown {
  try {
    return (JSON.parse(line.replace(/,$/, '')) as { readonly id?: unknown }).id;
  } catch {
    return undefined;
  }
}
