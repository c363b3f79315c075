import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { silentLog } from '../adapters/log-pino/index.ts';
import { postgresStore } from '../adapters/store-postgres/index.ts';

/*
 * Durable decisions a second over PostgreSQL, and what a transaction for each takes on the same
 * server (BEGIN, 3 upserts, COMMIT, a pool of 16). Compare within one run only. The server is
 * `TEST_DATABASE_URL`; what is made there is dropped.
 */

const URL = process.env['TEST_DATABASE_URL'] ?? 'postgres://127.0.0.1:5432/test';
const POOL = 16;
const AT_ONCE = [1, 50, 500];
/** Each is measured so long and so often, in turn, so that a busy moment meets both; ms. */
const LASTING = 2_000;
const ROUNDS = 3;

/** What one decision puts: a record, the message that it answers, the answer. */
const COLLECTIONS = ['attendance', 'handled', 'deliveries'];
const TEXT = 'x'.repeat(150);

type Decide = (n: number) => Promise<unknown>;

/** How many decisions a second are durable with so many under way at once. */
async function perSecond(decide: Decide, atOnce: number, first: number): Promise<number> {
  const begun = performance.now();
  let decided = 0;
  let next = first;
  const one = async () => {
    while (performance.now() - begun < LASTING) {
      next += 1;
      await decide(next);
      decided += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return (decided * 1_000) / (performance.now() - begun);
}

/** Writes the table to standard output. */
export async function postgresBench(): Promise<void> {
  const schema = `bench_${randomBytes(4).toString('hex')}`;
  const store = await postgresStore({ url: URL, schema, lease: 60_000, log: silentLog });
  const pool = new pg.Pool({ connectionString: URL, max: POOL });
  await pool.query(`CREATE TABLE ${schema}.plain (collection text, id text, body text,
    PRIMARY KEY (collection, id))`);
  const ours: Decide = (n) =>
    store.commit(
      COLLECTIONS.map((collection) => {
        return { partition: `p${n % 100}`, collection, put: { id: `${n}`, text: TEXT } };
      }),
    );
  const plain: Decide = async (n) => {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      for (const collection of COLLECTIONS)
        await client.query(
          `INSERT INTO ${schema}.plain VALUES ($1, $2, $3)
           ON CONFLICT (collection, id) DO UPDATE SET body = excluded.body`,
          [collection, `${n}`, JSON.stringify({ id: `${n}`, text: TEXT })],
        );
      await client.query('COMMIT');
    } finally {
      client.release();
    }
  };
  try {
    const lines = [
      '| at once | decisions/s | a transaction each | ratio |',
      '| --- | --- | --- | --- |',
    ];
    for (const atOnce of AT_ONCE) lines.push(await compared(ours, plain, atOnce));
    process.stdout.write(`${lines.join('\n')}\n`);
  } finally {
    await store.close();
    await pool.query(`DROP SCHEMA ${schema} CASCADE`);
    await pool.end();
  }
}

/** The best of some rounds of both. */
async function compared(ours: Decide, plain: Decide, atOnce: number): Promise<string> {
  const best = [0, 0] as [number, number];
  for (let round = 0; round < ROUNDS; round += 1) {
    const first = (atOnce * ROUNDS + round) * 1_000_000;
    best[0] = Math.max(best[0], await perSecond(ours, atOnce, first));
    best[1] = Math.max(best[1], await perSecond(plain, atOnce, first));
  }
  const [a, b] = best;
  return `| ${atOnce} | ${a.toFixed(0)} | ${b.toFixed(0)} | ${(a / b).toFixed(1)} |`;
}
