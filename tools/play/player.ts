import { MemoryBlobs } from '../../adapters/blobs-memory/index.ts';
import { BETWEEN, repeatableRandom, SimulatedClock } from '../../adapters/clock-simulated/index.ts';
import { documentMaker } from '../../adapters/documents/index.ts';
import { platformNamed } from '../../adapters/index.ts';
import { NamedChat } from '../../adapters/terminal/chat.ts';
import * as terminal from '../../adapters/terminal/traits.ts';
import { type AdminCommand, executeAdmin, firstSetupCode } from '../../src/admin/index.ts';
import { type Bot, createBot } from '../../src/bot.ts';
import type { Records, Remember } from '../../src/core/collection.ts';
import { dateOf, timeOf } from '../../src/core/time.ts';
import { momentOfTimestamp } from '../../src/core/timestamp.ts';
import { UserError } from '../../src/core/user-error.ts';
import { readWholeWhen } from '../../src/core/when/index.ts';
import { imported, staged } from '../../src/features/import/index.ts';
import { features as everything } from '../../src/features/index.ts';
import type { BlobStore } from '../../src/ports/blobs.ts';
import type { ChatAdapter, Outgoing } from '../../src/ports/chat.ts';
import type { HealthReport } from '../../src/ports/health.ts';
import { letTimePass } from '../../src/simulate.ts';
import { firstGroup, type Reply, type Spoken, type Stage } from './stage.ts';

/** The moment at which a play begins unless its first line says another. */
const BEGINNING = '2026-11-16 09:00';

/** What a platform says of itself: in a play it can do what it really can. */
async function aboutPlatform(name: string): Promise<Pick<ChatAdapter, 'title' | 'traits'>> {
  return name === 'terminal' ? terminal : platformNamed(name);
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
  private readonly documents = documentMaker();
  private readonly random = repeatableRandom();
  private starts = 0;
  /** The last one-time code that was printed or said; `{码}` in what somebody says stands for it. */
  private code = '';

  constructor(stage: Stage) {
    this.stage = stage;
    this.files = stage.files ?? new MemoryBlobs(() => this.clock.now());
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
    const give = this.stage.onFetch;
    this.chats = new Map(
      await Promise.all(
        this.platforms.map(async (platform) => {
          const about = await aboutPlatform(platform);
          return [platform, new NamedChat({ platform, ...about, session, show, give })] as const;
        }),
      ),
    );
    const { file, log, openStore, erasedList, place, features = everything } = this.stage;
    const app = createBot({
      features,
      chats: [...this.chats.values()],
      store: await openStore(),
      blobs: this.files,
      maker: this.stage.maker ?? this.documents,
      tables: this.stage.tables ?? this.documents,
      ...(erasedList === undefined ? {} : { erasedList }),
      place,
      clock: this.clock,
      random: this.random,
      log,
      onFatal: (error) => {
        throw error;
      },
      upkeep: this.stage.upkeep,
    });
    this.app = app;
    await app.start();
    if (file === undefined)
      this.code =
        (await firstSetupCode({ app, clock: this.clock, random: this.random })) ?? this.code;
    if (this.starts === 1 && file !== undefined) {
      const stages = this.platforms.flatMap((platform) => staged(file, platform));
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

  /** The machine's own user orders something. @returns what they are told, in English. @throws UserError */
  async order(order: AdminCommand): Promise<string> {
    const told = await executeAdmin(
      { app: this.running, clock: this.clock, random: this.random },
      order,
    );
    const { en } = 'said' in told ? told.said : { en: '' };
    this.code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(en)?.[0] ?? this.code;
    return en;
  }

  /** Somebody speaks, and what is due at once happens. */
  async say(...lines: readonly Spoken[]): Promise<void> {
    this.clock.linger(BETWEEN);
    const said = lines.map((line) => {
      const chat = this.chats.get(line.platform ?? 'terminal');
      if (chat === undefined) throw new Error(`there is no platform ${line.platform}`);
      const { name, quoted, file, photos = 0, private: secret = false } = line;
      const { group = firstGroup(this.stage) } = line;
      const text = line.text.replaceAll('{码}', this.code);
      const speaker = { name: this.meant(name), private: secret, group };
      const { when } = line;
      const at = when === undefined ? this.clock.now() : this.stamped(when);
      const later = when !== undefined;
      return chat.say({ ...speaker, text, photos, file, quoted, at, later }, line.id);
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

  /** Why messages were ignored since the last start, and how many for each reason. */
  get ignored(): Bot['ignored'] {
    return this.running.ignored;
  }

  /** How the bot is doing, in numbers. */
  report = (): HealthReport => this.running.operator.report();

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
    if (read.ok) return read.start;
    if (read.reason === 'past')
      throw new UserError({
        zh: `「${when}」在这出戏的此刻（${this.now}）之前，时间只能往后走`,
        en: `${when} lies before ${this.now}, where the play is; time only goes on`,
      });
    throw new UserError({ zh: `「${when}」不是一个时间`, en: `${when}: not a moment` });
  }

  private stamped(stamp: string): number {
    const moment = momentOfTimestamp(stamp, { now: this.clock.now(), zone: this.zone });
    if (moment === undefined)
      throw new UserError({ zh: `「${stamp}」不是一个时间`, en: `${stamp}: not a moment` });
    return moment;
  }

  /** The moment of the play, to be read. */
  private get now(): string {
    const at = this.clock.now();
    return `${dateOf(at, this.zone)} ${timeOf(at, this.zone)}`;
  }

  private get zone(): string {
    return this.stage.file?.alliance.zone ?? 'Asia/Shanghai';
  }

  private get platforms(): readonly string[] {
    return this.stage.platforms ?? ['terminal'];
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
