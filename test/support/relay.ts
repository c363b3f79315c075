import { setImmediate as turn } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { MemoryBlobs } from '../../adapters/blobs-memory/index.ts';
import { repeatableRandom, SimulatedClock } from '../../adapters/clock-simulated/index.ts';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { Relay } from '../../adapters/relay/index.ts';
import { MemoryDisk, memoryStore } from '../../adapters/store-memory/index.ts';
import { title, traits } from '../../adapters/wechat/traits.ts';
import { type AdminContext, executeAdmin } from '../../src/admin/index.ts';
import { type Bot, createBot } from '../../src/bot.ts';
import type { Records, Remember } from '../../src/core/collection.ts';
import { type AllianceFile, imported, staged } from '../../src/features/import/index.ts';
import { features } from '../../src/features/index.ts';
import type { ChatAdapter } from '../../src/ports/chat.ts';
import { howToBegin } from '../../tools/relay/begin.ts';
import { Carrier, type Round } from '../../tools/relay/carrier.ts';
import { example } from './conversation.ts';
import { at } from './telegram.ts';

export interface CarriedOptions {
  readonly begin?: string;
  readonly file?: AllianceFile;
  /** The platform itself. */
  readonly inner?: ChatAdapter;
  /** Nobody is there to be asked. */
  readonly silent?: true;
  /** Nothing is there yet. */
  readonly empty?: true;
  /** What is to be done first is told, as the tool does. */
  readonly hints?: true;
}

/**
 * The whole bot on WeChat, and somebody who carries it by hand; on a simulated clock, over a disk
 * that outlives it.
 */
export class Carried {
  readonly clock: SimulatedClock;
  readonly disk = new MemoryDisk();
  readonly files = new MemoryBlobs();
  readonly random = repeatableRandom();
  relay!: Relay;
  carrier: Carrier;
  /** What stood on the screen to be pasted, since it was last taken; what was told beside it. */
  private pasteable: string[] = [];
  private told: string[] = [];
  private admin: AdminContext | undefined;
  private sessions = 0;
  private lost = 0;
  private readonly options: CarriedOptions;

  private constructor(options: CarriedOptions) {
    this.options = options;
    this.clock = new SimulatedClock(at(options.begin ?? '2026-11-22 17:00'));
    this.carrier = this.opened();
  }

  static async open(options: CarriedOptions = {}): Promise<Carried> {
    const carried = new Carried(options);
    await carried.start();
    const { file = example } = options;
    if (!options.empty)
      await carried.app.change(file.alliance.id, (records) => [
        ...imported(file, records, carried.clock.now()),
        ...staged(file, 'wechat'),
      ]);
    onTestFinished(() => carried.stop());
    return carried;
  }

  /** Another window, as after the one before was closed or killed. */
  opened(): Carrier {
    this.sessions += 1;
    this.carrier = new Carrier({
      platform: 'wechat',
      title,
      session: `session${this.sessions}`,
      give: async (order) => {
        const told =
          this.admin && (await executeAdmin(this.admin, JSON.parse(JSON.stringify(order))));
        return this.lost-- > 0 || told === undefined || !('relay' in told) ? undefined : told.relay;
      },
      show: async (text) => void this.pasteable.push(text),
      tell: (text) => this.told.push(text.zh),
      asks: this.options.silent !== true,
      ...(this.options.hints
        ? { hint: () => howToBegin(async (order) => this.admin && executeAdmin(this.admin, order)) }
        : {}),
      isOwn: () => false,
    });
    return this.carrier;
  }

  async start(): Promise<void> {
    const { clock, random } = this;
    const { inner } = this.options;
    this.relay = new Relay({
      platform: 'wechat',
      title,
      traits,
      clock,
      ...(inner === undefined ? {} : { inner }),
    });
    const onFatal = (error: unknown) => {
      throw error;
    };
    const parts = {
      features,
      chats: [this.relay],
      store: memoryStore(this.disk),
      blobs: this.files,
      log: silentLog,
      onFatal,
    };
    const app = createBot({ ...parts, clock, random });
    await app.start();
    this.admin = { app, clock, random, byHand: [this.relay] };
  }

  async stop(): Promise<void> {
    const { admin } = this;
    this.admin = undefined;
    await admin?.app.stop();
  }

  /** So many answers of the bot do not arrive. */
  loseAnswers(count: number): void {
    this.lost = count;
  }

  get app(): Bot {
    if (this.admin === undefined) throw new Error('no bot runs');
    return this.admin.app;
  }

  /**
   * Lines that arrive together, and all that follows at once. @returns what is to be pasted now.
   */
  async paste(text: string): Promise<readonly string[]> {
    this.carrier.paste(text.split('\n'));
    return this.settle();
  }

  async answer(line: string): Promise<readonly string[]> {
    if (!this.carrier.answer(line)) throw new Error(`${line}: nothing was asked`);
    return this.settle();
  }

  /** Round after round until nothing is left to do, or somebody has to answer. */
  async settle(): Promise<readonly string[]> {
    let round: Round = 'busy';
    for (let rounds = 0; round !== 'quiet' && rounds < 60; rounds++) {
      round = await this.round();
      if (round === 'waits') this.clock.moveTo(this.clock.now() + 500);
    }
    return this.taken();
  }

  async round(): Promise<Round> {
    for (let turns = 0; turns < 40; turns++) await turn();
    return this.carrier.round();
  }

  /** Time passes, and whoever carries looks in whenever something is due. */
  async passTo(when: string): Promise<readonly string[]> {
    const until = at(when);
    const seen: string[] = [];
    while (this.clock.now() < until) {
      const due = this.app.nextDue() ?? until;
      this.clock.moveTo(Math.min(until, Math.max(due, this.clock.now() + 1_000)));
      await this.app.tick();
      seen.push(...(await this.settle()));
    }
    return seen;
  }

  /** What was to be pasted, without the empty line behind it. */
  taken(): readonly string[] {
    return this.pasteable.splice(0).map((text) => text.trimEnd());
  }

  notes(): readonly string[] {
    return this.told.splice(0);
  }

  records<T>(look: (records: Records) => T): Promise<T> {
    return this.app.look((this.options.file ?? example).alliance.id, look);
  }

  async change(decide: (records: Records) => readonly Remember[]): Promise<void> {
    await this.app.change((this.options.file ?? example).alliance.id, decide);
  }
}
