import { onTestFinished } from 'vitest';
import { MemoryBlobs } from '../../adapters/blobs-memory/index.ts';
import { BETWEEN, repeatableRandom, SimulatedClock } from '../../adapters/clock-simulated/index.ts';
import { systemRandom } from '../../adapters/clock-system/index.ts';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { jsonStore } from '../../adapters/store-json/index.ts';
import { MemoryDisk, memoryStore } from '../../adapters/store-memory/index.ts';
import { Telegram } from '../../adapters/telegram/index.ts';
import type { TelegramSettings } from '../../adapters/telegram/settings.ts';
import { firstSetupCode } from '../../src/admin/index.ts';
import { type Bot, createBot } from '../../src/bot.ts';
import type { Records, Remember } from '../../src/core/collection.ts';
import { momentOf } from '../../src/core/time.ts';
import { type AllianceFile, imported } from '../../src/features/import/index.ts';
import { features } from '../../src/features/index.ts';
import type { Address, ChatAdapter } from '../../src/ports/chat.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { DocumentMaker } from '../../src/ports/documents.ts';
import type { Log } from '../../src/ports/log.ts';
import type { Store } from '../../src/ports/store.ts';
import { letTimePass } from '../../src/simulate.ts';
import { boundAccount, boundGroup } from './binding.ts';
import { example } from './conversation.ts';
import { fasterClock } from './faster.ts';
import { type Room, type ServerOptions, TelegramServer } from './telegram-server/index.ts';
import type { User } from './telegram-server/world.ts';
import { until } from './until.ts';

/**
 * How much faster the adapter's timers run, and the server's patience with it, unless a stage says
 * otherwise.
 */
export const FASTER = 20;

/** A moment of the example's zone, `2026-11-22 18:00`. */
export function at(when: string): number {
  const [date = '', time = ''] = when.split(' ');
  return momentOf(date, time, example.alliance.zone);
}

export function addressOf(server: TelegramServer, room: Room): Address {
  const kind = room.chat.type === 'private' ? 'private' : 'group';
  return { platform: 'telegram', account: String(server.bot.id), kind, chat: String(room.chat.id) };
}

/** Binds a group to the alliance, and accounts to the people of these names. */
function bound(
  server: TelegramServer,
  rooms: readonly Room[],
  users: readonly User[],
): readonly Remember[] {
  const place = { platform: 'telegram', account: String(server.bot.id) };
  return [
    ...rooms.map((room) => boundGroup(addressOf(server, room), room.chat.title ?? '')),
    ...users.flatMap(({ id, first_name: name }) => boundAccount(place, String(id), name)),
  ];
}

/**
 * Puts the example alliance in a folder, with its people and one group on Telegram, while no bot
 * runs.
 */
export async function putInPlace(
  folder: string | Store,
  server: TelegramServer,
  group: Room,
  people: Map<string, User>,
  now: number,
): Promise<void> {
  for (const { name } of example.people) people.set(name, server.person(name));
  const onFatal = (error: unknown) => {
    throw error;
  };
  const store = typeof folder === 'string' ? await jsonStore({ folder, log: silentLog }) : folder;
  const clock = new SimulatedClock(now);
  const parts = { features, chats: [], store, blobs: new MemoryBlobs(), log: silentLog, onFatal };
  const app = createBot({ ...parts, clock, random: systemRandom });
  await app.start();
  const place = bound(server, [group], [...people.values()]);
  await app.change(example.alliance.id, (records) => [
    ...imported(example, records, now),
    ...place,
  ]);
  await app.stop();
}

export interface StageOptions extends ServerOptions {
  readonly server?: TelegramServer;
  readonly openStore?: () => Promise<Store>;
  readonly log?: Log;
  readonly file?: AllianceFile;
  readonly webhook?: NonNullable<TelegramSettings['webhook']>;
  readonly begin?: string;
  /** Nothing is there yet, no alliance and nobody. */
  readonly empty?: true;
  /** Another token than the server's. */
  readonly token?: string;
  /** How much faster the adapter's timers run. */
  readonly faster?: number;
  /** The adapter's clock, where a test moves it. */
  readonly adapterClock?: Clock;
  /** Makes files; without it there are none. */
  readonly maker?: DocumentMaker;
  /** The adapter and the server go by the stage's clock. */
  readonly oneClock?: true;
  /** Other platforms of the same bot; called again at each start. */
  readonly beside?: (clock: SimulatedClock) => ChatAdapter | undefined;
}

/**
 * The whole bot with the real adapter, against a server of its own; the clock is a simulated one.
 */
export class TelegramStage {
  readonly server: TelegramServer;
  readonly clock: SimulatedClock;
  readonly group: Room;
  readonly people = new Map<string, User>();
  chat!: Telegram;
  app!: Bot;
  private readonly options: StageOptions;
  private readonly random = repeatableRandom();
  /** Fails when it is told to be full. */
  readonly disk = new MemoryDisk();
  readonly files = new MemoryBlobs();

  private constructor(server: TelegramServer, clock: SimulatedClock, options: StageOptions) {
    this.server = server;
    this.clock = clock;
    this.options = options;
    this.group = server.group('联盟群');
    for (const { name } of example.people) this.people.set(name, server.person(name));
  }

  /** A stage with the example alliance, its group bound and its people's accounts known. */
  static async open(options: StageOptions = {}): Promise<TelegramStage> {
    const clock = new SimulatedClock(at(options.begin ?? '2026-11-22 17:00'));
    // It counts as the adapter does.
    const { elapsed } = options.oneClock ? clock : fasterClock(options.faster ?? FASTER);
    const server =
      options.server ??
      (await TelegramServer.start({
        now: () => clock.now(),
        ...options,
        rates: { elapsed: elapsed.bind(clock), ...options.rates },
      }));
    const stage = new TelegramStage(server, clock, options);
    await stage.start();
    if (!options.empty) await stage.change([stage.group], [...stage.people.values()]);
    onTestFinished(async () => {
      await stage.app.stop();
      await server.stop();
    });
    return stage;
  }

  /** The code that the first start of an empty store prints. */
  async setupCode(): Promise<string> {
    const code = await firstSetupCode({ app: this.app, clock: this.clock, random: this.random });
    if (code === undefined) throw new Error('somebody is there already');
    return code;
  }

  async change(rooms: readonly Room[], users: readonly User[]): Promise<void> {
    const { file = example } = this.options;
    await this.app.change(file.alliance.id, (records) => [
      ...imported(file, records, this.clock.now()),
      ...bound(this.server, rooms, users),
    ]);
  }

  async start(): Promise<void> {
    const {
      log = silentLog,
      webhook,
      token,
      openStore = async () => memoryStore(this.disk),
    } = this.options;
    // Pauses between tries are short, or nobody would run these tests.
    const { faster = FASTER, adapterClock } = this.options;
    const own = adapterClock ?? (this.options.oneClock ? this.clock : undefined);
    const clock = own ?? fasterClock(faster, () => this.clock.now());
    const settings = {
      token: token ?? this.server.token,
      root: this.server.root,
      ...(webhook ? { webhook } : {}),
    };
    this.chat = new Telegram({ settings, clock, log, pollTimeout: 20 });
    const onFatal = (error: unknown) => {
      throw error;
    };
    const { beside } = this.options;
    const other = beside?.(this.clock);
    const chats = [this.chat, ...(other === undefined ? [] : [other])];
    const parts = { features, chats, store: await openStore(), blobs: this.files, log, onFatal };
    const { maker } = this.options;
    const making = maker === undefined ? {} : { maker };
    this.app = createBot({ ...parts, ...making, clock: this.clock, random: this.random });
    await this.app.start();
  }

  async restart(): Promise<void> {
    await this.app.stop();
    await this.start();
    await this.settle();
  }

  /** Looks at the alliance's records. */
  records<T>(look: (records: Records) => T): Promise<T> {
    return this.app.look((this.options.file ?? example).alliance.id, look);
  }

  user(name: string): User {
    const user = this.people.get(name) ?? this.server.person(name);
    this.people.set(name, user);
    return user;
  }

  /** Somebody writes, in the group unless a room is given, and what follows at once happens. */
  async say(
    name: string,
    text: string,
    room = this.group,
    more: Readonly<Record<string, unknown>> = {},
  ): Promise<void> {
    this.clock.linger(BETWEEN);
    this.server.say(this.user(name), text, room, more);
    await this.settle();
  }

  async sayPrivately(name: string, text: string): Promise<void> {
    await this.say(name, text, this.server.with(this.user(name)));
  }

  /** Somebody presses a button of the bot's newest message, in the group unless a room is given. */
  async press(name: string, label: string, room = this.group, data?: string): Promise<void> {
    this.server.press(this.user(name), this.server.last(room), label, data);
    await this.settle();
  }

  /** Waits until everything is received, and sent as far as it is due within the next seconds. */
  async settle(seconds = 5): Promise<void> {
    do {
      await until(() => this.server.queue.waiting.length === 0, 'all is received');
      await letTimePass(this.app, this.clock, this.clock.now() + seconds * 1_000);
    } while (this.server.queue.waiting.length > 0);
  }

  async passTo(when: string): Promise<void> {
    await letTimePass(this.app, this.clock, at(when));
  }

  /** What the bot's messages in the group say now. */
  shown(room = this.group): readonly string[] {
    return room.shown(this.server.bot);
  }
}
