import { DateTime } from 'luxon';
import { MemoryBlobs } from '../../adapters/blobs-memory/index.ts';
import { repeatableRandom, SimulatedClock } from '../../adapters/clock-simulated/index.ts';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { MemoryDisk, memoryStore } from '../../adapters/store-memory/index.ts';
import * as terminal from '../../adapters/terminal/traits.ts';
import { type AdminCommand, executeAdmin } from '../../src/admin/index.ts';
import { type Bot, createBot } from '../../src/bot.ts';
import type { Collection } from '../../src/core/collection.ts';
import { type BroadcastRow, broadcasts } from '../../src/core/records.ts';
import type { HolidayYear } from '../../src/features/holidays/index.ts';
import { imported, readAllianceFile, staged } from '../../src/features/import/index.ts';
import { featuresWith } from '../../src/features/index.ts';
import type { ChatAdapter, Incoming, Outgoing } from '../../src/ports/chat.ts';
import { allTurns } from './turns.ts';

/** What a platform does with what it is asked to send. */
type Answer =
  | 'sent'
  | 'never'
  | Error
  | (() => void)
  | { readonly standing: number; readonly but: Error | 'never' };

const ZONE = 'Asia/Shanghai';
export const RULE = {
  id: 'service',
  title: '服务日',
  kind: 'service',
  on: { type: 'monthly', day: 25 },
  at: '09:00',
  notices: [
    { id: 'ahead', days: 3, at: '18:00' },
    { id: 'today', days: 0, at: '07:30' },
  ],
};

/** An alliance file with one liaison and these rules. */
function fileWith(rules: readonly object[], groups: readonly string[]) {
  return readAllianceFile({
    alliance: { id: 'home', name: '联盟', zone: ZONE },
    people: [
      { id: 'zhou', name: '周敏', role: 'convenor' },
      { id: 'li', name: '李雪梅', role: 'liaison' },
    ],
    groups: groups.map((title) => ({ title })),
    rules,
  });
}

/**
 * The whole bot on a disk that outlives it, with a platform that can be made to fail and a process
 * that can be killed.
 */
export class Broadcasting {
  clock: SimulatedClock;
  /** What the platform sent, in groups and in private. */
  readonly sent: Outgoing[] = [];
  /** What the platform does, for each group by its title; where nothing is said it sends. */
  readonly answers = new Map<string, Answer>();
  readonly disk = new MemoryDisk();
  private app: Bot | undefined;
  private receive: ((incoming: Incoming) => Promise<void>) | undefined;
  private holidays: readonly HolidayYear[] = [];
  private messages = 0;
  private readonly random = repeatableRandom();
  private readonly groups: readonly string[];

  constructor(at: string, groups: readonly string[] = ['联盟群']) {
    this.clock = new SimulatedClock(moment(at));
    this.groups = groups;
  }

  /**
   * Starts over what the disk holds, after a kill too: a killed process has no timers and no clock
   * any more.
   */
  async start(
    options: { connected?: boolean; holidays?: readonly HolidayYear[] } = {},
  ): Promise<void> {
    this.clock = new SimulatedClock(this.clock.now());
    this.holidays = options.holidays ?? this.holidays;
    this.app = createBot({
      features: featuresWith(this.holidays),
      chats: options.connected === false ? [] : [this.chat()],
      store: memoryStore(this.disk),
      blobs: new MemoryBlobs(),
      clock: this.clock,
      random: this.random,
      log: silentLog,
      onFatal: (error) => {
        throw error;
      },
    });
    await this.app.start();
    await allTurns();
  }

  /** Puts rules in place as an imported file does. */
  async import(...rules: readonly object[]): Promise<void> {
    const file = fileWith(rules, this.groups);
    await this.running.change('home', (records) => [
      ...imported(file, records, this.clock.now()),
      ...staged(file, 'terminal'),
    ]);
  }

  /** The process ends without a word, and another one starts. */
  async killed(options: Parameters<Broadcasting['start']>[0] = {}): Promise<void> {
    await this.start(options);
    await this.ticked();
  }

  /**
   * Time passes in ticks of half a minute, as it does while the bot runs; long stretches in fewer.
   */
  async runTo(at: string, step = 30_000): Promise<void> {
    const until = moment(at);
    while (this.clock.now() < until) {
      const due = this.running.nextDue() ?? until;
      this.clock.moveTo(Math.min(until, Math.max(this.clock.now() + step, Math.min(due, until))));
      await this.ticked();
    }
  }

  /** The machine sleeps, or the bot is down: nothing ticks on the way. */
  async sleepTo(at: string): Promise<void> {
    this.clock.setTo(moment(at));
    await this.ticked();
  }

  async ticked(): Promise<void> {
    await this.running.tick();
    await allTurns();
  }

  /** Somebody says something in the first group. */
  async say(name: string, text: string): Promise<void> {
    this.messages += 1;
    const chat = this.groups[0] ?? '';
    await this.receive?.({
      address: { platform: 'terminal', account: 'terminal', kind: 'group', chat },
      id: `m${this.messages}@${this.clock.now()}`,
      sender: { id: name, name },
      text,
      at: this.clock.now(),
      addressed: false,
      botNames: ['小联'],
      photos: [],
    });
    await allTurns();
  }

  /** The machine's own user orders something. @returns what they are told. */
  async order(order: AdminCommand): Promise<string> {
    const told = await executeAdmin(
      { app: this.running, clock: this.clock, random: this.random },
      order,
    );
    await allTurns();
    return 'said' in told ? told.said.en : '';
  }

  /** First lines of what the groups got. */
  inGroups(): readonly string[] {
    return this.sent.filter(({ to }) => to.kind === 'group').map(({ text }) => text);
  }

  notices(): readonly string[] {
    return this.inGroups().filter((text) => /^(【补发】.*\n)?【(还有|今天|明天)/.test(text));
  }

  toPeople(): readonly string[] {
    return this.sent
      .filter(({ to }) => to.kind === 'private')
      .map(({ text, to }) => `${to.chat}：${text}`);
  }

  /** The rows of notices as they are on the disk. */
  rows(): readonly BroadcastRow[] {
    return this.records(broadcasts).filter(({ broadcast }) => broadcast.includes('/'));
  }

  /** The records of a collection as they are on the disk. */
  records<R extends { readonly id: string }>({ name, schema }: Collection<R>): readonly R[] {
    const tables = [...(this.disk.partitions.get('home')?.values() ?? [])];
    return tables
      .filter(({ collection }) => collection === name)
      .flatMap(({ records }) =>
        [...records.values()].map((text) => schema.parse(JSON.parse(text))),
      );
  }

  private get running(): Bot {
    if (this.app === undefined) throw new Error('it was not started');
    return this.app;
  }

  private chat(): ChatAdapter {
    return {
      platform: 'terminal',
      ...terminal,
      start: async (receive) => {
        this.receive = receive;
      },
      send: async (outgoing, onPartSent) => {
        const said = this.answers.get(outgoing.to.chat) ?? 'sent';
        const isCut = typeof said === 'object' && 'but' in said;
        if (isCut) onPartSent?.(said.standing);
        const answer = isCut ? said.but : said;
        if (answer === 'never') return new Promise(() => {});
        if (answer instanceof Error) throw answer;
        this.sent.push(outgoing);
        if (typeof answer === 'function') answer();
        return { messageId: `s${this.sent.length}` };
      },
      stop: async () => {},
    };
  }
}

export function moment(local: string, zone = ZONE): number {
  return DateTime.fromFormat(local, 'yyyy-MM-dd HH:mm', { zone }).toMillis();
}
