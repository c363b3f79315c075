import { constants, existsSync } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { checkBlobs } from '../../adapters/blobs.ts';
import { holidayFiles, OWN_HOLIDAYS } from '../../adapters/holiday-files/index.ts';
import {
  checkStore,
  connectedPlatforms,
  openStoreReadOnly,
  platformNamed,
  settingsToCheck,
  storeIn,
} from '../../adapters/index.ts';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { programVersion } from '../../adapters/program.ts';
import type { Checked, ReadSettings } from '../../adapters/registration.ts';
import { checkSettings, readConfig, readSettings } from '../../src/config.ts';
import type { Text } from '../../src/core/text.ts';
import { OperatorError } from '../../src/ports/operator-error.ts';
import { diagnose } from '../doctor/diagnose.ts';
import { lastLived } from './lived.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The clock may differ from that of a platform by so much, ms. */
const APART = 90_000;

const well = (zh: string, en: string): Checked => ({ state: 'well', text: { zh, en } });
const wrong = (text: Text): Checked => ({ state: 'wrong', text });
const unknown = (zh: string, en: string): Checked => ({ state: 'unknown', text: { zh, en } });

/** Looks at everything that a start needs, one after another. */
export async function* checkAll(environment: Environment): AsyncGenerator<Checked> {
  const node = `Node ${process.versions.node}`;
  yield well(`联络 ${programVersion()}，${node}`, `lianluo ${programVersion()}, ${node}`);
  const platforms = await connectedPlatforms(environment);
  const settings: ReadSettings = (schema) => readSettings(schema, environment);
  const config = await tried(async () => readConfig(environment, platforms.length === 0, false));
  yield* config.checks;
  yield* await settingsChecks(environment);
  let now: number | undefined;
  for (const name of platforms) {
    const checked = await checkPlatform(name, settings);
    now ??= checked.now;
    yield checked;
  }
  if (platforms.length === 0)
    yield unknown(
      '没有接任何平台，启动的是终端里的示例。接平台：npm run setup',
      'No platform is connected, so the example in the terminal starts. To connect one: npm run setup',
    );
  yield* await storeChecks(settings);
  if (config.value !== undefined) yield* folderChecks(config.value.dataFolder);
  yield await fontCheck();
  yield await clockCheck(config.value?.dataFolder, now, settings);
  yield* (
    await tried(async () => {
      holidayFiles(OWN_HOLIDAYS);
    })
  ).checks;
}

async function tried<T>(
  work: () => Promise<T>,
): Promise<{ readonly value?: T; readonly checks: readonly Checked[] }> {
  try {
    return { value: await work(), checks: [] };
  } catch (error) {
    if (error instanceof OperatorError) return { checks: [wrong(error.text)] };
    throw error;
  }
}

async function settingsChecks(environment: Environment): Promise<readonly Checked[]> {
  const { checks } = await tried(async () =>
    checkSettings(await settingsToCheck(environment), environment),
  );
  return checks.length > 0 ? checks : [well('设置都认得', 'All settings are known')];
}

async function checkPlatform(name: string, settings: ReadSettings): Promise<Checked> {
  const { check, title } = await platformNamed(name);
  if (check === undefined)
    return unknown(
      `${title.zh}：启动时才连得上，现在没法试`,
      `${title.en}: connects at the start only and was not tried`,
    );
  const { value, checks } = await tried(() => check(settings));
  return value ?? checks[0] ?? unknown(`${title.zh}：没法试`, `${title.en}: was not tried`);
}

async function storeChecks(settings: ReadSettings): Promise<readonly Checked[]> {
  const found: Checked[] = [];
  for (const check of [checkStore, checkBlobs]) {
    const { value, checks } = await tried(() => check(settings));
    found.push(...checks, ...(value === undefined ? [] : [value]));
  }
  return found;
}

async function* folderChecks(given: string): AsyncGenerator<Checked> {
  const folder = resolve(given);
  if (!existsSync(folder) || (await storeIn(folder)) === undefined) {
    let parent = folder;
    while (!existsSync(parent)) parent = dirname(parent);
    const writable = await isWritable(parent);
    yield writable
      ? well(
          `数据文件夹第一次启动时建：${folder}`,
          `The data folder is made at the first start: ${folder}`,
        )
      : wrong({
          zh: `${parent} 写不进去，数据文件夹建不了`,
          en: `${parent} cannot be written to, so the data folder cannot be made`,
        });
    return;
  }
  if (!(await isWritable(folder)))
    yield wrong({ zh: `${folder} 写不进去`, en: `${folder} cannot be written to` });
  const found = await diagnose(folder);
  for (const text of found.wrong) yield wrong(text);
  if (found.wrong.length === 0)
    yield well(`数据文件夹完好：${folder}`, `The data folder is in order: ${folder}`);
}

async function isWritable(path: string): Promise<boolean> {
  const { mode } = await stat(path);
  return access(path, constants.W_OK).then(
    () => (mode & 0o200) !== 0,
    () => false,
  );
}

/** What draws charts is loaded here only. */
async function fontCheck(): Promise<Checked> {
  const { drawsLetters } = await import('../../adapters/documents/charts.ts');
  return drawsLetters()
    ? well('图表的字体在', 'The font of charts is there')
    : wrong({
        zh: '图表的字体读不了，图上会没有字。请把程序重新装一次',
        en: 'The font of charts cannot be read, so charts would have no letters. Install the program again',
      });
}

async function clockCheck(
  dataFolder: string | undefined,
  platform: number | undefined,
  settings: ReadSettings,
): Promise<Checked> {
  const now = Date.now();
  const lived = dataFolder === undefined ? undefined : await livedIn(dataFolder, settings);
  const said = new Date(now).toISOString().slice(0, 16).replace('T', ' ');
  if (platform !== undefined && Math.abs(platform - now) > APART) {
    const minutes = Math.round((now - platform) / 60_000);
    return wrong({
      zh: `机器的时钟${minutes > 0 ? '快' : '慢'}了约 ${Math.abs(minutes)} 分钟，请先校准`,
      en: [
        `The clock of the machine is about ${Math.abs(minutes)} min `,
        `${minutes > 0 ? 'ahead' : 'behind'}; set it right first`,
      ].join(''),
    });
  }
  if (lived !== undefined && lived - now > APART)
    return wrong({
      zh: `机器的时钟（${said} UTC）比记录里最新的还早。时钟没错就运行 npm run clock -- right`,
      en: [
        `The clock (${said} UTC) stands before the newest record. If it is right, `,
        `run npm run clock -- right`,
      ].join(''),
    });
  return platform === undefined
    ? unknown(
        `时钟 ${said}（UTC），没有可对的`,
        `The clock says ${said} UTC; there was nothing to compare it with`,
      )
    : well(`时钟对：${said}（UTC）`, `The clock is right: ${said} UTC`);
}

/** The newest moment that the bot has lived; undefined where nothing can be read. */
async function livedIn(dataFolder: string, settings: ReadSettings): Promise<number | undefined> {
  const { value } = await tried(async () => {
    const store = await openStoreReadOnly({ settings, dataFolder, log: silentLog });
    const lived = await lastLived(store);
    await store.close();
    return lived;
  });
  return value;
}
