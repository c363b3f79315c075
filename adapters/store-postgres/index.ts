import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Log } from '../../src/ports/log.ts';
import type { Store } from '../../src/ports/store.ts';
import { type Migration, migrations, newestVersion } from '../durable/migrations.ts';
import type { StandBy } from '../registration.ts';
import { type Connection, connect, Line, unreachable } from './connection.ts';
import { Lease } from './lease.ts';
import { makeTables, migrateRecords, versionIn } from './schema.ts';
import { statements } from './sql.ts';
import { overtaken, PostgresStore } from './store.ts';

/** Where a PostgreSQL store keeps its records, and how it shares them. */
export interface PostgresStoreOptions {
  readonly url: string;
  readonly schema: string;
  /** How long this process may be silent before another one may take over, ms. */
  readonly lease: number;
  /** What people call this process. */
  readonly name?: string | undefined;
  readonly log: Log;
  /** Waits beside another process; where it is missing, that is StoreLocked. */
  readonly standBy?: StandBy | undefined;
  /** Called before each statement that commits; a test throws here, as a full disk would. */
  readonly beforeCommit?: () => void;
  /** The migrations of the records; for tests. */
  readonly migrations?: readonly Migration[];
}

/** A server that has not answered by then does not answer any more, ms. */
const ANSWERS_WITHIN = 10_000;
/** What is read may be long. */
const READS_WITHIN = 120_000;

/**
 * Opens the store in a schema of a PostgreSQL database, and makes the tables where they are not
 * there.
 * @throws StoreLocked when another process works there, and we are not to wait.
 * @throws StoreDamaged when a newer program has written there; nothing is changed then.
 * @throws UserError when the database cannot be reached.
 */
export async function postgresStore(options: PostgresStoreOptions): Promise<Store> {
  const { url, schema, lease: ttl, name = hostname(), log, standBy } = options;
  const { beforeCommit, migrations: steps = migrations } = options;
  const sql = statements(schema);
  const [commits, reads, leases] = [ANSWERS_WITHIN, READS_WITHIN, ttl].map(
    (within) => new Line(url, within),
  ) as [Line, Line, Line];
  const hangUp = async () => {
    await Promise.all([commits.end(), reads.end(), leases.end()]);
  };
  let store: PostgresStore | undefined;
  let isLost = false;
  const onLost = () => {
    isLost = true;
    store?.lose(overtaken());
    standBy?.lost(overtaken());
  };
  try {
    await prepare(reads, schema, newestVersion(steps));
    const owner = randomUUID();
    const lease = await Lease.take({ line: leases, sql, owner, name, ttl, log }, onLost, standBy);
    // Whoever held it before us may have been newer, or older.
    const version = await versionIn(reads, schema, newestVersion(steps));
    if (version !== undefined && version < newestVersion(steps))
      await migrated(url, (connection) => migrateRecords(connection, schema, version, steps, log));
    const hook = beforeCommit === undefined ? {} : { beforeCommit };
    store = new PostgresStore({ url, schema, sql, commits, reads, lease, log, hangUp, ...hook });
    if (isLost) store.lose(overtaken());
    return store;
  } catch (error) {
    await hangUp();
    throw error;
  }
}

/** On one connection, which is not made anew: what it has begun is taken back where it breaks. */
async function migrated(url: string, migrate: (on: Connection) => Promise<void>): Promise<void> {
  const connection = await connect(url, READS_WITHIN);
  await migrate(connection).finally(() => connection.end());
}

async function prepare(line: Line, schema: string, newest: number): Promise<void> {
  try {
    if ((await versionIn(line, schema, newest)) === undefined)
      await makeTables(line, schema, newest);
  } catch (error) {
    throw unreachable(error);
  }
}
