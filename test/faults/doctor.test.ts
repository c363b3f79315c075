import { createHash } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { blobFolder } from '../../adapters/blobs-folder/index.ts';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { jsonStore } from '../../adapters/store-json/index.ts';
import { sqliteStore } from '../../adapters/store-sqlite/index.ts';
import { diagnose } from '../../tools/doctor/diagnose.ts';
import { players, temporaryFolder } from '../support/conversation.ts';

/** Every file of a folder with its content and its time of change. */
function imageOf(folder: string) {
  return (
    readdirSync(folder, { recursive: true, withFileTypes: true })
      // The lock's file may not be opened beside the lock; the shared memory holds who reads.
      .filter((entry) => entry.isFile() && !/^lock\.sqlite$|-shm$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [
        path,
        statSync(path).mtimeMs,
        createHash('sha256').update(readFileSync(path)).digest('hex'),
      ])
  );
}

async function lived(kind = 'json') {
  const folder = join(temporaryFolder(), 'store');
  const open = kind === 'json' ? jsonStore : sqliteStore;
  const openStore = () => open({ folder, log: silentLog });
  const files = await blobFolder(folder);
  const player = await players({ openStore, files });
  await player.say({ name: '王五', text: '需求 3号楼灯坏了', photos: 1 });
  return { folder, player };
}

const english = (texts: readonly { readonly en: string }[]) => texts.map(({ en }) => en).join('\n');

describe('the doctor', () => {
  beforeEach(() => vi.stubEnv('BACKUP_DIR', join(temporaryFolder(), 'backups')));
  afterEach(() => vi.unstubAllEnvs());

  it.each(['json', 'sqlite'])(
    'tells what is in a folder with STORE=%s beside the running bot, and changes nothing',
    async (kind) => {
      const { folder, player } = await lived(kind);
      const before = imageOf(folder);
      const far: (readonly [number, number])[] = [];
      const told = (done: number, all: number) => void far.push([done, all]);
      const { about, wrong, hints } = await diagnose(folder, told);
      expect(english(wrong)).toBe('');
      // It says how far it is, and that it came to the end.
      const [, all] = far[0] ?? [0, 0];
      expect(far.map(([done]) => done)).toEqual(
        far.map(([done]) => done).toSorted((a, b) => a - b),
      );
      expect(all).toBeGreaterThan(16);
      expect(far.at(-1)).toEqual([all, all]);
      expect(english(about)).toMatch(/8 units, 16 people, 1 group, 1 request, 0 activities/);
      expect(english(hints)).toContain('npm run backup');
      expect(imageOf(folder)).toEqual(before);
      await player.stop();
    },
  );

  it('names everything that is wrong with a folder, each with its file and line, and changes nothing', async () => {
    const { folder, player } = await lived();
    await player.stop();
    const documents = join(folder, 'documents', 'tianxing');
    const change = (name: string, edit: (text: string) => string) =>
      writeFileSync(join(documents, name), edit(readFileSync(join(documents, name), 'utf8')));
    change('people.json', (text) => text.replace('"role":', '"role"'));
    change('units.json', (text) => {
      const [head, first, ...rest] = text.split('\n');
      return [head, first, first, ...rest].join('\n');
    });
    rmSync(join(folder, 'photos'), { recursive: true });
    writeFileSync(join(documents, 'people.json~'), 'a copy of an editor');
    chmodSync(folder, 0o755);
    const before = imageOf(folder);
    const { wrong, hints } = await diagnose(folder);
    expect(english(wrong)).toMatch(/people\.json cannot be read: line \d+: it is not JSON/);
    expect(english(wrong)).toMatch(
      /units\.json cannot be read: line 3: the record \S+ stands in it twice/,
    );
    expect(english(wrong)).toContain(`chmod 700 ${folder}`);
    expect(english(hints)).toContain('people.json~');
    expect(imageOf(folder)).toEqual(before);
  });

  it('names a record of wrong shape and photos that are gone', async () => {
    const { folder, player } = await lived();
    await player.stop();
    const requests =
      readdirSync(join(folder, 'documents', 'tianxing')).find((name) => /^requests/.test(name)) ??
      '';
    const path = join(folder, 'documents', 'tianxing', requests);
    writeFileSync(path, readFileSync(path, 'utf8').replace('"text":"3号楼灯坏了"', '"text":7'));
    rmSync(join(folder, 'photos'), { recursive: true });
    const said = english((await diagnose(folder)).wrong);
    expect(said).toMatch(/tianxing\/requests: the record \S+ has a wrong text/);
    expect(said).toContain('1 photo gone or damaged');
    expect(said).not.toContain('3号楼');
  });

  it.each([
    [
      'is not there',
      (folder: string) => rmSync(folder, { recursive: true, force: true }),
      'is not there',
    ],
    [
      'is another one',
      (folder: string) => writeFileSync(join(folder, 'letter.txt'), 'x'),
      'holds no records',
    ],
    [
      'has lost its version',
      (folder: string) => mkdirSync(join(folder, 'journal')),
      'holds records and no version.json',
    ],
  ])('says so of a folder that %s', async (_, make, said) => {
    const folder = temporaryFolder();
    make(folder);
    expect(english((await diagnose(folder)).wrong)).toContain(said);
  });
});
