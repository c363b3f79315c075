import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ChatAdapter } from '../src/ports/chat.ts';
import type { Clock } from '../src/ports/clock.ts';
import type { Log } from '../src/ports/log.ts';
import { type Store, StoreDamaged, type StoreReader } from '../src/ports/store.ts';
import { settings as backupSettings } from './backup/settings.ts';
import { filesSettings } from './blobs-s3/settings.ts';
import { boardSettings } from './board-folder/index.ts';
import { healthSettings } from './health/index.ts';
import type {
  Checked,
  Platform,
  ReadSettings,
  StandBy,
  StoreKind,
  Surroundings,
} from './registration.ts';
import { Relay } from './relay/index.ts';
import { checkRestored } from './restored.ts';
import { scheduleSettings } from './schedule/index.ts';

type List<T> = Readonly<Record<string, () => Promise<T>>>;

/** Every platform there is; a new one is its folder and a line here. */
const platforms: List<Platform> = {
  telegram: async () => (await import('./telegram/platform.ts')).telegram,
  wechat: async () => (await import('./wechat/platform.ts')).wechat,
};

/** Every way to keep records; a new one is its folder and a line here. */
const stores: List<StoreKind> = {
  json: async () => (await import('./store-json/kind.ts')).json,
  sqlite: async () => (await import('./store-sqlite/kind.ts')).sqlite,
  postgres: async () => (await import('./store-postgres/kind.ts')).postgres,
};

/** The names of all platforms. */
export const platformNames = Object.keys(platforms);

/** @throws Error when there is no such platform. */
export async function platformNamed(name: string): Promise<Platform> {
  const load = platforms[name];
  if (load === undefined) throw new Error(`there is no platform ${name}`);
  return load();
}

/** The names of the platforms that people may carry by hand. */
export async function carriedByHand(): Promise<readonly string[]> {
  const named = await all(platforms);
  return named.flatMap(([name, { byHand }]) => (byHand ? [name] : []));
}

async function relaySettings() {
  const names = await carriedByHand();
  const summary = `The platform that people carry by hand (npm run relay) where nothing else connects it: ${names.join(', ')}`;
  return z.object({
    RELAY: z
      .enum(names)
      .optional()
      .meta({ description: summary, examples: ['wechat'] }),
  });
}

const storeSettings = z.object({
  STORE: z
    .enum(Object.keys(stores))
    .default('json')
    .meta({
      description: `How records are kept: ${Object.keys(stores).join(', ')}`,
      examples: ['json'],
    }),
});

/** All adapters' settings, as `.env.example` lists them; of stores and platforms what `of` takes. */
async function schemasOf<S extends z.ZodType>(
  of: (one: Platform | StoreKind, name: string) => S,
): Promise<readonly (S | z.ZodObject)[]> {
  const kinds = [...(await all(stores)), ...(await all(platforms))];
  return [
    ...[boardSettings, storeSettings],
    ...kinds.map(([name, one]) => of(one, name)),
    await relaySettings(),
    ...[backupSettings, scheduleSettings, healthSettings, filesSettings],
  ];
}

/** Every variable that an adapter reads, as `.env.example` lists them. */
export async function adapterSettings(): Promise<Readonly<Record<string, z.ZodType>>> {
  const schemas = await schemasOf(({ settings }) => settings);
  return Object.assign({}, ...schemas.map(({ shape }) => shape));
}

/**
 * What to look at before a start: the settings of all adapters. Those of what is not in use may be
 * missing; what only holds together is looked at where it is in use.
 */
export async function settingsToCheck(
  environment: Environment,
): Promise<{ readonly schemas: readonly z.ZodType[]; readonly ours: RegExp }> {
  const chosen = environment['STORE'] || 'json';
  const isUsed = (one: Platform | StoreKind, name: string) =>
    'connectedBy' in one ? isConnected(one.connectedBy, environment) : name === chosen;
  const schemas = await schemasOf<z.ZodType>((one, name) => schemaOf(one, isUsed(one, name)));
  return { schemas, ours: OURS };
}

const OURS = new RegExp(
  `^(${[...platformNames, 'backup', 'lianluo', 'store', 'files'].join('|')})_[a-z_]+$`,
  'i',
);

function schemaOf({ settings, understood }: Platform | StoreKind, isUsed: boolean): z.ZodType {
  return isUsed ? (understood ?? settings) : settings.partial();
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The platforms that the environment connects, or has carried by hand. */
export async function connectedPlatforms(environment: Environment): Promise<readonly string[]> {
  const named = await all(platforms);
  return named.flatMap(([name, { connectedBy }]) =>
    isConnected(connectedBy, environment) || environment['RELAY'] === name ? [name] : [],
  );
}

/** Makes the chats of these platforms. */
export async function chatsOf(
  names: readonly string[],
  environment: Environment,
  surroundings: Surroundings,
): Promise<readonly ChatAdapter[]> {
  surroundings.settings(await relaySettings());
  const made = names.map(async (name) => {
    const platform = await platformNamed(name);
    const chats = isConnected(platform.connectedBy, environment)
      ? await platform.make(surroundings)
      : [];
    return platform.byHand ? [relayAround(name, platform, surroundings.clock, chats[0])] : chats;
  });
  return (await Promise.all(made)).flat();
}

/** A platform that is carried by hand and not connected otherwise. */
export async function relayOf(name: string, clock: Clock): Promise<Relay> {
  return relayAround(name, await platformNamed(name), clock, undefined);
}

/** The chats that people can carry by hand. */
export function byHandOf(chats: readonly ChatAdapter[]): readonly Relay[] {
  return chats.filter((chat) => chat instanceof Relay);
}

/** What a store is opened with. */
interface StoreSurroundings {
  readonly settings: ReadSettings;
  readonly dataFolder: string;
  readonly log: Log;
  readonly standBy?: StandBy | undefined;
}

/** Opens the store that the settings name. @throws StoreLocked @throws StoreDamaged */
export async function openStore(surroundings: StoreSurroundings): Promise<Store> {
  const { settings, dataFolder: folder, log, standBy } = surroundings;
  return (await storeKind(surroundings)).open({ settings, folder, log, standBy });
}

/** The same, to be looked at only, beside a bot that has it open. @throws StoreDamaged */
export async function openStoreReadOnly(surroundings: StoreSurroundings): Promise<StoreReader> {
  const { settings, dataFolder: folder, log } = surroundings;
  return (await storeKind(surroundings)).openReadOnly({ settings, folder, log });
}

/** The names of all stores. */
export const storeNames = Object.keys(stores);

/**
 * The files by which a store of this name keeps its records in a folder, that by which it is known
 * last; none where it keeps them elsewhere.
 */
export async function filesOf(name: string): Promise<readonly string[]> {
  const { files = [], mark } = (await stores[name]?.()) ?? {};
  return [...files.filter((file) => file !== mark), ...(mark === undefined ? [] : [mark])];
}

/** The name of the store whose records lie in a folder; undefined where none does. */
export async function storeIn(folder: string): Promise<string | undefined> {
  return (await ownersOf(folder))[0];
}

/** The store that the settings name, where it keeps no record in a folder. */
export async function storeElsewhere(settings: ReadSettings): Promise<string | undefined> {
  const { STORE: chosen } = settings(storeSettings);
  return (await stores[chosen]?.())?.mark === undefined ? chosen : undefined;
}

/** Looks whether the store that the settings name could be opened, beside the data folder. */
export async function checkStore(settings: ReadSettings): Promise<Checked | undefined> {
  const { STORE: chosen } = settings(storeSettings);
  return (await stores[chosen]?.())?.check?.(settings);
}

/** A folder in which another store keeps its records would look like an empty one. */
async function storeKind({ settings, dataFolder }: StoreSurroundings): Promise<StoreKind> {
  checkRestored(dataFolder);
  const { STORE: chosen } = settings(storeSettings);
  const load = stores[chosen];
  if (load === undefined) throw new Error(`there is no store ${chosen}`);
  const owners = await ownersOf(dataFolder);
  const [other] = owners;
  if (other !== undefined && !owners.includes(chosen))
    throw new StoreDamaged({
      zh: `${dataFolder} 里的记录是用 STORE=${other} 存的。请设 STORE=${other}，或者换一个 DATA_DIR`,
      en: `${dataFolder} holds records that were kept with STORE=${other}. Set STORE=${other}, or another DATA_DIR.`,
    });
  return load();
}

async function ownersOf(folder: string): Promise<readonly string[]> {
  const kinds = await all(stores);
  return kinds.flatMap(([name, { mark }]) =>
    mark !== undefined && existsSync(join(folder, mark)) ? [name] : [],
  );
}

function isConnected(variables: readonly string[], environment: Environment): boolean {
  return variables.some((variable) => (environment[variable] ?? '') !== '');
}

function relayAround(
  platform: string,
  { title, traits }: Platform,
  clock: Clock,
  inner: ChatAdapter | undefined,
): Relay {
  return new Relay({ platform, title, traits, clock, ...(inner === undefined ? {} : { inner }) });
}

function all<T>(list: List<T>): Promise<readonly (readonly [string, T])[]> {
  return Promise.all(Object.entries(list).map(async ([name, load]) => [name, await load()]));
}
