import { repeatableRandom, SimulatedClock } from '../../adapters/clock-simulated/index.ts';
import { MemoryFiles } from '../../adapters/files-memory/index.ts';
import { NamedChat } from '../../adapters/terminal/chat.ts';
import { type AdminCommand, executeAdmin, firstSetupCode } from '../../src/admin/index.ts';
import { Bot } from '../../src/bot.ts';
import type { Records, Remember } from '../../src/core/collection.ts';
import type { Feature } from '../../src/core/feature.ts';
import { momentOfTimestamp } from '../../src/core/timestamp.ts';
import { UserError } from '../../src/core/user-error.ts';
import { readWholeWhen } from '../../src/core/when/index.ts';
import { letTimePass } from '../../src/demo.ts';
import { type AllianceFile, imported, staged } from '../../src/features/import/index.ts';
import { features as everything } from '../../src/features/index.ts';
import type { BlobStore } from '../../src/ports/blobs.ts';
import type { ChatTraits, Outgoing, Quoted } from '../../src/ports/chat.ts';
import type { Log } from '../../src/ports/log.ts';
import type { Store } from '../../src/ports/store.ts';

/**
 * What platforms can do in plays: the terminal and WeChat cannot edit, WeChat collects changes,
 * Telegram edits.
 */
const PLATFORMS: Readonly<Record<string, ChatTraits>> = {
  terminal: {
    edits: false,
    redelivers: false,
    opensPrivate: true,
    cardPause: { quiet: 0, longest: 0 },
  },
  wechat: {
    edits: false,
    redelivers: false,
    opensPrivate: true,
    cardPause: { quiet: 20_000, longest: 60_000 },
  },
  telegram: {
    edits: true,
    redelivers: true,
    opensPrivate: false,
    cardPause: { quiet: 0, longest: 3_000 },
  },
};

/** The moment at which a play begins unless its first line says another. */
const BEGINNING = '2026-11-16 09:00';

export interface Stage {
  /**
   * The alliance that is there from the beginning; without it the store is empty and a setup code
   * is made.
   */
  readonly file?: AllianceFile | undefined;
  /** What the bot can do; all that it can when left out. */
  readonly features?: readonly Feature[];
  /** Opens what the bot remembers; called again after each restart. */
  readonly openStore: () => Promise<Store>;
  readonly log: Log;
  /** The platforms that the play takes place on, `terminal` when left out. */
  readonly platforms?: readonly string[];
  /**
   * Called before each message arrives; throws SendFailed, or never resolves, as a platform may.
   */
  readonly onSend?: (outgoing: Outgoing) => Promise<void>;
  /** What a photo holds, by its handle; a small picture when left out. */
  readonly onFetch?: (photo: string) => Promise<Uint8Array>;
  /** Where photos lie, over restarts; in memory when left out. */
  readonly files?: BlobStore;
}

/** Somebody says something in a play. */
export interface Line {
  readonly name: string;
  readonly private?: boolean;
  readonly platform?: string | undefined;
  readonly group?: string;
  readonly text: string;
  /** How many photos come with it, or what the platform calls them. */
  readonly photos?: number | readonly string[];
  readonly quoted?: Quoted | undefined;
  /** When it was said, `8:12`, where it is entered by hand now. */
  readonly when?: string | undefined;
  /** Repeats the message of this id. */
  readonly id?: string;
}

/** What the bot said. */
export interface Reply {
  readonly outgoing: Outgoing;
}

/** The group in which is spoken until a line says otherwise. */
export function firstGroup({ file }: Pick<Stage, 'file'>): string {
  return file?.groups[0]?.title ?? '联盟群';
}

/** The first code of a text; what stands behind 例 is an example. */
function codeSaid(text: string): string | undefined {
  const said = text.split('\n').map((line) => line.split('例', 1)[0]);
  return /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(said.join('\n'))?.[0];
}

/** The whole bot on a simulated clock, with people who can be made to speak. */
export class Player {
  readonly clock: SimulatedClock;
  /** Everything that the bot has said and nobody has taken yet. */
  private replies: Reply[] = [];
  private app: Bot | undefined;
  private chats = new Map<string, NamedChat>();
  private readonly stage: Stage;
  private readonly files: BlobStore;
  private readonly random = repeatableRandom();
  private starts = 0;
  /** The last one-time code that was printed or said; `{码}` in what somebody says stands for it. */
  private code = '';

  constructor(stage: Stage) {
    this.stage = stage;
    this.files = stage.files ?? new MemoryFiles();
    this.clock = new SimulatedClock(0);
    this.clock.setTo(this.moment(BEGINNING));
  }

  /** Opens the store, puts the alliance in place if it is not there, and starts the bot. */
  async start(): Promise<void> {
    this.starts += 1;
    const session = String(this.starts);
    const show = async (outgoing: Outgoing) => {
      await this.stage.onSend?.(outgoing);
      this.replies.push({ outgoing });
      this.code = codeSaid(outgoing.text) ?? this.code;
    };
    this.chats = new Map(
      this.platforms.map(([platform, traits]) => [
        platform,
        new NamedChat({ platform, traits, session, show, give: this.stage.onFetch }),
      ]),
    );
    const fatal = (error: unknown) => {
      throw error;
    };
    const { file, log, openStore, features = everything } = this.stage;
    const app = new Bot({
      features: features,
      chats: [...this.chats.values()],
      store: await openStore(),
      blobs: this.files,
      clock: this.clock,
      random: this.random,
      log,
      onFatal: fatal,
    });
    this.app = app;
    await app.start();
    if (file === undefined)
      this.code =
        (await firstSetupCode({ app, clock: this.clock, random: this.random })) ?? this.code;
    if (this.starts === 1 && file !== undefined) {
      const stages = this.platforms.flatMap(([platform]) => staged(file, platform));
      await app.change(file.alliance.id, (records) => [
        ...imported(file, records, this.clock.now()),
        ...stages,
      ]);
    }
    await this.running.idle();
  }

  /** The process ends in the middle: nothing is finished, nothing is closed. */
  async crash(): Promise<void> {
    this.app = undefined;
    await this.start();
  }

  async stop(): Promise<void> {
    await this.app?.stop();
    this.app = undefined;
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** Changes records from outside of the conversation. */
  async change(decide: (records: Records) => readonly Remember[]): Promise<void> {
    await this.running.change(this.stage.file?.alliance.id ?? '', decide);
  }

  /** The machine's own user orders something. @returns what they are told. @throws UserError */
  async order(order: AdminCommand): Promise<string> {
    const told = await executeAdmin(
      { app: this.running, clock: this.clock, random: this.random },
      order,
    );
    this.code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(told)?.[0] ?? this.code;
    return told;
  }

  /** Somebody speaks, and what is due at once happens. */
  async say(...lines: readonly Line[]): Promise<void> {
    const said = lines.map((line) => {
      const chat = this.chats.get(line.platform ?? 'terminal');
      if (chat === undefined) throw new Error(`there is no platform ${line.platform}`);
      const {
        name,
        quoted,
        photos = 0,
        private: secret = false,
        group = firstGroup(this.stage),
      } = line;
      const text = line.text.replaceAll('{码}', this.code);
      const speaker = { name: this.meant(name), private: secret, group };
      const { when } = line;
      const at = when === undefined ? this.clock.now() : this.stamped(when);
      return chat.say({ ...speaker, text, photos, quoted, at, later: when !== undefined }, line.id);
    });
    await Promise.all(said);
    await this.running.idle();
  }

  /**
   * Time passes until a moment in words, and everything that is due on the way happens in its
   * order.
   */
  async passTo(when: string): Promise<void> {
    await this.pass(this.moment(when));
  }

  async pass(until: number): Promise<void> {
    await letTimePass(this.running, this.clock, until);
  }

  /** Ticks and waits until nothing is in hand. */
  async settle(): Promise<void> {
    await this.running.tick();
    await this.running.idle();
  }

  /** What is remembered of the alliance now. */
  records(): Promise<Records> {
    return this.running.look(this.stage.file?.alliance.id ?? '', (records) => records);
  }

  /** What the bot has said since the last time, in order. */
  take(): readonly Reply[] {
    return this.replies.splice(0);
  }

  moment(when: string): number {
    const read = readWholeWhen(when, { now: this.clock.now(), zone: this.zone });
    if (!read.ok) throw new UserError(`${when}: not a moment`);
    return read.start;
  }

  private stamped(stamp: string): number {
    const moment = momentOfTimestamp(stamp, { now: this.clock.now(), zone: this.zone });
    if (moment === undefined) throw new UserError(`${stamp}: not a moment`);
    return moment;
  }

  private get zone(): string {
    return this.stage.file?.alliance.zone ?? 'Asia/Shanghai';
  }

  private get platforms(): readonly (readonly [string, ChatTraits])[] {
    const { platforms = ['terminal'] } = this.stage;
    return Object.entries(PLATFORMS).filter(([platform]) => platforms.includes(platform));
  }

  private get running(): Bot {
    if (this.app === undefined) throw new Error('the bot was not started');
    return this.app;
  }

  /** `召集人`, `联络员`, `联络员2` are whoever has the role. */
  private meant(name: string): string {
    const [, role, number = '1'] = /^(召集人|联络员)(\d?)$/.exec(name) ?? [];
    if (role === undefined) return name;
    const people = this.stage.file?.people ?? [];
    const holders = people.filter(
      (person) => person.role === (role === '召集人' ? 'convenor' : 'liaison'),
    );
    return holders[Number(number || '1') - 1]?.name ?? name;
  }
}
