import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { connect } from '../../adapters/store-postgres/connection.ts';
import {
  type Change,
  CommitFailed,
  type Store,
  StoreDamaged,
  StoreLocked,
} from '../../src/ports/store.ts';
import { recordingLog } from '../contracts/recording-log.ts';
import { contentOf } from '../contracts/store.contract.ts';
import { CuttingProxy } from '../support/cutting-proxy.ts';
import { ask, DATABASE, Schema, withoutDatabase } from '../support/postgres.ts';
import { until } from '../support/until.ts';

function schemaOfTest(): Schema {
  const schema = new Schema();
  onTestFinished(() => schema.remove());
  return schema;
}

function put(partition: string, id: string, more: object = {}): Change {
  return { partition, collection: 'c', put: { id, ...more } };
}

/** How many edits the server has ever kept there. */
async function keptIn({ name }: Schema): Promise<number> {
  const [row] = await ask(`SELECT sum(seq) AS kept FROM ${name}.lease`);
  return Number(row?.['kept']);
}

/** The lease runs out, as while its holder is frozen. */
async function silence({ name }: Schema): Promise<void> {
  await ask(`UPDATE ${name}.lease SET until = '-infinity'`);
}

/** Until it is over, every commit of a partition is refused by the server. */
async function refuse({ name }: Schema, partition: string): Promise<() => Promise<unknown>> {
  await ask(`ALTER TABLE ${name}.record ADD CONSTRAINT bad CHECK (partition <> '${partition}')`);
  return () => ask(`ALTER TABLE ${name}.record DROP CONSTRAINT bad`);
}

describe.skipIf(withoutDatabase)('with a server', () => {
  test('a hundred connections are cut behind a commit: nothing is lost, nothing is twice', async () => {
    const schema = schemaOfTest();
    const proxy = await CuttingProxy.start(DATABASE);
    onTestFinished(() => proxy.stop());
    const store = await schema.open({ url: proxy.url, lease: 120_000 });
    proxy.cuts = (answers) => answers >= 7;
    let decided = 0;
    const say = async (who: number) => {
      while (proxy.count < 100) {
        const n = decided;
        decided += 1;
        // Two edits each, over partitions that several have in common.
        await store.commit([put(`p${who % 5}`, `${n}`), put('all', `${n}`)]);
      }
    };
    await Promise.all(Array.from({ length: 12 }, (_, who) => say(who)));
    proxy.cuts = () => false;
    expect(proxy.count).toBeGreaterThanOrEqual(100);
    const ids = Array.from({ length: decided }, (_, n) => `${n}`).toSorted();
    expect((await contentOf(store, 'all'))['c']?.map(({ id }) => id)).toEqual(ids);
    // A batch that was kept twice would have counted twice.
    expect(await keptIn(schema)).toBe(2 * decided);
  }, 300_000);

  test('a connection that the server ends in the middle is made anew', async () => {
    const schema = schemaOfTest();
    const store = await schema.open();
    await store.commit([put('p', '0')]);
    const kept = Array.from({ length: 200 }, async (_, n) => {
      await pause(n * 5);
      return store.commit([put('p', `${n}`)]);
    });
    for (let n = 0; n < 5; n += 1) {
      await pause(150);
      await ask(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE pid <> pg_backend_pid() AND query LIKE '%${schema.name}%'`,
      );
    }
    await Promise.all(kept);
    expect((await store.load('p')).get('c')).toHaveLength(200);
    expect(await keptIn(schema)).toBe(201);
  });

  test('what one partition loses is no loss of another in the same batch', async () => {
    const schema = schemaOfTest();
    const store = await schema.open();
    await store.commit([put('good', 'before'), put('tied', 'before')]);
    const mend = await refuse(schema, 'bad');
    const results = await Promise.allSettled([
      store.commit([put('good', '1')]),
      store.commit([put('bad', '1')]),
      store.commit([put('good', '2')]),
      store.commit([put('bad', '2'), put('tied', '2')]),
    ]);
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
    ]);
    const [, failed] = results;
    expect(failed).toMatchObject({
      reason: { name: 'CommitFailed', partitions: new Set(['bad', 'tied']) },
    });
    await mend();
    await expect(store.commit([put('tied', '3')])).rejects.toThrow(CommitFailed);
    await store.commit([put('good', '3')]);
    await store.recover();
    await store.commit([put('bad', '4'), put('tied', '4')]);
    const idsOf = async (name: string) => (await contentOf(store, name))['c']?.map(({ id }) => id);
    expect(await idsOf('good')).toEqual(['1', '2', '3', 'before']);
    expect(await idsOf('bad')).toEqual(['4']);
    expect(await idsOf('tied')).toEqual(['4', 'before']);
  });

  test('what is lost of some partitions is taken back without waiting for the others', async () => {
    const schema = schemaOfTest();
    const store = await schema.open();
    const mend = await refuse(schema, 'bad');
    await expect(store.commit([put('bad', '1'), put('tied', '1')])).rejects.toThrow(CommitFailed);
    await mend();
    await expect(store.commit([put('other', '1'), put('tied', '2')])).rejects.toThrow(CommitFailed);
    await store.recover(new Set(['bad', 'tied']));
    await store.commit([put('bad', '3'), put('tied', '3')]);
    await expect(store.commit([put('other', '3')])).rejects.toThrow(CommitFailed);
    await store.recover(new Set(['other']));
    await store.commit([put('other', '4')]);
  });

  test('a server that does not answer is known by how long it has not, and nothing is lost', async () => {
    const schema = schemaOfTest();
    const store = await schema.open({ lease: 120_000 });
    await store.commit([put('p', '1')]);
    expect(store.unansweredFor).toBeUndefined();
    const blocker = await connect(DATABASE, 60_000);
    onTestFinished(() => blocker.end());
    await blocker.ask('BEGIN');
    await blocker.ask(`SELECT slot FROM ${schema.name}.lease FOR UPDATE`);
    const kept = store.commit([put('p', '2')]);
    await until(() => (store.unansweredFor ?? 0) >= 2_000, 'it is silent', 20_000);
    await blocker.ask('ROLLBACK');
    await kept;
    expect(store.unansweredFor).toBeUndefined();
    expect((await store.load('p')).get('c')).toHaveLength(2);
  });

  test('a holder that was silent is refused by the server itself, and ends', async () => {
    const schema = schemaOfTest();
    const lost: Error[] = [];
    const standBy = { waiting: () => {}, lost: (error: Error) => void lost.push(error) };
    const frozen = await schema.open({ lease: 60_000, name: 'left', standBy });
    await frozen.commit([put('p', 'before')]);
    expect(frozen.holding).toMatchObject({ name: 'left', isTrusted: true });
    await silence(schema);
    const other = await schema.open({ name: 'right' });
    await other.commit([put('p', 'of the other')]);
    const late = [put('p', 'late'), put('q', 'late')].map((change) => frozen.commit([change]));
    for (const one of await Promise.allSettled(late))
      expect(one).toMatchObject({ reason: expect.any(CommitFailed) });
    await expect(frozen.commit([put('r', 'later')])).rejects.toThrow(CommitFailed);
    await expect(frozen.recover()).rejects.toThrow(StoreDamaged);
    expect(frozen.holding).toMatchObject({ isTrusted: false });
    expect(lost).toHaveLength(1);
    expect(await other.partitions()).toEqual(['p']);
    expect((await contentOf(other, 'p'))['c']?.map(({ id }) => id)).toEqual([
      'before',
      'of the other',
    ]);
    // What is let go of by the one that has lost is still the other's.
    await frozen.close();
    await other.commit([put('p', 'after')]);
  });

  test('a holder that hears nothing of its lease notices by itself', async () => {
    const schema = schemaOfTest();
    const lost: Error[] = [];
    const standBy = { waiting: () => {}, lost: (error: Error) => void lost.push(error) };
    await schema.open({ lease: 2_000, standBy });
    await ask(`UPDATE ${schema.name}.lease SET owner = 'another', epoch = epoch + 1`);
    await until(() => lost.length === 1, 'it knows');
  });

  test('a second process is refused, or waits and is told for whom', async () => {
    const schema = schemaOfTest();
    const first = await schema.open({ name: 'left', lease: 3_000 });
    await first.commit([put('p', '1')]);
    await expect(schema.open({ name: 'right' })).rejects.toThrow(StoreLocked);
    await expect(schema.open({ name: 'right' })).rejects.toThrow('"left"');
    const waitsFor: string[] = [];
    const standBy = {
      waiting: ({ name }: { readonly name: string }) => void waitsFor.push(name),
      lost: () => {},
    };
    let second: Store | undefined;
    const opening = schema.open({ name: 'right', lease: 3_000, standBy }).then((store) => {
      second = store;
    });
    // Longer than the lease: the first one renews it.
    await pause(5_000);
    expect(second).toBeUndefined();
    const before = performance.now();
    await first.close();
    await opening;
    expect(performance.now() - before).toBeLessThan(3_000);
    expect(waitsFor).toEqual(['left']);
    expect(second?.holding?.name).toBe('right');
    expect(await second?.partitions()).toEqual(['p']);
  });

  test('no byte of what was erased is left in the table', async () => {
    const schema = schemaOfTest();
    const store = await schema.open();
    const text = (n: number) => `SECRET-${n}`.repeat(n % 2 === 0 ? 1 : 900);
    for (let n = 0; n < 20; n += 1)
      await store.commit([put('p', `${n}`, { text: text(n) }), put('p', `SECRET ${n}`)]);
    await store.commit([put('p', 'stays')]);
    const heldBytes = async () => {
      await ask('CHECKPOINT');
      const [row] = await ask(
        `SELECT position('SECRET'::bytea IN pg_read_binary_file(pg_relation_filepath($1))) > 0 AS there`,
        [`${schema.name}.record`],
      );
      return row?.['there'];
    };
    await store.commit(
      Array.from({ length: 20 }, (_, n) => [
        put('p', `${n}`, { text: 'cut' }),
        { partition: 'p', collection: 'c', remove: `SECRET ${n}` },
      ]).flat(),
    );
    expect(await heldBytes()).toBe(true);
    await Promise.all([store.erase(), store.commit([put('p', 'beside')])]);
    expect(await heldBytes()).toBe(false);
    expect((await store.load('p')).get('c')).toHaveLength(22);
    const [row] = await ask(`SELECT count(*) AS rows FROM ${schema.name}.record`);
    expect(Number(row?.['rows'])).toBe(22);
  });

  test('records of an older version are brought to the newest, and an older program keeps off', async () => {
    const schema = schemaOfTest();
    const before = await schema.open();
    for (let n = 0; n < 1_500; n += 300)
      await before.commit(Array.from({ length: 300 }, (_, m) => put('p', `${n + m}`, { n: 1 })));
    await before.commit([{ partition: 'p', collection: 'c', remove: '7' }]);
    await before.close();
    const log = recordingLog();
    const migrations = [(record: { readonly id: string }) => ({ ...record, n: 2 })];
    const after = await schema.open({ migrations, log });
    expect(log.events).toContain('store.migrating');
    const records = (await after.load('p')).get('c') ?? [];
    expect(records).toHaveLength(1_499);
    expect(records.every(({ n }) => n === 2)).toBe(true);
    await after.close();
    await expect(schema.open()).rejects.toThrow(StoreDamaged);
    await expect(schema.open()).rejects.toThrow('of version 2, this program knows 1');
  });

  test('two processes that make the tables at once make them once', async () => {
    const schema = schemaOfTest();
    const standBy = { waiting: () => {}, lost: () => {} };
    const stores = Array.from({ length: 4 }, () => schema.open({ standBy, lease: 2_000 }));
    const first = await Promise.race(stores);
    await first.commit([put('p', '1')]);
    await first.close();
    const others = stores.map(async (store) => (await store).close());
    await Promise.all(others);
    expect(await keptIn(schema)).toBe(1);
  });

  test('a database that cannot be reached is said in words, and no password with it', async () => {
    const url = 'postgres://somebody:secret@127.0.0.1:9/none';
    const opening = schemaOfTest().open({ url });
    await expect(opening).rejects.toMatchObject({ name: 'UserError' });
    await expect(opening).rejects.toThrow('ECONNREFUSED');
    await expect(opening).rejects.not.toThrow('secret');
  });
});
