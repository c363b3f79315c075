import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it, test, vi } from 'vitest';
import {
  backupName,
  backupsIn,
  type Entry,
  type Head,
  KEPT,
  Keys,
  keptOf,
  PhotoPool,
  readArchive,
  readHead,
  writeArchive,
} from '../../adapters/backup/index.ts';
import { blobFolder } from '../../adapters/blobs-folder/index.ts';
import { openStore } from '../../adapters/index.ts';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { DAY, dateOf } from '../../src/core/time.ts';
import { people } from '../../src/identity/people/index.ts';
import { makeBackup } from '../../tools/backup/make.ts';
import { prune } from '../../tools/backup/sweep.ts';
import { restore } from '../../tools/restore/restore.ts';
import { players, temporaryFolder } from '../support/conversation.ts';

const HEAD: Head = {
  lianluo: 'backup',
  format: 1,
  version: 1,
  at: '2026-11-30T03:30:00.000Z',
  records: 0,
  photos: 0,
  erased: [],
};

async function entriesOf(path: string, keys?: Keys): Promise<readonly Entry[]> {
  const read: Entry[] = [];
  for await (const entry of readArchive(path, keys)) read.push(entry);
  return read;
}

const entry: fc.Arbitrary<Entry> = fc.record({
  partition: fc.constantFrom('tianxing', 'directory'),
  collection: fc.constantFrom('people', 'notes'),
  record: fc.record({ id: fc.string(), text: fc.string({ unit: 'binary' }) }),
});

describe('a back-up file', () => {
  it('gives back what was put into it, plain and encrypted', async () => {
    const keys = new Keys('correct horse battery');
    const folder = temporaryFolder();
    await fc.assert(
      fc.asyncProperty(fc.array(entry), fc.boolean(), async (entries, isClosed) => {
        const path = join(folder, 'one.backup');
        const own = isClosed ? keys : undefined;
        await writeArchive(path, HEAD, entries, own);
        expect(await readHead(path, own)).toEqual(HEAD);
        expect(await entriesOf(path, own)).toEqual(JSON.parse(JSON.stringify(entries)));
        expect(statSync(path).mode & 0o777).toBe(0o600);
      }),
      { numRuns: 40 },
    );
  });

  const many: readonly Entry[] = Array.from({ length: 400 }, (_, index) => ({
    partition: 'tianxing',
    collection: 'notes',
    record: { id: String(index), text: '王奶奶家的灯坏了' },
  }));

  it.each([
    ['plain', undefined],
    ['encrypted', new Keys('correct horse battery')],
  ])('that is %s is refused where a byte is missing or another, with its name', async (_, keys) => {
    const folder = temporaryFolder();
    const path = join(folder, 'one.backup');
    await writeArchive(path, HEAD, many, keys);
    const whole = readFileSync(path);
    const wrong = join(folder, 'wrong.backup');
    for (const at of [
      0,
      9,
      40,
      Math.floor(whole.length / 2),
      whole.length - 20,
      whole.length - 1,
    ]) {
      writeFileSync(wrong, whole.subarray(0, at));
      await expect(entriesOf(wrong, keys), `cut at ${at}`).rejects.toThrow(wrong);
    }
    for (const at of [0, 30, Math.floor(whole.length / 2), whole.length - 1]) {
      const other = Buffer.from(whole);
      other[at] = (other[at] ?? 0) ^ 0x10;
      writeFileSync(wrong, other);
      const read = entriesOf(wrong, keys);
      // gzip has bytes that mean nothing, such as the name of a system.
      await expect(
        read.then((found) => expect(found).toEqual(many)).catch(Promise.reject.bind(Promise)),
        `flipped at ${at}`,
      ).rejects.toThrow(wrong);
    }
  });

  it('holds no word that can be read without the passphrase, and says what it needs', async () => {
    const path = join(temporaryFolder(), 'one.backup');
    await writeArchive(path, HEAD, many, new Keys('correct horse battery'));
    await expect(entriesOf(path)).rejects.toThrow('is encrypted: set BACKUP_PASSPHRASE');
    await expect(entriesOf(path, new Keys('another passphrase'))).rejects.toThrow(
      'the passphrase is wrong, or the file is damaged',
    );
  });

  it('of a newer program is refused, and so is any other file', async () => {
    const path = join(temporaryFolder(), 'one.backup');
    await writeArchive(path, { ...HEAD, format: 2 }, [], undefined);
    await expect(readHead(path, undefined)).rejects.toThrow('made by a newer program');
    writeFileSync(path, 'PK\u0003\u0004 something else');
    await expect(readHead(path, undefined)).rejects.toThrow('is no backup of this program');
    await expect(readHead(`${path}x`, undefined)).rejects.toThrow('there is no file');
  });
});

describe('what is kept of back-ups', () => {
  const inShanghai = (at: number) => dateOf(at, 'Asia/Shanghai');

  it('is the last of 7 days, 4 weeks and 6 months, over two years of days', () => {
    let all: readonly { readonly path: string; readonly at: number }[] = [];
    const begin = Date.parse('2026-01-01T19:30:00Z');
    for (let day = 0; day < 730; day++) {
      const at = begin + day * DAY;
      all = [{ path: backupName(at), at }, ...all];
      const kept = keptOf(all, inShanghai);
      all = all.filter((one) => kept.has(one));
      expect(kept.has(all[0] ?? { path: '', at: 0 })).toBe(true);
    }
    const dates = all.map(({ at }) => inShanghai(at));
    expect(all.length).toBeLessThanOrEqual(KEPT.days + KEPT.weeks + KEPT.months);
    expect(dates.slice(0, 7)).toEqual(
      Array.from({ length: 7 }, (_, index) => inShanghai(begin + (729 - index) * DAY)),
    );
    expect(new Set(dates.map((date) => date.slice(0, 7))).size).toBe(6);
  });

  it('never touches another file, nor one of the last day', async () => {
    const folder = temporaryFolder();
    const now = Date.parse('2026-11-30T03:30:00Z');
    for (const days of [0, 0.2, 0.4, 3, 400])
      await writeArchive(join(folder, backupName(now - days * DAY)), HEAD, [], undefined);
    writeFileSync(join(folder, 'mine.txt'), 'x');
    // The one of 400 days ago is the last of its month, and of six months there are but three.
    expect(await prune(folder, undefined, inShanghai)).toBe(0);
    for (let days = 30; days < 400; days++)
      await writeArchive(join(folder, backupName(now - days * DAY)), HEAD, [], undefined);
    expect(await prune(folder, undefined, inShanghai)).toBeGreaterThan(300);
    const left = await backupsIn(folder);
    expect(left.slice(0, 4).map(({ at }) => Math.round(((now - at) / DAY) * 10) / 10)).toEqual([
      0, 0.2, 0.4, 3,
    ]);
    expect(readdirSync(folder)).toContain('mine.txt');
  });
});

describe.each(['json', 'sqlite'])('a restore drill with STORE=%s', (kind) => {
  afterEach(() => vi.unstubAllEnvs());

  const options = (dataFolder: string) => ({
    settings: <T>(schema: { parse: (value: unknown) => T }) => schema.parse({ STORE: kind }),
    dataFolder,
    log: silentLog,
  });

  async function lived() {
    vi.stubEnv('STORE', kind);
    const home = temporaryFolder();
    const folder = join(home, 'store');
    const files = await blobFolder(folder);
    const player = await players({
      openStore: () => openStore(options(folder) as Parameters<typeof openStore>[0]),
      files,
    });
    await player.say({ name: '王五', text: '需求 3号楼灯坏了', photos: 1 });
    await player.say({ name: '李娟', text: '需求 北门积水' });
    player.take();
    return { home, folder, files, player };
  }

  const restoreFrom = (file: string, folder: string, keys?: Keys) =>
    restore({ file, folder, keys, agrees: async () => true });

  test('beside the running bot: what was there at the moment is there again, photos too', async () => {
    const { home, folder, player } = await lived();
    const keys = new Keys('correct horse battery');
    const to = join(home, 'backups');
    const { path, head } = await makeBackup({ dataFolder: folder, to, keys, now: Date.now() });
    expect(head.photos).toBe(1);
    await player.say({ name: '张伟', text: '需求 后来才说的' });
    await expect(restoreFrom(path, folder, keys)).rejects.toThrow('in use by another process');
    await player.stop();
    const restored = await restoreFrom(path, folder, keys);
    expect(restored).toMatchObject({ missing: 0, head: { records: head.records } });
    expect(
      existsSync(join(restored?.aside ?? '', kind === 'json' ? 'journal' : 'records.sqlite')),
    ).toBe(true);
    await player.start();
    player.take();
    await player.say({ name: '王五', private: true, text: '/需求列表' });
    const list = player
      .take()
      .map(({ outgoing }) => outgoing.text)
      .join('\n');
    expect(list).toContain('3号楼灯坏了');
    expect(list).not.toContain('后来才说的');
    await player.say({ name: '王五', private: true, text: '/详情 1' });
    expect(player.take().some(({ outgoing }) => (outgoing.attachments?.length ?? 0) > 0)).toBe(
      true,
    );
    expect((await player.records()).all(people).length).toBeGreaterThan(10);
  });

  test('the list of the erased outlives the restore, also where the folder was lost', async () => {
    const { home, folder, player } = await lived();
    const to = join(home, 'backups');
    const entry = (hash: string) => ({ alliance: 'tianxing', key: 'k', people: [{ hash, at: 1 }] });
    const write = (...hashes: string[]) =>
      writeFileSync(
        join(folder, 'erased.json'),
        JSON.stringify({ version: 1, alliances: hashes.map(entry) }),
      );
    const hashesIn = (place: string) => {
      const { alliances } = JSON.parse(readFileSync(join(place, 'erased.json'), 'utf8'));
      expect(alliances).toHaveLength(1);
      return alliances[0].people.map(({ hash }: { hash: string }) => hash).toSorted();
    };
    write('first');
    const { path } = await makeBackup({ dataFolder: folder, to, keys: undefined, now: Date.now() });
    await player.stop();
    write('second');
    await restoreFrom(path, folder);
    expect(hashesIn(folder)).toEqual(['first', 'second']);
    const elsewhere = join(temporaryFolder(), 'store');
    await restoreFrom(path, elsewhere);
    expect(hashesIn(elsewhere)).toEqual(['first']);
  });

  test('on another machine, in the other store', async () => {
    const { home, folder, player } = await lived();
    const to = join(home, 'stick');
    const { path } = await makeBackup({ dataFolder: folder, to, keys: undefined, now: Date.now() });
    await player.stop();
    const other = kind === 'json' ? 'sqlite' : 'json';
    vi.stubEnv('STORE', other);
    const elsewhere = join(temporaryFolder(), 'store');
    expect(await restoreFrom(path, elsewhere)).toMatchObject({ aside: undefined, missing: 0 });
    expect(existsSync(join(elsewhere, other === 'json' ? 'version.json' : 'records.sqlite'))).toBe(
      true,
    );
  });

  test('a back-up that is newer, damaged or not wanted changes nothing', async () => {
    const { home, folder, player } = await lived();
    const to = join(home, 'backups');
    const { path, head } = await makeBackup({
      dataFolder: folder,
      to,
      keys: undefined,
      now: Date.now(),
    });
    await player.stop();
    const before = readdirSync(home, { recursive: true }).sort();
    const newer = join(to, 'newer.backup');
    await writeArchive(newer, { ...head, version: 99 }, [], undefined);
    await expect(restoreFrom(newer, folder)).rejects.toThrow('version 99');
    const half = join(to, 'half.backup');
    writeFileSync(half, readFileSync(path).subarray(0, -40));
    await expect(restoreFrom(half, folder)).rejects.toThrow(half);
    expect(
      await restore({ file: path, folder, keys: undefined, agrees: async () => false }),
    ).toBeUndefined();
    const after = readdirSync(home, { recursive: true }).filter(
      (one) => !/(newer|half)\.backup$/.test(String(one)),
    );
    expect(after.sort()).toEqual(before);
    await player.start();
  });

  test('photos whose folder was left behind are counted, and the rest is restored', async () => {
    const { home, folder, player } = await lived();
    const to = join(home, 'backups');
    const { path } = await makeBackup({ dataFolder: folder, to, keys: undefined, now: Date.now() });
    await player.stop();
    const alone = join(temporaryFolder(), 'alone.backup');
    writeFileSync(alone, readFileSync(path));
    expect(await restoreFrom(alone, folder)).toMatchObject({ missing: 1 });
  });

  test('interrupted before its last step, the next start says which folder to rename', async () => {
    const { folder, player } = await lived();
    await player.stop();
    renameSync(folder, `${folder}.restored`);
    const starting = openStore(options(folder) as Parameters<typeof openStore>[0]);
    await expect(starting).rejects.toThrow(`rename ${folder}.restored to ${folder}`);
    expect(existsSync(folder)).toBe(false);
  });
});

test('a folder without records is not backed up', async () => {
  const folder = join(temporaryFolder(), 'none');
  const to = join(dirname(folder), 'backups');
  await expect(
    makeBackup({ dataFolder: folder, to, keys: undefined, now: Date.now() }),
  ).rejects.toThrow(`${folder} holds no records`);
  expect(existsSync(to)).toBe(false);
});

test('a photo lies in the pool once, is closed by the passphrase, and goes with the last back-up', async () => {
  const folder = temporaryFolder();
  const files = await blobFolder(folder);
  const bytes = Buffer.from('a photo of a lamp');
  const name = await files.put('tianxing', bytes, 'jpg');
  const pool = new PhotoPool(folder, new Keys('correct horse battery'));
  const plain = new PhotoPool(join(folder, 'b'), undefined);
  await pool.put('tianxing', name, bytes);
  expect(await pool.get('tianxing', name)).toEqual(bytes);
  const open = new PhotoPool(folder, undefined);
  expect(await open.has('tianxing', name)).toBe(false);
  expect(await open.get('tianxing', name)).toBeUndefined();
  expect(await plain.has('tianxing', name)).toBe(false);
  expect(await pool.sweep(new Set([`tianxing/${name}`]))).toBe(0);
  expect(await pool.sweep(new Set())).toBe(1);
  expect(await pool.has('tianxing', name)).toBe(false);
});
