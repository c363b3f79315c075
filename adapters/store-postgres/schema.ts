import type { Log } from '../../src/ports/log.ts';
import type { StoredRecord } from '../../src/ports/store.ts';
import { tooNew } from '../durable/damage.ts';
import { type Migration, migrate, newestVersion } from '../durable/migrations.ts';
import { type Connection, codeOf, isPassing } from './connection.ts';
import { SLOTS } from './slot.ts';

/**
 * `id` is the id as JSON, or its hash where it is long; `body` is the JSON of the record, and NULL
 * where it was removed. `nr` grows with each record that is new in its place; it stands below zero
 * where the record was removed and put again within one batch. A lease is written so often that
 * its pages keep room for it.
 */
const TABLES = (schema: string) => `
  CREATE SCHEMA IF NOT EXISTS ${schema};
  CREATE TABLE IF NOT EXISTS ${schema}.lianluo (
    one int PRIMARY KEY CHECK (one = 1),
    version int NOT NULL
  );
  CREATE TABLE IF NOT EXISTS ${schema}.lease (
    slot int PRIMARY KEY,
    owner text NOT NULL DEFAULT '',
    name text NOT NULL DEFAULT '',
    epoch bigint NOT NULL DEFAULT 0,
    seq bigint NOT NULL DEFAULT 0,
    since timestamptz NOT NULL DEFAULT '-infinity',
    until timestamptz NOT NULL DEFAULT '-infinity'
  ) WITH (fillfactor = 20);
  CREATE TABLE IF NOT EXISTS ${schema}.record (
    slot int NOT NULL,
    partition text COLLATE "C" NOT NULL,
    collection text COLLATE "C" NOT NULL,
    shard text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    body text,
    nr bigint NOT NULL,
    PRIMARY KEY (slot, partition, collection, shard, id)
  );
  ALTER TABLE ${schema}.record ALTER COLUMN body SET STATISTICS 0;
  ALTER TABLE ${schema}.record ALTER COLUMN id SET STATISTICS 0;
`;

/**
 * The version of the records in a schema; undefined where nothing is.
 * @throws StoreDamaged when a newer program has written them.
 */
export async function versionIn(
  connection: Pick<Connection, 'ask'>,
  schema: string,
  newest: number,
): Promise<number | undefined> {
  const [there] = await connection.ask<{ there: boolean }>(
    'SELECT to_regclass($1) IS NOT NULL AS there',
    [`${schema}.lianluo`],
  );
  if (there?.there !== true) return undefined;
  const [row] = await connection.ask<{ version: number }>(`SELECT version FROM ${schema}.lianluo`);
  if (row !== undefined && row.version > newest)
    throw tooNew(`STORE_SCHEMA ${schema}`, row.version, newest);
  return row?.version;
}

/** Makes the tables where they are not there. Two processes may do so at once. */
export async function makeTables(
  connection: Pick<Connection, 'ask'>,
  schema: string,
  newest: number,
): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await connection.ask(TABLES(schema));
      break;
    } catch (error) {
      // The other one was faster; what it has made is there now.
      const isRace = /^(23505|42P0[67]|42710|XX000)$/.test(codeOf(error)) || isPassing(error);
      if (!isRace || tries === 5) throw error;
    }
  }
  const slots = Array.from({ length: SLOTS }, (_, slot) => slot);
  await connection.ask(
    `INSERT INTO ${schema}.lease (slot) SELECT unnest($1::int[]) ON CONFLICT DO NOTHING`,
    [slots],
  );
  await connection.ask(
    `INSERT INTO ${schema}.lianluo (one, version) VALUES (1, $1) ON CONFLICT DO NOTHING`,
    [newest],
  );
}

/** So many records are brought to the newest version at a time. */
const AT_ONCE = 1_000;

interface Row {
  readonly slot: number;
  readonly partition: string;
  readonly collection: string;
  readonly shard: string;
  readonly id: string;
  readonly body: string;
}

/** Brings every record to the newest version, all of them or none. Whoever calls it holds them. */
export async function migrateRecords(
  { ask }: Pick<Connection, 'ask'>,
  schema: string,
  from: number,
  steps: readonly Migration[],
  log: Log,
): Promise<void> {
  log.info('store.migrating', { from, to: newestVersion(steps) });
  await ask('BEGIN');
  try {
    let after: readonly unknown[] = [-1, '', '', '', ''];
    for (;;) {
      const rows = await ask<Row>(
        `SELECT slot, partition, collection, shard, id, body FROM ${schema}.record
         WHERE (slot, partition, collection, shard, id) > ($1, $2, $3, $4, $5) AND body IS NOT NULL
         ORDER BY slot, partition, collection, shard, id LIMIT ${AT_ONCE}`,
        after,
      );
      const last = rows.at(-1);
      if (last === undefined) break;
      after = [last.slot, last.partition, last.collection, last.shard, last.id];
      await ask(
        `UPDATE ${schema}.record AS r SET body = d.body
         FROM unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
           AS d(slot, partition, collection, shard, id, body)
         WHERE r.slot = d.slot AND r.partition = d.partition AND r.collection = d.collection
           AND r.shard = d.shard AND r.id = d.id`,
        [
          rows.map(({ slot }) => slot),
          rows.map(({ partition }) => partition),
          rows.map(({ collection }) => collection),
          rows.map(({ shard }) => shard),
          rows.map(({ id }) => id),
          rows.map((row) => newer(row, from, steps)),
        ],
      );
    }
    await ask(`UPDATE ${schema}.lianluo SET version = $1`, [newestVersion(steps)]);
    await ask('COMMIT');
  } catch (error) {
    await ask('ROLLBACK').catch(() => {});
    throw error;
  }
}

function newer({ body, ...row }: Row, from: number, steps: readonly Migration[]): string {
  const { partition, collection, shard } = row;
  const place = { partition, collection, shard: shard === '' ? undefined : shard };
  return JSON.stringify(migrate(JSON.parse(body) as StoredRecord, from, place, steps));
}
