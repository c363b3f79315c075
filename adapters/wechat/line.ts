import type { ConnectionStatus } from '../../src/ports/chat.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Log } from '../../src/ports/log.ts';
import { backoff } from '../backoff.ts';
import type { Connection } from './connection.ts';

/** A line that is back by then is not worth a word, ms. */
const WORTH_A_WORD = 60_000;

interface Parts {
  /** A new connection, which tells its login, logout and scans to this line. */
  readonly connect: () => Connection;
  readonly clock: Clock;
  readonly log: Log;
  /** It has changed in a way that somebody should know. */
  readonly tell: (line: ConnectionStatus) => void;
  /** When the bot was last connected before this process began, ms since the epoch. */
  readonly lastUp: number | undefined;
}

/**
 * Keeps a connection: notices when one is of no use any more, and makes another, for as long as it
 * takes.
 */
export class WechatLine {
  private readonly parts: Parts;
  private connection: Connection | undefined;
  private state: ConnectionStatus;
  private stopped = false;
  private tries = 0;
  /** When there was certainly a connection last. */
  private heard: number | undefined;
  private cancelWord = () => {};
  private wakeUp = () => {};
  private running: Promise<void> = Promise.resolve();

  constructor(parts: Parts) {
    this.parts = parts;
    this.heard = parts.lastUp;
    this.state = { state: 'down', since: parts.lastUp ?? parts.clock.now(), why: 'unreachable' };
  }

  start(): void {
    this.cancelWord = this.parts.clock.after(WORTH_A_WORD, () => this.parts.tell(this.state));
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.cancelWord();
    this.wakeUp();
    this.connection?.over('closed');
    await this.running;
  }

  get line(): ConnectionStatus {
    return this.state;
  }

  /** The connection, while somebody is logged in on it. */
  get up(): Connection | undefined {
    return this.state.state === 'up' ? this.connection : undefined;
  }

  loggedIn(): void {
    this.tries = 0;
    this.cancelWord();
    const now = this.parts.clock.now();
    const missed = this.heard === undefined ? {} : { missed: { from: this.heard, to: now } };
    this.heard = undefined;
    const line: ConnectionStatus = { state: 'up', since: now, ...missed };
    this.state = line;
    if (missed.missed !== undefined) this.parts.tell(line);
  }

  /** A person has to do something. `kicked`: they were logged in, and somebody has ended that. */
  needsLogin(why: 'kicked' | 'scan'): void {
    if (this.state.state === 'login') return;
    this.lost(why, 'login');
    this.cancelWord();
    this.parts.tell(this.state);
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
    const connection = connect();
    this.connection = connection;
    connection.open().catch((error: unknown) => {
      log.error('wechat: a connection could not be opened', error);
      connection.over('unreachable');
    });
    const why = await connection.ended;
    if (why !== 'closed') {
      log.warn('wechat: the line is down; trying again', { why });
      this.lost(why, 'down');
    }
    this.connection = undefined;
    await connection
      .close()
      .catch((error: unknown) => log.error('wechat: not closed cleanly', error));
  }

  private pause(): Promise<void> {
    this.tries += 1;
    const ms = backoff(this.tries);
    return new Promise((resolve) => {
      const cancel = this.parts.clock.after(ms, resolve);
      this.wakeUp = () => {
        cancel();
        resolve();
      };
    });
  }

  private lost(why: NonNullable<ConnectionStatus['why']>, state: 'down' | 'login'): void {
    const wasUp = this.state.state === 'up';
    if (wasUp) this.heard = this.connection?.heardAt ?? this.parts.clock.now();
    const since = wasUp ? (this.heard ?? this.parts.clock.now()) : this.state.since;
    const { missed } = this.state;
    this.state = { state, since, why, ...(missed === undefined ? {} : { missed }) };
    if (wasUp)
      this.cancelWord = this.parts.clock.after(WORTH_A_WORD, () => this.parts.tell(this.state));
  }
}
