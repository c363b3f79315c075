/** What PostgreSQL calls a division by zero; by it a whole statement is taken back. */
export const NOT_AS_THOUGHT = '22012';

/**
 * Everything that is asked of the database while the bot works. The leading slot keeps what
 * belongs together on one node of a database that distributes; so there is nothing here that only a
 * single server can do, and no statement writes to one table twice.
 */
export function statements(schema: string) {
  const record = `${schema}.record`;
  const lease = `${schema}.lease`;
  return {
    /**
     * Keeps a batch: all of it, or where a slot is not as it should be nothing, and then it ends as
     * NOT_AS_THOUGHT. $1–$4: slots, their epochs and numbers, how many edits of each.
     */
    commit: `
      WITH want AS (
        SELECT * FROM unnest($1::int[], $2::bigint[], $3::bigint[], $4::int[])
          AS w(slot, epoch, seq, edits)
      ), mine AS (
        UPDATE ${lease} AS l SET seq = l.seq + w.edits FROM want AS w
        WHERE l.slot = w.slot AND l.epoch = w.epoch AND l.seq = w.seq
        RETURNING l.slot
      ), fence AS (
        SELECT count(*) = (SELECT count(*) FROM want) AS ok FROM mine
      ), put AS (
        INSERT INTO ${record} AS r (slot, partition, collection, shard, id, body, nr)
        SELECT d.* FROM unnest(
          $5::int[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::bigint[]
        ) AS d, fence
        WHERE fence.ok
        ON CONFLICT (slot, partition, collection, shard, id) DO UPDATE SET body = excluded.body,
          nr = CASE WHEN r.body IS NULL OR excluded.nr < 0 THEN excluded.nr ELSE r.nr END
      )
      SELECT 1 / ok::int AS kept FROM fence`,
    standing: `SELECT slot, epoch, seq FROM ${lease} WHERE slot = ANY($1::int[])`,
    /** In a tree that is sorted by them, each name is one step. */
    partitions: `
      WITH RECURSIVE named AS (
        (SELECT slot, partition FROM ${record} ORDER BY slot, partition LIMIT 1)
        UNION ALL
        SELECT n.slot, n.partition FROM named, LATERAL (
          SELECT slot, partition FROM ${record}
          WHERE (slot, partition) > (named.slot, named.partition)
          ORDER BY slot, partition LIMIT 1
        ) AS n
      )
      SELECT partition FROM named`,
    load: `
      SELECT collection, shard, id, body FROM ${record}
      WHERE slot = $1 AND partition = $2 AND body IS NOT NULL
      ORDER BY abs(nr)`,
    /** $1: who, $2: what they are called, $3: how long, ms. */
    take: `
      UPDATE ${lease} SET owner = $1, name = $2, epoch = epoch + 1, since = clock_timestamp(),
        until = clock_timestamp() + $3 * interval '1 millisecond'
      WHERE until < clock_timestamp()
      RETURNING slot, epoch, seq`,
    renew: `
      UPDATE ${lease} SET until = clock_timestamp() + $2 * interval '1 millisecond'
      WHERE owner = $1
      RETURNING slot`,
    release: `UPDATE ${lease} SET until = '-infinity' WHERE owner = $1`,
    holder: `
      SELECT name, (extract(epoch FROM since) * 1000)::bigint AS since,
        (extract(epoch FROM until - clock_timestamp()) * 1000)::bigint AS left
      FROM ${lease} WHERE until > clock_timestamp() ORDER BY until DESC LIMIT 1`,
    sweep: `DELETE FROM ${record} WHERE body IS NULL`,
    /** Writes the table anew, without what was replaced or removed. */
    rewrite: `VACUUM (FULL, ANALYZE) ${record}`,
  };
}
