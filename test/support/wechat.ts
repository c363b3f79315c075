import { onTestFinished } from 'vitest';
import { MemoryBlobs } from '../../adapters/blobs-memory/index.ts';
import { BETWEEN, repeatableRandom, SimulatedClock } from '../../adapters/clock-simulated/index.ts';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { Relay } from '../../adapters/relay/index.ts';
import { MemoryDisk, memoryStore } from '../../adapters/store-memory/index.ts';
import { picture } from '../../adapters/terminal/picture.ts';
import { Wechat } from '../../adapters/wechat/index.ts';
import type { PaceSettings, WechatSettings } from '../../adapters/wechat/settings.ts';
import { type Bot, createBot } from '../../src/bot.ts';
import type { Records, Remember } from '../../src/core/collection.ts';
import { imported } from '../../src/features/import/index.ts';
import { features } from '../../src/features/index.ts';
import type { ChatAdapter, Incoming, Notice } from '../../src/ports/chat.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Log } from '../../src/ports/log.ts';
import { letTimePass } from '../../src/simulate.ts';
import { boundAccount, boundGroup } from './binding.ts';
import { example, temporaryFolder } from './conversation.ts';
import { fasterClock } from './faster.ts';
import { at } from './telegram.ts';
import { until } from './until.ts';
import {
  type GatewayOptions,
  type Message,
  type Person,
  type Room,
  WechatGateway,
} from './wechat-gateway/index.ts';

/** A picture. */
export const PNG = Buffer.from(picture('现场'));

/** How much faster the adapter's timers run. */
const FASTER = 20;

const unhurried: PaceSettings = { perMinute: 100_000, perDay: 100_000, gap: 0, groupGap: 0 };

export interface WechatOptions {
  readonly stableIds?: boolean;
  readonly pace?: PaceSettings;
  readonly log?: Log;
  readonly print?: (text: string, secret: string) => void;
  /** The adapter's clock; otherwise one whose timers run faster. */
  readonly adapterClock?: Clock;
}

/** The real adapter, on its way to a gateway. */
export function wechatOn(
  gateway: Pick<WechatGateway, 'token' | 'endpoint'>,
  now: () => number,
  folder: string,
  options: WechatOptions = {},
): Wechat {
  const { stableIds = true, pace = unhurried, log = silentLog, print = () => {} } = options;
  const { token, endpoint } = gateway;
  const settings: WechatSettings = {
    puppet: 'wechaty-puppet-service',
    stableIds,
    pace,
    gateway: { token, endpoint, insecure: true },
  };
  const { adapterClock: clock = fasterClock(FASTER, now) } = options;
  return new Wechat({ settings, folder, clock, log, print });
}

/** A chat that tells which messages it has handed over, and what it has noticed. */
export function overheard(chat: ChatAdapter) {
  const heard: Incoming[] = [];
  const noticed: Notice[] = [];
  const wrapped: ChatAdapter = Object.create(chat);
  wrapped.start = (receive, notice) =>
    chat.start(
      async (incoming) => {
        const done = receive(incoming);
        heard.push(incoming);
        await done;
      },
      async (what) => {
        await notice(what);
        noticed.push(what);
      },
    );
  return { chat: wrapped, heard, noticed };
}

export interface WechatStageOptions extends WechatOptions, GatewayOptions {
  readonly begin?: string;
  /** Other platforms of the same bot. */
  readonly beside?: readonly ChatAdapter[];
  /** Nobody is attached when the stage is open: the gateway is away. */
  readonly away?: true;
  /** Somebody may carry it by hand. */
  readonly byHand?: true;
  /** The adapter goes by the stage's clock. */
  readonly oneClock?: true;
}

/**
 * The whole bot with the real adapter, against a gateway of its own; the clock is a simulated one.
 */
export class WechatStage {
  readonly gateway: WechatGateway;
  readonly clock: SimulatedClock;
  readonly folder = temporaryFolder();
  readonly people = new Map<string, Person>();
  readonly room: Room;
  readonly disk = new MemoryDisk();
  readonly files = new MemoryBlobs();
  chat!: Wechat;
  /** In front of the adapter, where it may be carried by hand. */
  relay: Relay | undefined;
  app!: Bot;
  heard: Incoming[] = [];
  noticed: Notice[] = [];
  private readonly options: WechatStageOptions;
  private readonly random = repeatableRandom();

  private constructor(gateway: WechatGateway, options: WechatStageOptions) {
    this.gateway = gateway;
    this.options = options;
    this.clock = new SimulatedClock(at(options.begin ?? '2026-11-22 17:00'));
    for (const { name } of example.people) this.people.set(name, gateway.person(name));
    this.room = gateway.room('联盟群', [...this.people.values()]);
  }

  /** A stage with the example alliance, its room bound and its people's accounts known. */
  static async open(options: WechatStageOptions = {}): Promise<WechatStage> {
    const gateway = await WechatGateway.start(options);
    const stage = new WechatStage(gateway, options);
    if (options.away) await gateway.line.down();
    onTestFinished(async () => {
      await stage.app.stop();
      await gateway.stop();
    });
    await stage.start();
    await stage.change((records) => [
      ...imported(example, records, stage.clock.now()),
      ...stage.places(),
    ]);
    return stage;
  }

  async start(): Promise<void> {
    const { beside = [], log = silentLog } = this.options;
    const own = this.options.oneClock ? { adapterClock: this.clock } : {};
    this.chat = wechatOn(this.gateway, () => this.clock.now(), this.folder, {
      ...this.options,
      ...own,
    });
    const { title, traits } = this.chat;
    const clock = fasterClock(FASTER, () => this.clock.now());
    this.relay =
      this.options.byHand &&
      new Relay({ platform: 'wechat', title, traits, clock, inner: this.chat });
    const { chat, heard, noticed } = overheard(this.relay ?? this.chat);
    this.heard = heard;
    this.noticed = noticed;
    const onFatal = (error: unknown) => {
      throw error;
    };
    const parts = {
      features,
      chats: [chat, ...beside],
      store: await memoryStore(this.disk),
      blobs: this.files,
      log,
      onFatal,
    };
    this.app = createBot({ ...parts, clock: this.clock, random: this.random });
    await this.app.start();
    if (!this.options.away && this.gateway.account.online) await this.online();
  }

  /** Until the adapter is logged in. */
  async online(): Promise<void> {
    await until(
      () => this.chat.connection().state !== 'down' && this.chat.connection().state !== 'login',
      'the line is up',
    );
  }

  async restart(): Promise<void> {
    await this.app.stop();
    await this.start();
    await this.settle();
  }

  async change(decide: (records: Records) => readonly Remember[]): Promise<void> {
    await this.app.change(example.alliance.id, decide);
  }

  /** Looks at the alliance's records. */
  async records<T>(look: (records: Records) => T): Promise<T> {
    const seen: T[] = [];
    await this.change((records) => {
      seen.push(look(records));
      return [];
    });
    return seen[0] as T;
  }

  user(name: string): Person {
    const known = this.people.get(name);
    if (known !== undefined) return known;
    const person = this.gateway.person(name);
    this.people.set(name, person);
    this.gateway.join(this.room, person);
    return person;
  }

  /** Somebody writes in the room, and what follows at once happens. */
  async say(
    name: string,
    text: string,
    more: Parameters<WechatGateway['say']>[3] = {},
  ): Promise<Message> {
    this.clock.linger(BETWEEN);
    const message = this.gateway.say(this.user(name), text, this.room, {
      at: this.clock.now(),
      ...more,
    });
    await this.arrived(message);
    return message;
  }

  async sayPrivately(name: string, text: string): Promise<void> {
    const person = this.user(name);
    await this.arrived(this.gateway.say(person, text, person, { at: this.clock.now() }));
  }

  /** Somebody sends a photo to the room. */
  async photo(name: string, bytes: Buffer): Promise<Message> {
    const file = { name: '现场.png', bytes };
    const message = this.gateway.image(this.user(name), file, this.room, { at: this.clock.now() });
    await this.arrived(message);
    return message;
  }

  private async arrived({ id }: Message): Promise<void> {
    await until(() => this.heard.some((one) => one.id === id), 'a message arrived');
    await this.settle();
  }

  /** What is due within the next seconds happens; cards are collected for a minute at most. */
  async settle(seconds = 0): Promise<void> {
    await letTimePass(this.app, this.clock, this.clock.now() + seconds * 1_000);
  }

  async passTo(when: string): Promise<void> {
    await letTimePass(this.app, this.clock, at(when));
  }

  /** What the bot has said in the room. */
  get said(): readonly string[] {
    return this.gateway.said(this.room).map(({ text }) => text);
  }

  /** What the bot has said to somebody in private. */
  saidTo(name: string): readonly string[] {
    return this.gateway.said(this.user(name)).map(({ text }) => text);
  }

  private places(): readonly Remember[] {
    const account = this.options.stableIds === false ? `session:${this.gateway.bot.id}` : 'wechat';
    const place = { platform: 'wechat', account };
    const address = { ...place, kind: 'group', chat: this.room.id } as const;
    const accounts = [...this.people].flatMap(([name, { id }]) => boundAccount(place, id, name));
    return [boundGroup(address, this.room.topic), ...accounts];
  }
}
