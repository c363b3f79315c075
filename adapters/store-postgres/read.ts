import {
  type PartitionContent,
  StoreDamaged,
  type StoredRecord,
  type StoreReader,
} from '../../src/ports/store.ts';
import { type Migration, migrate, migrations, newestVersion } from '../durable/migrations.ts';
import { keyOf } from './batch.ts';
import { type Connection, connect, unreachable } from './connection.ts';
import { versionIn } from './schema.ts';
import { slotOf } from './slot.ts';
import { statements } from './sql.ts';

type Sql = ReturnType<typeof statements>;
type Asked = Pick<Connection, 'ask'>;

/** The names of all partitions that hold something, or held it. */
export async function partitionsIn(asked: Asked, sql: Sql): Promise<readonly string[]> {
  const rows = await asked.ask<{ partition: string }>(sql.partitions);
  return rows.map(({ partition }) => partition);
}

/** The records of a partition, in the order in which they came. @throws StoreDamaged */
export async function contentOf(
  asked: Asked,
  sql: Sql,
  schema: string,
  partition: string,
  toNewest: Migration = (record) => record,
): Promise<PartitionContent> {
  const rows = await asked.ask<Record<'collection' | 'shard' | 'id' | 'body', string>>(sql.load, [
    slotOf(partition),
    partition,
  ]);
  const content = new Map<string, StoredRecord[]>();
  for (const { collection, shard, id, body } of rows) {
    const place = { partition, collection, shard: shard === '' ? undefined : shard };
    const records = content.get(collection) ?? [];
    records.push(toNewest(parsed(body, `${schema}, ${partition}/${collection}, id ${id}`), place));
    content.set(collection, records);
  }
  return content;
}

function parsed(body: string, place: string): StoredRecord {
  try {
    return JSON.parse(body) as StoredRecord;
  } catch {
    // A parser's message quotes what it read, and that is what people wrote.
    throw new StoreDamaged({
      zh: `${place}：这条记录不是 JSON。原样没动，请改好它，或者用备份恢复（npm run restore -- 备份文件）`,
      en: `${place}: the record is not JSON. It was left as it is; mend it, or restore from a back-up.`,
    });
  }
}

/** Where a record lies, for whoever looks with psql. */
export function placeIn(schema: string, partition: string, collection: string, id: string): string {
  return `${schema}.record, partition ${partition}, collection ${collection}, id ${keyOf(id)}`;
}

/** How long one question may take while everything is read, ms. */
const READS_WITHIN = 10 * 60_000;

/**
 * What is durable at this moment, beside a bot that works there; empty where there are no tables.
 * @throws UserError where the database cannot be reached, StoreDamaged where it cannot be read.
 */
export async function readPostgres({
  url,
  schema,
}: {
  readonly url: string;
  readonly schema: string;
}): Promise<StoreReader> {
  const connection = await connect(url, READS_WITHIN).catch((error: unknown) => {
    throw unreachable(error);
  });
  const sql = statements(schema);
  try {
    await connection.ask('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    // The first question fixes the moment.
    const version = await versionIn(connection, schema, newestVersion(migrations));
    const isThere = version !== undefined;
    const toNewest: Migration = (record, place) => migrate(record, version ?? 1, place, migrations);
    return {
      partitions: async () => (isThere ? partitionsIn(connection, sql) : []),
      load: async (partition) =>
        isThere ? contentOf(connection, sql, schema, partition, toNewest) : new Map(),
      placeOf: (...record) => placeIn(schema, ...record),
      close: () => connection.end(),
    };
  } catch (error) {
    await connection.end();
    throw error;
  }
}
