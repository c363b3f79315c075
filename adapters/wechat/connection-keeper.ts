import { backoff } from '../../src/core/backoff.ts';
import type { ConnectionStatus } from '../../src/ports/chat.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Log } from '../../src/ports/log.ts';
import type { Connection } from './connection.ts';
import { troubles } from './texts.ts';

/** An outage shorter than this is not announced, ms. */
const ANNOUNCED_AFTER = 60_000;

/** The longest pause between two tries, ms. */
const LONGEST_PAUSE = 60_000;

interface Parts {
  /**
   * A new connection, which tells its login, logout and scans to this keeper. `answers`: the
   * gateway is known to answer questions.
   */
  readonly connect: (answers: boolean) => Connection;
  readonly clock: Clock;
  readonly log: Log;
  /** It has changed in a way that somebody should know. */
  readonly tell: (status: ConnectionStatus) => void;
  /** When the bot was last connected before this process began, ms since the epoch. */
  readonly lastUp: number | undefined;
}

/**
 * Keeps a connection: notices when one is of no use any more, and makes another, for as long as it
 * takes.
 */
export class ConnectionKeeper {
  private readonly parts: Parts;
  private connection: Connection | undefined;
  private current: ConnectionStatus;
  private stopped = false;
  private tries = 0;
  private answers = false;
  /** When there was certainly a connection last. */
  private heard: number | undefined;
  private cancelAnnouncing = () => {};
  private wakeUp = () => {};
  private running: Promise<void> = Promise.resolve();

  constructor(parts: Parts) {
    this.parts = parts;
    this.heard = parts.lastUp;
    this.current = {
      state: 'down',
      since: parts.lastUp ?? parts.clock.now(),
      why: troubles.unreachable,
    };
  }

  start(): void {
    this.cancelAnnouncing = this.parts.clock.after(ANNOUNCED_AFTER, () =>
      this.parts.tell(this.current),
    );
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.cancelAnnouncing();
    this.wakeUp();
    this.connection?.over('closed');
    await this.running;
  }

  get status(): ConnectionStatus {
    return this.current;
  }

  /** The connection, while somebody is logged in on it. */
  get up(): Connection | undefined {
    return this.current.state === 'up' ? this.connection : undefined;
  }

  loggedIn(): void {
    this.tries = 0;
    this.cancelAnnouncing();
    const now = this.parts.clock.now();
    const missed = this.heard === undefined ? {} : { missed: { from: this.heard, to: now } };
    this.heard = undefined;
    this.current = { state: 'up', since: now, ...missed };
    if (missed.missed !== undefined) this.parts.tell(this.current);
  }

  /** A person has to do something. `kicked`: they were logged in, and somebody has ended that. */
  needsLogin(why: 'kicked' | 'scan'): void {
    if (this.current.state === 'login') return;
    this.lost(why, 'login');
    this.cancelAnnouncing();
    this.parts.tell(this.current);
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      await this.once();
      if (!this.stopped) await this.pause();
    }
  }

  /** Until a connection is of no use any more. */
  private async once(): Promise<void> {
    const { connect, log } = this.parts;
    const connection = connect(this.answers);
    this.connection = connection;
    connection.open().catch((error: unknown) => {
      log.error('wechat: a connection could not be opened', error);
      connection.over('unreachable');
    });
    const why = await connection.ended;
    if (why !== 'closed') {
      log.warn('wechat: the connection is down; trying again', { why });
      this.lost(why, 'down');
    }
    this.answers ||= connection.answers;
    this.connection = undefined;
    await connection
      .close()
      .catch((error: unknown) => log.error('wechat: not closed cleanly', error));
  }

  private pause(): Promise<void> {
    this.tries += 1;
    const ms = backoff(this.tries, { longest: LONGEST_PAUSE });
    return new Promise((resolve) => {
      const cancel = this.parts.clock.after(ms, resolve);
      this.wakeUp = () => {
        cancel();
        resolve();
      };
    });
  }

  private lost(trouble: keyof typeof troubles, state: 'down' | 'login'): void {
    const wasUp = this.current.state === 'up';
    if (wasUp) this.heard = this.connection?.heardAt ?? this.parts.clock.now();
    const since = wasUp ? (this.heard ?? this.parts.clock.now()) : this.current.since;
    const { missed } = this.current;
    const why = troubles[trouble];
    this.current = { state, since, why, ...(missed === undefined ? {} : { missed }) };
    if (wasUp)
      this.cancelAnnouncing = this.parts.clock.after(ANNOUNCED_AFTER, () =>
        this.parts.tell(this.current),
      );
  }
}
