import { userInfo } from 'node:os';
import pg from 'pg';
import { UserError } from '../../src/core/user-error.ts';

// Where an address names no user it is the one of the system, as for psql.
pg.defaults.user ??= userInfo().username;

/** A connection to the database: one question after another. */
export interface Connection {
  /** @throws what PostgreSQL answers, with its `code`, or Unanswered. */
  ask<R extends object = Record<string, unknown>>(
    sql: string,
    values?: readonly unknown[],
  ): Promise<readonly R[]>;
  /** Lets go of it; what it asks just now stays without an answer. */
  end(): Promise<void>;
}

/**
 * The connection broke, or no answer came: nobody knows whether what was asked has been done.
 */
class Unanswered extends Error {
  override readonly name = 'Unanswered';
}

/**
 * @param within a server that has not answered by then does not answer any more, ms.
 * @throws Unanswered when there is no server, or it does not let us in now.
 */
export async function connect(url: string, within: number): Promise<Connection> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: within,
    query_timeout: within,
    keepAlive: true,
    application_name: 'lianluo',
  });
  // What breaks between two questions is found by the next one.
  client.on('error', () => {});
  const ask: Connection['ask'] = async (sql, values = []) => {
    try {
      return (await client.query(sql, [...values])).rows;
    } catch (error) {
      throw isAnswer(error) ? error : new Unanswered('no answer', { cause: error });
    }
  };
  const end = async () => {
    await client.end().catch(() => {});
  };
  try {
    await client.connect();
    // What we do not wait for any longer must not hold a row for ever.
    await ask(`SET statement_timeout = ${2 * within}`);
  } catch (error) {
    void end();
    throw isAnswer(error) || error instanceof Unanswered
      ? error
      : new Unanswered('no connection', { cause: error });
  }
  return { ask, end };
}

/**
 * Whether the server has said that it has not done what was asked. A server that is being shut
 * down, or that is cut off from us, says nothing of the kind.
 */
function isAnswer(error: unknown): boolean {
  const code = codeOf(error);
  return /^[0-9A-Z]{5}$/.test(code) && !/^(08|57P)/.test(code);
}

/** The five letters by which PostgreSQL names an error; empty where it is none of its. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Whether it may work when it is asked again: two who wanted the same, or a server that only reads. */
export function isPassing(error: unknown): boolean {
  return error instanceof Unanswered || /^(40001|40P01|25006)$/.test(codeOf(error));
}

/** Whether the server has no room left. */
export function hasNoRoom(error: unknown): boolean {
  return codeOf(error) === '53100';
}

/** What whoever runs the bot can do about a server that does not let us in; others stay as they are. */
export function unreachable(error: unknown): unknown {
  if (!isPassing(error) && !/^(28|3D|42501|53300)/.test(codeOf(error))) return error;
  const inner = error instanceof Unanswered ? error.cause : error;
  // The address holds a password, and some errors quote it.
  const why = codeOf(inner) || 'ETIMEDOUT';
  return new UserError({
    zh: `连不上 STORE_URL 的数据库（${why}）。请看看数据库开着没有，地址、用户、口令对不对`,
    en: `The database of STORE_URL cannot be reached (${why}). See whether it runs, and whether address, user and password are right.`,
  });
}

/** A connection that is made anew when it has broken, for one question at a time. */
export class Line {
  private readonly url: string;
  private readonly within: number;
  private open: Promise<Connection> | undefined;
  /** Ends when the question before has been answered. */
  private before: Promise<void> = Promise.resolve();

  constructor(url: string, within: number) {
    this.url = url;
    this.within = within;
  }

  /** @throws as `Connection.ask` does; after Unanswered the next question has a new connection. */
  async ask<R extends object = Record<string, unknown>>(
    sql: string,
    values?: readonly unknown[],
  ): Promise<readonly R[]> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const { before } = this;
    this.before = promise;
    await before;
    this.open ??= connect(this.url, this.within);
    const { open } = this;
    try {
      return await (await open).ask<R>(sql, values);
    } catch (error) {
      if (error instanceof Unanswered && this.open === open) await this.end();
      throw error;
    } finally {
      resolve();
    }
  }

  async end(): Promise<void> {
    const { open } = this;
    this.open = undefined;
    await open?.then(
      (connection) => connection.end(),
      () => {},
    );
  }
}
