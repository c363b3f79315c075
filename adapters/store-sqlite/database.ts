import { randomUUID } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { OperatorError } from '../../src/ports/operator-error.ts';
import { type PartitionContent, StoreDamaged, type StoredRecord } from '../../src/ports/store.ts';
import type { Text } from '../../src/ports/text.ts';
import { tooNew } from '../durable/damage.ts';
import { syncFolder, UNFINISHED } from '../durable/files.ts';
import type { Migration } from '../durable/migrations.ts';

/** By this the file is known as ours: `lian`. */
const APPLICATION_ID = 0x6c69616e;

/** How long another connection, a reader or the one that makes a copy, is waited for, ms. */
const TIMEOUT = 5_000;

/**
 * `key` is the id as JSON: SQLite keeps no half of a surrogate pair, and two ids must not become
 * one. `arrival` grows with each record that is new in its place.
 */
const SCHEMA = `
  CREATE TABLE records (
    arrival INTEGER PRIMARY KEY,
    "partition" TEXT NOT NULL,
    collection TEXT NOT NULL,
    shard TEXT NOT NULL,
    key TEXT NOT NULL,
    record TEXT NOT NULL,
    UNIQUE ("partition", collection, shard, key)
  ) STRICT;
  CREATE TABLE commits (last INTEGER NOT NULL) STRICT;
  INSERT INTO commits VALUES (0);
`;

/**
 * Makes a new database, which is there as a whole or not at all: so an empty file is never a new
 * one, and always damage.
 */
export async function createDatabase(path: string, version: number): Promise<void> {
  const unfinished = `${path}.${randomUUID()}${UNFINISHED}`;
  closeSync(openSync(unfinished, 'wx', 0o600));
  const database = new DatabaseSync(unfinished);
  try {
    database.exec(`
      BEGIN; ${SCHEMA}
      PRAGMA application_id = ${APPLICATION_ID};
      PRAGMA user_version = ${version};
      COMMIT`);
  } finally {
    database.close();
  }
  await syncFile(unfinished);
  await rename(unfinished, path);
  await syncFolder(dirname(path));
}

/** Makes a file durable that another has written. */
export async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A connection that writes: what it has committed survives a power cut. */
export function openDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: TIMEOUT });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
  return database;
}

/** A connection that changes no record, and sees what is durable at one moment. */
export function openReadOnly(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { readOnly: true, timeout: TIMEOUT });
  // A transaction sees what is durable when it first reads.
  database.exec('BEGIN; SELECT count(*) FROM sqlite_schema');
  return database;
}

/**
 * Looks at a database without changing it.
 * @returns its version.
 * @throws StoreDamaged when it is not whole, not ours, or newer than the newest known version.
 */
export function inspect(path: string, newest: number): number {
  return guarded(path, () => {
    const database = openReadOnly(path);
    try {
      if (numberOf(database, 'PRAGMA application_id') !== APPLICATION_ID)
        throw damaged(path, {
          zh: '不是这个程序的数据库',
          en: 'it is no database of this program',
        });
      const version = numberOf(database, 'PRAGMA user_version');
      if (version > newest) throw tooNew(path, version, newest);
      const [found] = Object.values(database.prepare('PRAGMA quick_check(1)').get() ?? {});
      if (found !== 'ok') throw damaged(path, { zh: '不完整', en: 'it is not whole' });
      return version;
    } finally {
      database.close();
    }
  });
}

/** The first value of the first row. */
export function numberOf(database: DatabaseSync, sql: string): number {
  return Number(Object.values(database.prepare(sql).get() ?? {})[0]);
}

/** The names of all partitions that hold something. */
export function partitionsIn(database: DatabaseSync): readonly string[] {
  const rows = database.prepare('SELECT DISTINCT "partition" AS name FROM records').all();
  return rows.map(({ name }) => String(name));
}

/** The records of a partition, in the order in which they came. */
export function contentOf(
  database: DatabaseSync,
  partition: string,
  toNewest: Migration = (record) => record,
): PartitionContent {
  const content = new Map<string, StoredRecord[]>();
  const rows = database
    .prepare(
      'SELECT arrival, collection, shard, record FROM records WHERE "partition" = ? ORDER BY arrival',
    )
    .iterate(partition);
  for (const { arrival, collection, shard, record } of rows) {
    const name = String(collection);
    const place = { partition, collection: name, shard: shard === '' ? undefined : String(shard) };
    const records = content.get(name) ?? [];
    records.push(toNewest(parsed(String(record), String(arrival)), place));
    content.set(name, records);
  }
  return content;
}

function parsed(text: string, arrival: string): StoredRecord {
  try {
    return JSON.parse(text) as StoredRecord;
  } catch {
    // A parser's message quotes what it read, and that is what people wrote.
    throw new NotJson({
      zh: `第 ${arrival} 条记录不是 JSON`,
      en: `the record of arrival ${arrival} is not JSON`,
    });
  }
}

class NotJson extends OperatorError {
  override readonly name = 'NotJson';
}

/** Where a record lies, for whoever looks with the tools of SQLite. */
export function placeIn(path: string, partition: string, collection: string, id: string): string {
  return `${path}, partition ${partition}, collection ${collection}, key ${JSON.stringify(id)}`;
}

/** Does something with a database. @throws StoreDamaged when SQLite cannot read it. */
export function guarded<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof NotJson) throw damaged(path, error.text);
    if (!(error instanceof Error && 'errcode' in error)) throw error;
    throw damaged(path, { zh: error.message, en: error.message });
  }
}

function damaged(path: string, why: Text): StoreDamaged {
  return new StoreDamaged({
    zh: `${path} 读不了：${why.zh}。原样没动，请用备份恢复（npm run restore -- 备份文件）`,
    en: `${path} cannot be read: ${why.en}. It was left as it is; restore the folder from a backup.`,
  });
}
