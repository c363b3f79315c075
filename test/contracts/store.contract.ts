import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import {
  type Change,
  CommitFailed,
  type StoredRecord,
  type StoreReader,
} from '../../src/ports/store.ts';
import { type Ground, likeAMap } from './store.model.ts';

/** Every promise of the port, to be run over each adapter of it. */
export function storeContract(name: string, prepare: () => Promise<Ground>): void {
  describe(name, () => {
    const grounds: Ground[] = [];
    const ground = async () => {
      const made = await prepare();
      grounds.push(made);
      return made;
    };
    const opened = async () => (await ground()).open();

    afterEach(async () => {
      await Promise.all(grounds.splice(0).map((made) => made.remove()));
    });

    test('begins empty', async () => {
      const store = await opened();
      expect(await store.partitions()).toEqual([]);
      expect(await contentOf(store, 'nobody')).toEqual({});
      await store.close();
    });

    test('keeps the last put and forgets what was removed', async () => {
      const store = await opened();
      await store.commit([
        put('p', 'people', { id: 'a', name: '张伟' }),
        put('p', 'people', { id: 'b' }),
      ]);
      await store.commit([put('p', 'people', { id: 'a', age: 70 }), remove('p', 'people', 'b')]);
      await store.commit([remove('p', 'people', 'never there')]);
      expect(await contentOf(store, 'p')).toEqual({ people: [{ id: 'a', age: 70 }] });
      await store.close();
    });

    test('applies the changes of one commit in their order', async () => {
      const store = await opened();
      const twice = [
        put('p', 'c', { id: 'a', n: 1 }),
        remove('p', 'c', 'a'),
        put('p', 'c', { id: 'a', n: 2 }),
      ];
      await store.commit([...twice, put('p', 'c', { id: 'b' }), remove('p', 'c', 'b')]);
      expect(await contentOf(store, 'p')).toEqual({ c: [{ id: 'a', n: 2 }] });
      await store.close();
    });

    test('numbers the commits of a partition upwards and resolves them in order', async () => {
      const store = await opened();
      const order = { p: [] as number[], q: [] as number[] };
      const numbers = { p: [] as number[], q: [] as number[] };
      const committing = (name: 'p' | 'q') =>
        Array.from({ length: 30 }, async (_, n) => {
          const number = await store.commit([put(name, 'c', { id: `${n}` })]);
          order[name].push(n);
          numbers[name].push(number);
        });
      const first = committing('p');
      await first[3];
      await Promise.all([...first, ...committing('q')]);
      for (const name of ['p', 'q'] as const) {
        expect(order[name]).toEqual(Array.from({ length: 30 }, (_, n) => n));
        expect(numbers[name]).toEqual([...new Set(numbers[name])].toSorted((a, b) => a - b));
      }
      await store.close();
    });

    test('gives records back in the order in which they came', async () => {
      const place = await ground();
      const before = await place.open();
      const ids = ['m', 'b', 'z', 'a', '10', '9', '8'];
      for (const id of ids) await before.commit([put('p', 'c', { id })]);
      await before.commit([put('p', 'c', { id: 'z', again: true })]);
      await before.commit([remove('p', 'c', 'b')]);
      await before.commit([put('p', 'c', { id: 'b' })]);
      await before.commit([remove('p', 'c', 'm'), put('p', 'c', { id: 'm' })]);
      await before.commit(['y', 'x'].map((id) => put('p', 'c', { id })));
      const expected = ['z', 'a', '10', '9', '8', 'b', 'm', 'y', 'x'];
      const idsIn = async (store: StoreReader) =>
        (await store.load('p')).get('c')?.map(({ id }) => id);
      expect(await idsIn(before)).toEqual(expected);
      await before.close();
      const after = await place.open();
      expect(await idsIn(after)).toEqual(expected);
      await after.close();
    });

    test('gives back after a reopening what it held, and goes on counting', async () => {
      const place = await ground();
      const before = await place.open();
      await before.commit([
        put('p', 'c', { id: 'a', deep: [1, { x: null }] }),
        put('q', 'd', { id: 'a' }),
      ]);
      const number = await before.commit([put('p', 'c', { id: 'a', deep: [1, { x: null }] })]);
      await before.commit([]);
      await before.close();

      const after = await place.open();
      expect((await after.partitions()).toSorted()).toEqual(['p', 'q']);
      expect(await contentOf(after, 'p')).toEqual({ c: [{ id: 'a', deep: [1, { x: null }] }] });
      expect(await contentOf(after, 'q')).toEqual({ d: [{ id: 'a' }] });
      expect(await after.commit([put('p', 'c', { id: 'b' })])).toBeGreaterThan(number);
      await after.close();
    });

    test('keeps what was only written with what is durable, in its order', async () => {
      const place = await ground();
      const before = await place.open();
      await before.commit([put('p', 'c', { id: 'a', n: 1 })]);
      await before.commit([put('p', 'c', { id: 'a', n: 2 })], 'written');
      expect(await contentOf(before, 'p')).toEqual({ c: [{ id: 'a', n: 2 }] });
      await Promise.all([
        before.commit([put('p', 'c', { id: 'a', n: 3 })], 'written'),
        before.commit([put('p', 'c', { id: 'b' })]),
        before.commit([remove('p', 'c', 'b')], 'written'),
      ]);
      await before.close();
      const after = await place.open();
      expect(await contentOf(after, 'p')).toEqual({ c: [{ id: 'a', n: 3 }] });
      await after.close();
    });

    test('keeps the shards of a collection together when loading', async () => {
      const place = await ground();
      const before = await place.open();
      await before.commit([
        { ...put('p', 'attendance', { id: 'a' }), shard: '2026-11' },
        { ...put('p', 'attendance', { id: 'b' }), shard: '2026-12' },
        { ...put('p', 'attendance', { id: 'c' }), shard: '2026-12' },
        put('p', 'attendance', { id: 'd' }),
      ]);
      await before.commit([{ ...remove('p', 'attendance', 'b'), shard: '2026-12' }]);
      const expected = { attendance: [{ id: 'a' }, { id: 'c' }, { id: 'd' }] };
      expect(await contentOf(before, 'p')).toEqual(expected);
      await before.close();
      const after = await place.open();
      expect(await contentOf(after, 'p')).toEqual(expected);
      await after.close();
    });

    test('takes any text as an id and any JSON as a record', async () => {
      const ids = [
        '__proto__',
        'constructor',
        '',
        '..',
        '../../etc/passwd',
        'a\u0000b',
        '👨‍👩‍👧‍👦',
        '\u202eabc\u200f',
        '\ud800',
      ];
      const records = [...ids, '\u2028\r\n"\\', 'x'.repeat(10_000)].map((id) => {
        const odd = JSON.parse('{"__proto__":{"admin":true},"constructor":1,"toString":null}');
        return { ...odd, ['__proto__']: odd, id };
      });
      const place = await ground();
      const before = await place.open();
      await before.commit(records.map((record) => put('p', 'c', record)));
      await before.close();
      const after = await place.open();
      expect(texts(await after.load('p'))).toEqual(texts(new Map([['c', records]])));
      await after.commit(ids.map((id) => remove('p', 'c', id)));
      expect((await after.load('p')).get('c')).toHaveLength(2);
      await after.close();
    });

    test('shares nothing that can be changed with its callers', async () => {
      const store = await opened();
      const record = { id: 'a', tags: ['one'] };
      const committed = store.commit([put('p', 'c', record)]);
      record.tags.push('changed while waiting');
      await committed;
      record.tags.push('changed later');
      const loaded = (await store.load('p')).get('c')?.[0] as { tags?: string[] } | undefined;
      loaded?.tags?.push('changed after loading');
      expect(await contentOf(store, 'p')).toEqual({ c: [{ id: 'a', tags: ['one'] }] });
      await store.close();
    });

    test.each(['', '.', '..', 'a/b', 'a.b', '张伟', '-a', 'a'.repeat(65), 'a\n'])(
      'refuses %j as a name',
      async (bad) => {
        const place = await ground();
        const good = { partition: 'p', collection: 'c', shard: 's', put: { id: 'a' } };
        for (const part of ['partition', 'collection', 'shard']) {
          const store = await place.open();
          const before = store.commit([good]);
          await expect(store.commit([good, { ...good, [part]: bad }])).rejects.toThrow(part);
          await expect(store.commit([good])).rejects.toThrow(CommitFailed);
          await expect(before).resolves.toBeTypeOf('number');
          await store.recover();
          await store.commit([good]);
          expect(await store.partitions()).toEqual(['p']);
          await store.close();
        }
      },
    );

    test('refuses everything behind a failed commit until it has recovered', async () => {
      const place = await ground();
      const store = await place.open();
      const number = await store.commit([put('p', 'c', { id: 'kept' })]);
      place.refuseWrites(true);
      const waiting = Array.from({ length: 10 }, (_, n) =>
        store.commit([put('p', 'c', { id: `lost ${n}` })]),
      );
      for (const result of await Promise.allSettled(waiting)) {
        expect(result).toMatchObject({ status: 'rejected', reason: expect.any(CommitFailed) });
      }
      place.refuseWrites(false);
      await expect(store.commit([put('p', 'c', { id: 'too early' })])).rejects.toThrow(
        CommitFailed,
      );
      expect(await contentOf(store, 'p')).toEqual({ c: [{ id: 'kept' }] });

      await Promise.all([store.recover(), store.recover()]);
      expect(await store.commit([put('p', 'c', { id: 'next' })])).toBeGreaterThan(number);
      await store.close();
      const after = await place.open();
      expect(await contentOf(after, 'p')).toEqual({ c: [{ id: 'kept' }, { id: 'next' }] });
      await after.close();
    });

    test('closes once, after what waits, and refuses what comes then', async () => {
      const place = await ground();
      const store = await place.open();
      const waiting = Array.from({ length: 5 }, (_, n) =>
        store.commit([put('p', 'c', { id: `${n}` })]),
      );
      await Promise.all([store.close(), store.close()]);
      await expect(Promise.all(waiting)).resolves.toHaveLength(5);
      await expect(store.commit([])).rejects.toThrow(CommitFailed);
      await expect(store.load('p')).rejects.toThrow();
      await expect(store.recover()).rejects.toThrow();
      const after = await place.open();
      expect((await after.load('p')).get('c')).toHaveLength(5);
      await after.close();
    });

    test('holds no byte of what was replaced or removed, once it has erased', async () => {
      const place = await ground();
      const store = await place.open();
      const text = (n: number) => `SECRET-${n}-${'x'.repeat(700)}`;
      for (let n = 0; n < 40; n++) {
        await store.commit([put('p', 'c', { id: `${n}`, text: text(n) })]);
        await store.commit([{ ...put('p', 'd', { id: `SECRET ${n}` }), shard: `s${n % 3}` }]);
      }
      await store.commit([put('q', 'only', { id: 'SECRET' })]);
      await store.commit([put('p', 'c', { id: 'stays', text: 'open' })]);
      const gone = Array.from({ length: 40 }, (_, n) => [
        n % 2 === 0 ? remove('p', 'c', `${n}`) : put('p', 'c', { id: `${n}`, text: 'cut' }),
        { ...remove('p', 'd', `SECRET ${n}`), shard: `s${n % 3}` },
      ]).flat();
      const waiting = store.commit([...gone, remove('q', 'only', 'SECRET')]);
      const later = [store.erase(), store.commit([put('p', 'c', { id: 'beside' })])];
      await Promise.all([waiting, ...later]);
      expect(await filesWith(place.folder, 'SECRET')).toEqual([]);
      await store.close();

      const after = await place.open();
      const { c = [] } = await contentOf(after, 'p');
      expect(c.filter(({ text: cut }) => cut === 'cut')).toHaveLength(20);
      expect(c.map(({ id }) => id)).toEqual(expect.arrayContaining(['stays', 'beside']));
      // A second time, with nothing to do.
      await after.erase();
      await after.close();
      expect(await filesWith(place.folder, 'SECRET')).toEqual([]);
    });

    // A database takes its time to make tables.
    test(
      'holds what a map would hold, whatever is committed and whenever it is reopened',
      () => likeAMap(prepare),
      60_000,
    );
  });
}

/** The files, however deep, that hold a text. */
async function filesWith(folder: string | undefined, text: string): Promise<readonly string[]> {
  if (folder === undefined) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  const held = await Promise.all(files.map(async (path) => (await readFile(path)).includes(text)));
  return files.filter((_, index) => held[index]);
}

function put(partition: string, collection: string, record: StoredRecord): Change {
  return { partition, collection, put: record };
}

function remove(partition: string, collection: string, id: string): Change {
  return { partition, collection, remove: id };
}

/** What a partition holds, as a plain object with its records by id, so that it can be compared. */
export async function contentOf(
  store: Pick<StoreReader, 'load'>,
  partition: string,
): Promise<Record<string, readonly StoredRecord[]>> {
  const byId = (a: StoredRecord, b: StoredRecord) => (a.id < b.id ? -1 : 1);
  return Object.fromEntries(
    Array.from(await store.load(partition), ([name, records]) => [name, records.toSorted(byId)]),
  );
}

function texts(content: ReadonlyMap<string, readonly StoredRecord[]>): [string, string[]][] {
  return Array.from(content, ([name, records]) => [
    name,
    records.map((record) => JSON.stringify(record)).toSorted(),
  ]);
}
