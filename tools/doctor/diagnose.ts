import { existsSync } from 'node:fs';
import { readdir, stat, statfs } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { backupFolder, backupSettings, backupsIn } from '../../adapters/backup/index.ts';
import { openBlobsReadOnly } from '../../adapters/blobs.ts';
import { isRunning } from '../../adapters/control/index.ts';
import { openStoreReadOnly, storeElsewhere, storeIn } from '../../adapters/index.ts';
import { silentLog } from '../../adapters/log-pino/index.ts';
import type { ReadSettings } from '../../adapters/registration.ts';
import { inspectFolder, tornIn } from '../../adapters/store-json/inspect.ts';
import { readSettings } from '../../src/config.ts';
import { counted, type Text } from '../../src/core/text.ts';
import { OperatorError } from '../../src/ports/operator-error.ts';
import type { PartitionContent } from '../../src/ports/store.ts';
import { aboutPartition, photosNamed, wrongShapes } from './records.ts';

/** What is to be said of a data folder. */
export interface Diagnosis {
  /** What is in it. */
  readonly about: readonly Text[];
  /** What is wrong, each with what to do. */
  readonly wrong: readonly Text[];
  /** What is good to know. */
  readonly hints: readonly Text[];
}

/**
 * Looks at a data folder, also a broken one, also beside the running bot. Changes nothing.
 * @param progress is told how many records and photos of how many have been looked at.
 */
export async function diagnose(
  given: string,
  progress: (done: number, all: number) => void = () => {},
): Promise<Diagnosis> {
  const folder = resolve(given);
  // A JSON store that has lost its version.json is told by its folders.
  const here =
    (await storeIn(folder)) ?? (existsSync(join(folder, 'journal')) ? 'json' : undefined);
  const kind = here ?? (await storeElsewhere((schema) => readSettings(schema, process.env)));
  const about: Text[] = [];
  const wrong: Text[] = [];
  const hints: Text[] = [];
  if (!existsSync(folder) || kind === undefined) {
    wrong.push({
      zh: `${folder} ${existsSync(folder) ? '里没有联络的记录' : '没有这个文件夹'}。请看看 DATA_DIR`,
      en: [
        `${folder} ${existsSync(folder) ? 'holds no records of this program' : 'is not there'}. `,
        `Look at DATA_DIR`,
      ].join(''),
    });
    return { about, wrong, hints };
  }
  const runs = await isRunning(folder);
  about.push({
    zh: `${folder}（STORE=${kind}，${megabytes(await sizeOf(folder))} MB，机器人${runs ? '正开着' : '没有开'}）`,
    en: [
      `${folder} (STORE=${kind}, ${megabytes(await sizeOf(folder))} MB, the bot `,
      `${runs ? 'runs' : 'does not run'})`,
    ].join(''),
  });
  const content = await contentOf(folder, kind, wrong);
  const looked = counter(workIn(content), progress);
  for (const [name, partition] of content) {
    const line = aboutPartition(partition);
    if (line !== undefined) about.push(line);
    wrong.push(...wrongShapes(name, partition, looked));
  }
  await lookAtPhotos(folder, content, { wrong, hints, looked });
  await lookAtFiles(folder, kind, runs, { wrong, hints });
  await lookAtBackups(folder, about, hints);
  await lookAtDisk(folder, wrong);
  return { about, wrong, hints };
}

/** How many records and photos there are to look at. */
function workIn(content: ReadonlyMap<string, PartitionContent>): number {
  let all = 0;
  for (const partition of content.values()) {
    for (const records of partition.values()) all += records.length;
    all += photosNamed(partition).size;
  }
  return all;
}

function counter(all: number, progress: (done: number, all: number) => void) {
  let done = 0;
  return (many: number) => {
    done += many;
    progress(done, all);
  };
}

/** What can be read; what is wrong with the store's own files is told. */
async function contentOf(folder: string, kind: string, wrong: Text[]) {
  const content = new Map<string, PartitionContent>();
  const settings = <T>(schema: Parameters<typeof readSettings<T>>[0]) =>
    readSettings(schema, { ...process.env, STORE: kind });
  try {
    const store = await openStoreReadOnly({ settings, dataFolder: folder, log: silentLog });
    for (const name of await store.partitions()) content.set(name, await store.load(name));
    await store.close();
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    const all = kind === 'json' ? await inspectFolder(folder) : [];
    wrong.push(...(all.length > 0 ? all : [error.text]));
  }
  return content;
}

const settings: ReadSettings = (schema) => readSettings(schema, process.env);

async function lookAtPhotos(
  folder: string,
  content: ReadonlyMap<string, PartitionContent>,
  { wrong, hints, looked }: { wrong: Text[]; hints: Text[]; looked: (many: number) => void },
): Promise<void> {
  const blobs = await openBlobsReadOnly(settings, folder);
  let gone = 0;
  let spare = 0;
  for (const [name, partition] of content) {
    const named = photosNamed(partition);
    const there = new Set(await blobs.names(name));
    for (const file of named) {
      if (!there.has(file) || (await blobs.get(name, file)) === undefined) gone += 1;
      looked(1);
    }
    for (const file of there) if (!named.has(file)) spare += 1;
  }
  if (gone > 0)
    wrong.push({
      zh: `有 ${gone} 张照片不见了或者坏了。记录都在；照片可以从备份文件夹的 photos 里拷回来`,
      en: [
        `${counted(gone, 'photo')} gone or damaged. The records are all there; `,
        `the photos can be copied back from photos in the folder of back-ups`,
      ].join(''),
    });
  if (spare > 0)
    hints.push({
      zh: `有 ${spare} 张照片没有记录用到，两天内会自己清掉`,
      en: `${counted(spare, 'photo')} that no record names; they go by themselves within two days`,
    });
}

async function lookAtFiles(
  folder: string,
  kind: string,
  runs: boolean,
  { wrong, hints }: { wrong: Text[]; hints: Text[] },
): Promise<void> {
  const { mode } = await stat(folder);
  if ((mode & 0o077) !== 0)
    wrong.push({
      zh: `别的用户也能打开 ${folder}，里面有居民的姓名和电话。请运行 chmod 700 ${folder}`,
      en: [
        `Other users can open ${folder}, which holds names and telephone numbers. `,
        `Run chmod 700 ${folder}`,
      ].join(''),
    });
  const torn = kind === 'json' ? await tornIn(folder) : [];
  if (torn.length > 0)
    hints.push({
      zh: `journal/ 里有 ${torn.length} 个 .torn 文件：上次断电没写完的，没有人收到过回答，可以删`,
      en: [
        `journal/ holds ${torn.length} files .torn: what a crash left unfinished, `,
        `to which nobody was answered; they may be deleted`,
      ].join(''),
    });
  const entries = await readdir(folder, { recursive: true });
  const unfinished = entries.filter((name) => name.endsWith('.tmp'));
  if (unfinished.length > 0 && !runs)
    hints.push({
      zh: `有 ${unfinished.length} 个没写完的 .tmp 文件，下次启动会自己清掉`,
      en: `${unfinished.length} files .tmp were never finished; the next start removes them`,
    });
  const strange = entries.filter((name) => STRANGE.test(name));
  if (strange.length > 0)
    hints.push({
      zh: `有不认识的文件，像是编辑器留下的：${strange.slice(0, 5).join('、')}。里面可能有居民的信息，不要的话请删掉`,
      en: [
        `There are files that look like an editor's: `,
        `${strange.slice(0, 5).join(', ')}. They may hold data of residents; `,
        `delete them if you do not need them`,
      ].join(''),
    });
}

/** What editors and systems leave behind. */
const STRANGE = /(~|\.bak|\.swp|\.orig|\.DS_Store|Thumbs\.db|副本\.json| - Copy\.json)$/i;

async function lookAtBackups(folder: string, about: Text[], hints: Text[]): Promise<void> {
  const to = backupFolder(readSettings(backupSettings, process.env), folder);
  const all = await backupsIn(to);
  const [newest] = all;
  if (newest === undefined) {
    hints.push({
      zh: `还没有备份（${to}）。现在就备一个：npm run backup`,
      en: `There is no back-up yet (${to}). Make one now: npm run backup`,
    });
    return;
  }
  const at = new Date(newest.at).toISOString().slice(0, 16).replace('T', ' ');
  about.push({
    zh: `备份 ${all.length} 个，最近的是 ${at}（UTC）：${newest.path}`,
    en: `${all.length} back-ups, the newest of ${at} UTC: ${newest.path}`,
  });
  if (Date.now() - newest.at > 3 * 86_400_000)
    hints.push({
      zh: '最近的备份是三天以前的。请运行 npm run backup，看它说什么',
      en: [
        'The newest back-up is more than three days old. Run npm run backup and ',
        'read what it says',
      ].join(''),
    });
}

async function lookAtDisk(folder: string, wrong: Text[]): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const room = megabytes(bavail * bsize);
  if (room < 300)
    wrong.push({
      zh: `磁盘只剩 ${room} MB，很快就记不下东西了。请腾出地方`,
      en: `Only ${room} MB are left on the disk; soon nothing can be kept. Make room`,
    });
}

async function sizeOf(folder: string): Promise<number> {
  let sum = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    sum += await stat(join(entry.parentPath, entry.name)).then(
      ({ size }) => size,
      // The bot may have removed it meanwhile.
      () => 0,
    );
  }
  return sum;
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}
