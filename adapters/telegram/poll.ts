import type { Update } from 'grammy/types';
import type { Clock } from '../../src/ports/clock.ts';
import type { Log } from '../../src/ports/log.ts';
import { backoff } from '../backoff.ts';
import { type Client, TelegramError } from './client.ts';
import { InHand } from './in-hand.ts';
import type { TelegramLine } from './line.ts';
import { ALLOWED } from './receive.ts';

export interface PollParts {
  readonly client: Client;
  readonly handle: (update: Update) => Promise<void>;
  readonly clock: Pick<Clock, 'after' | 'elapsed'>;
  readonly log: Log;
  readonly line: Pick<TelegramLine, 'works' | 'fails'>;
  /** How long Telegram waits with its answer when there is nothing, s. */
  readonly timeout?: number;
}

/**
 * After something that goes on until somebody does something about it: another poller, a refused
 * token, ms.
 */
const LONG_PAUSE = 30_000;
/** The same trouble is said again after, ms. */
const SAID_AGAIN = 10 * 60_000;
/** Telegram gives so many updates at once. */
const MOST = 100;
/**
 * The end does not wait longer for the last confirmation, ms; what is not confirmed comes again and
 * is known.
 */
const CONFIRMED_WITHIN = 2_000;
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
export async function poll(
  { client, handle, clock, log, line, timeout = 30 }: PollParts,
  signal: AbortSignal,
): Promise<void> {
  const inHand = new InHand(handle, clock);
  let failures = 0;
  let inVain = 0;
  let told = { said: '', at: Number.NEGATIVE_INFINITY };
  const ask = (wait: number, limit: number, until: AbortSignal) => {
    const { offset } = inHand;
    const what = { timeout: wait, limit, allowed_updates: ALLOWED };
    return client.call(
      'getUpdates',
      { ...what, ...(offset === undefined ? {} : { offset }) },
      until,
    );
  };
  while (!signal.aborted) {
    try {
      // After a failure it is of interest soon whether it is over.
      const updates = await ask(failures > 0 ? 0 : timeout, MOST, signal);
      const begun = inHand.take(updates);
      line.works();
      failures = 0;
      inVain = begun > 0 ? 0 : inVain + 1;
      if (inVain === 1 && updates.length === MOST)
        log.warn(
          'telegram: a hundred updates behind one that takes long; nothing else is heard until it is done',
        );
      const patience = Math.min(LONGEST_PATIENCE, PATIENCE * 2 ** Math.min(inVain, 6));
      await pause(patience, clock, signal, inHand.emptied());
    } catch (error) {
      if (signal.aborted) break;
      failures += 1;
      const { said, why, wait } = troubleOf(error);
      if (said !== told.said || clock.elapsed() - told.at > SAID_AGAIN) {
        log.warn(said, {
          code: error instanceof TelegramError ? error.code : (error as Error).name,
        });
        told = { said, at: clock.elapsed() };
      }
      if (why !== undefined) line.fails(why);
      await pause(Math.max(wait, backoff(failures)), clock, signal);
    }
  }
  await inHand.settled();
  // What is durable is confirmed before leaving, so that it need not be delivered again.
  if (inHand.offset !== undefined)
    await ask(0, 1, AbortSignal.timeout(CONFIRMED_WITHIN)).catch((error: unknown) =>
      log.debug('telegram: not confirmed', { error: String(error) }),
    );
}

interface Trouble {
  /** One line for whoever runs the bot: what is wrong, and what to do. */
  readonly said: string;
  /** What it says of the line; nothing where Telegram only wants us to be slower. */
  readonly why: Parameters<TelegramLine['fails']>[0] | undefined;
  /** How long to wait at least, ms. */
  readonly wait: number;
}

/** Also an answer that makes no sense, from a proxy or a server in trouble, ends nothing. */
function troubleOf(error: unknown): Trouble {
  const unreachable = { why: 'unreachable', wait: 0 } as const;
  if (!(error instanceof TelegramError))
    return { ...unreachable, said: 'telegram: an answer could not be understood; trying again' };
  const { status, description, retryAfter } = error;
  if (status === 409 && /webhook/i.test(description))
    return {
      why: 'taken',
      wait: LONG_PAUSE,
      said: 'telegram: a webhook was set for this bot meanwhile, so nothing arrives here; stop the process that serves it, then start this one again',
    };
  if (status === 409)
    return {
      why: 'taken',
      wait: LONG_PAUSE,
      said: 'telegram: another process polls with the same token; stop it, or give one of them a bot of its own',
    };
  if (status === 401)
    return {
      why: 'refused',
      wait: LONG_PAUSE,
      said: 'telegram: the token is not valid any more; take a new one from @BotFather into TELEGRAM_BOT_TOKEN and start again',
    };
  if (status === 429)
    return {
      why: undefined,
      wait: retryAfter,
      said: 'telegram: too many requests; waiting as told',
    };
  return { ...unreachable, said: 'telegram: not reachable; trying again' };
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
