import type { Update } from 'grammy/types';
import { backoff } from '../../src/core/backoff.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Log } from '../../src/ports/log.ts';
import { type Client, TelegramError } from './client.ts';
import type { ConnectionTracker } from './connection.ts';
import { InHand } from './in-hand.ts';
import { ALLOWED } from './receive.ts';

export interface PollParts {
  readonly client: Client;
  readonly handle: (update: Update) => Promise<void>;
  readonly clock: Pick<Clock, 'after' | 'elapsed'>;
  readonly log: Log;
  readonly connection: Pick<ConnectionTracker, 'works' | 'fails'>;
  /** How long Telegram waits with its answer when there is nothing, s. */
  readonly timeout?: number;
}

/**
 * After something that goes on until somebody does something about it: another poller, a refused
 * token, ms.
 */
const LONG_PAUSE = 30_000;
/** The same trouble is logged again after, ms. */
const LOGGED_AGAIN = 10 * 60_000;
/** The longest pause between two tries, ms. */
const LONGEST_BACKOFF = 60_000;
/** Telegram gives so many updates at once. */
const MOST = 100;
/**
 * The end does not wait longer for the last confirmation, ms; what is not confirmed comes again and
 * is known.
 */
const CONFIRMED_WITHIN = 1_000;
/**
 * What is not done with by then is looked after beside the next updates, ms. Telegram gives it
 * again at once each time, so where nothing new comes with it the pause is doubled, up to the
 * longest.
 */
const PATIENCE = 250;
const LONGEST_PATIENCE = 2_000;

/**
 * Asks for updates until told to stop. Telegram forgets an update when one with a higher offset is
 * asked for, so the offset moves only when every update before it is durable.
 */
export async function poll(parts: PollParts, signal: AbortSignal): Promise<void> {
  const poller = new Poller(parts, signal);
  while (!signal.aborted) await poller.round();
  await poller.finish();
}

class Poller {
  private readonly parts: PollParts;
  private readonly signal: AbortSignal;
  private readonly inHand: InHand;
  /** Failures in a row. */
  private failures = 0;
  /** Rounds in a row that brought nothing new. */
  private inVain = 0;
  private logged = { what: '', at: Number.NEGATIVE_INFINITY };

  constructor(parts: PollParts, signal: AbortSignal) {
    this.parts = parts;
    this.signal = signal;
    this.inHand = new InHand(parts.handle, parts.clock);
  }

  /** Asks once, and begins what came; or waits after a failure. Never throws. */
  async round(): Promise<void> {
    const { timeout = 30 } = this.parts;
    try {
      // After a failure it is of interest soon whether it is over.
      await this.take(await this.ask(this.failures > 0 ? 0 : timeout, MOST, this.signal));
    } catch (error) {
      if (!this.signal.aborted) await this.recover(error);
    }
  }

  /** What is durable is confirmed before leaving, so that it need not be delivered again. */
  async finish(): Promise<void> {
    await this.inHand.settled();
    if (this.inHand.offset === undefined) return;
    await this.ask(0, 1, AbortSignal.timeout(CONFIRMED_WITHIN)).catch((error: unknown) =>
      this.parts.log.debug('telegram: not confirmed', { error: String(error) }),
    );
  }

  private ask(timeout: number, limit: number, until: AbortSignal): Promise<Update[]> {
    const { offset } = this.inHand;
    const from = offset === undefined ? {} : { offset };
    const payload = { timeout, limit, allowed_updates: ALLOWED, ...from };
    return this.parts.client.call('getUpdates', payload, until);
  }

  private async take(updates: readonly Update[]): Promise<void> {
    const { connection, clock, log } = this.parts;
    const begun = this.inHand.take(updates);
    connection.works();
    this.failures = 0;
    this.inVain = begun > 0 ? 0 : this.inVain + 1;
    if (this.inVain === 1 && updates.length === MOST)
      log.warn(
        'telegram: a hundred updates behind one that takes long; nothing else is heard until it is done',
      );
    const patience = backoff(this.inVain + 1, { first: PATIENCE, longest: LONGEST_PATIENCE });
    await pause(patience, clock, this.signal, this.inHand.emptied());
  }

  private async recover(error: unknown): Promise<void> {
    const { connection, clock } = this.parts;
    this.failures += 1;
    const { what, why, wait } = failureOf(error);
    this.warn(what, error instanceof TelegramError ? error.code : (error as Error).name);
    if (why !== undefined) connection.fails(why);
    await pause(
      Math.max(wait, backoff(this.failures, { longest: LONGEST_BACKOFF })),
      clock,
      this.signal,
    );
  }

  /** The same trouble is logged again only after a while. */
  private warn(what: string, code: string): void {
    const now = this.parts.clock.elapsed();
    if (what === this.logged.what && now - this.logged.at <= LOGGED_AGAIN) return;
    this.parts.log.warn(what, { code });
    this.logged = { what, at: now };
  }
}

interface Failure {
  /** One line for the operator: what is wrong, and what to do. */
  readonly what: string;
  /** What it says of the connection; nothing where Telegram only wants us to be slower. */
  readonly why: Parameters<ConnectionTracker['fails']>[0] | undefined;
  /** How long to wait at least, ms. */
  readonly wait: number;
}

/** Also an answer that makes no sense, from a proxy or a server in trouble, ends nothing. */
function failureOf(error: unknown): Failure {
  const unreachable = { why: 'unreachable', wait: 0 } as const;
  if (!(error instanceof TelegramError))
    return { ...unreachable, what: 'telegram: an answer could not be understood; trying again' };
  const { status, description, retryAfter } = error;
  if (status === 409 && /webhook/i.test(description))
    return {
      why: 'taken',
      wait: LONG_PAUSE,
      what: 'telegram: a webhook was set for this bot meanwhile, so nothing arrives here; stop the process that serves it, then start this one again',
    };
  if (status === 409)
    return {
      why: 'taken',
      wait: LONG_PAUSE,
      what: 'telegram: another process polls with the same token; stop it, or give one of them a bot of its own',
    };
  if (status === 401)
    return {
      why: 'refused',
      wait: LONG_PAUSE,
      what: 'telegram: the token is not valid any more; take a new one from @BotFather into TELEGRAM_BOT_TOKEN and start again',
    };
  if (status === 429)
    return {
      why: undefined,
      wait: retryAfter,
      what: 'telegram: too many requests; waiting as told',
    };
  return { ...unreachable, what: 'telegram: not reachable; trying again' };
}

/** Ends early when told to stop, or when `sooner` resolves. */
function pause(
  ms: number,
  clock: Pick<Clock, 'after'>,
  signal: AbortSignal,
  sooner?: Promise<void>,
): Promise<void> {
  if (ms === 0 || signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      cancel();
      signal.removeEventListener('abort', done);
      resolve();
    };
    const cancel = clock.after(ms, done);
    signal.addEventListener('abort', done);
    void sooner?.then(done);
  });
}
