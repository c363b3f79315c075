import { type Message, ScanStatus, type Wechaty, WechatyBuilder, log as wechatyLog } from 'wechaty';
import type { Puppet } from 'wechaty-puppet';
import type { Clock } from '../../src/ports/clock.ts';
import type { Log } from '../../src/ports/log.ts';
import type { Puppets } from './puppets.ts';

/** Why a connection is over. `closed`: we wanted it. */
export type Ended = 'unreachable' | 'refused' | 'silent' | 'taken' | 'closed';

/** What a connection tells. Messages come one after another, in the order in which they arrived. */
export interface Listener {
  login(self: string): Promise<void>;
  logout(): void;
  scan(url: string): Promise<void>;
  message(message: Message): Promise<void>;
  /** Something was heard, whatever it was. */
  alive(): void;
  /** The bot itself was taken out of a room, or into one. */
  room(id: string, kind: 'gone' | 'back'): Promise<void>;
}

/** A gateway that has said nothing at all by then is somebody else's, ms. */
const FIRST_SIGN = 30_000;
/**
 * How often the gateway is asked for a sign of life, ms, and how many questions may stay without
 * one.
 */
const ASK_EVERY = 5_000;
const UNANSWERED = 2;
/** The same where it is not known that the gateway answers questions: three minutes. */
const WITHOUT_ANSWERS = 36;

/** More errors than this between two questions are a puppet in distress. */
const MOST_ERRORS = 50;

/**
 * One connection to WeChat: a bot with a puppet of its own, made anew for each try, because neither
 * starts well twice.
 */
export class Connection {
  /** Resolves when it is of no use any more. */
  readonly ended: Promise<Ended>;
  readonly bot: Wechaty;
  /** When the last sign of life came, ms since the epoch. */
  heardAt: number | undefined;
  private readonly puppets: Puppets;
  private readonly puppet: Puppet;
  private readonly listener: Listener;
  private readonly clock: Clock;
  private readonly log: Log;
  private end: (why: Ended) => void = () => {};
  private isOver = false;
  private why: Ended | undefined;
  private errors = 0;
  private queue: Promise<void> = Promise.resolve();
  private cancelTimer = () => {};
  /** Anything was heard, ever; since the last question; the gateway is known to answer. */
  private readonly sign: { ever: boolean; lately: boolean; answers: boolean };

  constructor(
    puppets: Puppets,
    parts: {
      readonly listener: Listener;
      readonly clock: Clock;
      readonly log: Log;
      /** The connection before this one was to a gateway that answers questions. */
      readonly answers: boolean;
    },
  ) {
    this.sign = { ever: false, lately: false, answers: parts.answers };
    this.puppets = puppets;
    this.puppet = puppets.make();
    this.listener = parts.listener;
    this.clock = parts.clock;
    this.log = parts.log;
    wechatyLog.level('silent');
    const { memory } = puppets;
    this.bot = WechatyBuilder.build({
      puppet: this.puppet,
      ...(memory === undefined ? {} : { name: memory }),
    });
    this.ended = new Promise((resolve) => {
      this.end = (why) => {
        this.isOver = true;
        this.why = why;
        this.cancelTimer();
        resolve(why);
      };
    });
  }

  /** Begins to listen. What comes of it is told to the listener, or by `ended`. */
  async open(): Promise<void> {
    const { bot, puppet } = this;
    // Without a listener an error of the puppet would end the process.
    bot.on('error', (error) => this.failed(error));
    puppet.on('login', ({ contactId }) =>
      this.inTurn(async () => {
        try {
          await this.listener.login(contactId);
        } catch (error) {
          // Half logged in is worse than not at all: the next connection tells the login again.
          this.over('unreachable');
          throw error;
        }
      }),
    );
    puppet.on('logout', ({ data }) => {
      // The puppet's own stop says so too.
      if (!this.isOver && data !== 'puppet stop()') this.inTurn(async () => this.listener.logout());
    });
    puppet.on('scan', ({ qrcode, status }) => {
      const waits = status === ScanStatus.Waiting || status === ScanStatus.Timeout;
      if (waits && qrcode !== undefined) this.inTurn(() => this.listener.scan(qrcode));
    });
    puppet.on('message', ({ messageId }) => this.inTurn(() => this.hear(messageId)));
    puppet.on('room-leave', ({ roomId, removeeIdList }) =>
      this.aboutUs(roomId, removeeIdList, 'gone'),
    );
    puppet.on('room-join', ({ roomId, inviteeIdList }) =>
      this.aboutUs(roomId, inviteeIdList, 'back'),
    );
    puppet.on('dong', () => {
      this.sign.answers = true;
    });
    for (const event of ['dong', 'heartbeat', 'login', 'scan', 'message'] as const)
      puppet.on(event, () => {
        this.sign.ever = true;
        this.sign.lately = true;
        this.heardAt = this.clock.now();
        this.listener.alive();
      });
    // Watched from now on: a gateway that takes the connection and says nothing would never let it
    // begin.
    this.watch();
    await bot.start();
    // wechaty resolves also when there is no gateway.
    if (puppet.state.inactive()) this.over('unreachable');
  }

  /**
   * Lets go. A gateway keeps its session; a puppet in this process would end its own, so at the end
   * of the process it is left as it is.
   */
  async close(): Promise<void> {
    this.over('closed');
    if (this.puppets.detach) {
      await this.puppet.onStop();
      // What is left is wechaty's own; in the middle of a start it takes seconds.
      this.bot
        .stop()
        .catch((error: unknown) => this.log.error('wechat: not stopped cleanly', error));
    } else if (this.why !== 'closed') await this.bot.stop();
  }

  /** Whether the gateway is known to answer questions. */
  get answers(): boolean {
    return this.sign.answers;
  }

  /** Asks for a sign of life. */
  ask(): void {
    if (!this.isOver) this.puppet.ding('lianluo');
  }

  /** It is of no use any more. */
  over(why: Ended): void {
    if (!this.isOver) this.end(why);
  }

  /**
   * One thing after another, as they came; wechaty's own events overtake each other while it loads
   * what they are about.
   */
  private inTurn(happen: () => Promise<void>): void {
    this.queue = this.queue.then(async () => {
      if (this.isOver) return;
      await happen().catch((error: unknown) =>
        this.log.error('wechat: something that came was not handled', error),
      );
    });
  }

  private async hear(id: string): Promise<void> {
    const message = await this.bot.Message.find({ id });
    if (message !== undefined) await this.listener.message(message);
  }

  private aboutUs(room: string, people: readonly string[], kind: 'gone' | 'back'): void {
    if (this.puppet.isLoggedIn && people.includes(this.puppet.currentUserId))
      this.inTurn(() => this.listener.room(room, kind));
  }

  /**
   * Most errors are about one thing that could not be looked up; these are about the connection.
   */
  private failed(error: unknown): void {
    const text = error instanceof Error ? error.message : String(error);
    const [, code] = /(?:^|\s)(1 CANCELLED|14 UNAVAILABLE|16 UNAUTHENTICATED)/.exec(text) ?? [];
    if (this.isOver) return;
    this.log.warn('wechat: an error was told', { code: code ?? 'other' });
    if (code !== undefined) this.over(code.startsWith('16') ? 'refused' : 'unreachable');
    // A puppet that finds no network to log in by may try again without a breath.
    this.errors += 1;
    if (this.errors > MOST_ERRORS && !this.puppet.isLoggedIn) this.over('unreachable');
  }

  /** Asks for signs of life for as long as the connection lasts. */
  private watch(): void {
    let unanswered = 0;
    const look = () => {
      unanswered = this.sign.lately ? 0 : unanswered + 1;
      const why = this.deadFor(unanswered);
      if (why !== undefined) return this.over(why);
      this.errors = 0;
      this.sign.lately = false;
      if (this.sign.ever) this.ask();
      this.cancelTimer = this.clock.after(ASK_EVERY, look);
    };
    look();
  }

  /** Why the connection is of no use after so many questions without a sign of life, if so. */
  private deadFor(unanswered: number): Ended | undefined {
    const { ever, answers } = this.sign;
    if (ever && this.puppet.state.inactive()) return 'unreachable';
    // It is asked nothing before its first sign.
    if (!ever) return unanswered * ASK_EVERY >= FIRST_SIGN ? 'taken' : undefined;
    return unanswered > (answers ? UNANSWERED : WITHOUT_ANSWERS) ? 'silent' : undefined;
  }
}
