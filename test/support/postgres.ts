import { randomBytes } from 'node:crypto';
import { connect } from '../../adapters/store-postgres/connection.ts';
import { type PostgresStoreOptions, postgresStore } from '../../adapters/store-postgres/index.ts';
import type { Store } from '../../src/ports/store.ts';
import { recordingLog } from '../contracts/recording-log.ts';

/** The server of the tests; each test makes a schema of its own there. */
export const DATABASE = process.env['TEST_DATABASE_URL'] ?? 'postgres://127.0.0.1:5432/test';

/**
 * Whether tests that need the server are skipped: only where there is none, and never where all is
 * to be shown.
 */
export const withoutDatabase = process.env['CI'] === undefined && !(await isReached());

async function isReached(): Promise<boolean> {
  try {
    await (await connect(DATABASE, 2_000)).end();
    return true;
  } catch {
    process.stderr.write(
      `no PostgreSQL at TEST_DATABASE_URL (${DATABASE}): its tests are skipped\n`,
    );
    return false;
  }
}

/** Asks the server something, on a connection of its own. */
export async function ask(sql: string, values: readonly unknown[] = []) {
  const connection = await connect(DATABASE, 20_000);
  try {
    return await connection.ask(sql, values);
  } finally {
    await connection.end();
  }
}

/** A schema of a test's own. */
export class Schema {
  readonly name = `test_${randomBytes(6).toString('hex')}`;

  /** A store there, which is closed with the schema where the test has not done so. */
  async open(options: Partial<PostgresStoreOptions> = {}): Promise<Store> {
    const given = { url: DATABASE, lease: 10_000, log: recordingLog(), ...options };
    const store = await postgresStore({ schema: this.name, ...given });
    this.opened.push(store);
    return store;
  }

  /** Closes what is open and forgets all that is kept, so that the next test begins with nothing. */
  async empty(): Promise<void> {
    await Promise.all(this.opened.splice(0).map((store) => store.close()));
    const [made] = await ask('SELECT to_regclass($1) AS record', [`${this.name}.record`]);
    if (made?.['record'] !== null) await ask(`TRUNCATE ${this.name}.record`);
  }

  async remove(): Promise<void> {
    await Promise.all(this.opened.splice(0).map((store) => store.close()));
    await ask(`DROP SCHEMA IF EXISTS ${this.name} CASCADE`);
  }

  private readonly opened: Store[] = [];
}
