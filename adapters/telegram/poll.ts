import type { Update } from 'grammy/types';
import type { Clock } from '../../src/ports/clock.ts';
import type { Log } from '../../src/ports/log.ts';
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

/** The pause before the next try, ms: 1 s, doubled each time, at most a minute. */
const LONGEST_PAUSE = 60_000;
/** After something that goes on until somebody does something about it: another poller, a refused token, ms. */
const LONG_PAUSE = 30_000;
/** The end does not wait longer for the last confirmation, ms; what is not confirmed comes again and is known. */
const CONFIRMED_WITHIN = 2_000;
/**
 * What is not done with by then is looked after beside the next updates, ms. Telegram gives it again at once each time,
 * so where nothing new comes with it the pause is doubled, up to the longest.
 */
const PATIENCE = 250;
const LONGEST_PATIENCE = 2_000;

/**
 * Asks for updates until told to stop. Telegram forgets an update when one with a higher offset is asked for, so the
 * offset moves only when every update before it is durable.
 */
export async function poll(
  { client, handle, clock, log, line, timeout = 30 }: PollParts,
  signal: AbortSignal,
): Promise<void> {
  const inHand = new InHand(handle, clock);
  let failures = 0;
  let inVain = 0;
  let told = '';
  const ask = (wait: number, limit: number, until: AbortSignal) => {
    const { offset } = inHand;
    const what = { timeout: wait, limit, allowed_updates: ALLOWED };
    return client.call('getUpdates', { ...what, ...(offset === undefined ? {} : { offset }) }, until);
  };
  while (!signal.aborted) {
    try {
      // After a failure it is of interest soon whether it is over.
      const begun = inHand.take(await ask(failures > 0 ? 0 : timeout, 100, signal));
      line.works();
      failures = 0;
      told = '';
      inVain = begun > 0 ? 0 : inVain + 1;
      const patience = Math.min(LONGEST_PATIENCE, PATIENCE * 2 ** Math.min(inVain, 6));
      await pause(patience, clock, AbortSignal.any([signal, emptied(inHand)]));
    } catch (error) {
      if (signal.aborted) break;
      failures += 1;
      // Also an answer that makes no sense, from a proxy or a server in trouble, ends nothing.
      const known = error instanceof TelegramError ? error : undefined;
      const said = known === undefined ? ODD : saidOf(known);
      if (said !== told) log.warn(said, { code: known?.code ?? (error instanceof Error ? error.name : typeof error) });
      told = said;
      line.fails(known?.status === 409 ? 'taken' : known?.status === 401 ? 'refused' : 'unreachable');
      await pause(Math.max(askedFor(known), backoff(failures)), clock, signal);
    }
  }
  await inHand.settled();
  // What is durable is confirmed before leaving, so that it need not be delivered again.
  if (inHand.offset !== undefined)
    await ask(0, 1, AbortSignal.timeout(CONFIRMED_WITHIN)).catch((error: unknown) =>
      log.debug('telegram: not confirmed', { error: String(error) }),
    );
}

/** Aborted as soon as nothing is in hand any more. */
function emptied(inHand: InHand): AbortSignal {
  const empty = new AbortController();
  const look = () => {
    if (inHand.isEmpty) empty.abort();
  };
  if (inHand.isEmpty) look();
  else void inHand.settled().then(look);
  return empty.signal;
}

/** How long Telegram wants us to wait, ms. */
function askedFor(error: TelegramError | undefined): number {
  if (error === undefined) return 0;
  return error.status === 409 || error.status === 401 ? LONG_PAUSE : error.retryAfter;
}

function backoff(failures: number): number {
  return Math.min(LONGEST_PAUSE, 1_000 * 2 ** Math.min(failures - 1, 6));
}

const ODD = 'telegram: an answer could not be understood; trying again';

/** One line for whoever runs the bot: what is wrong, and what to do. */
function saidOf({ status, description }: TelegramError): string {
  if (status === 409 && /webhook/i.test(description))
    return 'telegram: a webhook was set for this bot meanwhile, so nothing arrives here; stop the process that serves it, then start this one again';
  if (status === 409)
    return 'telegram: another process polls with the same token; stop it, or give one of them a bot of its own';
  if (status === 401)
    return 'telegram: the token is not valid any more; take a new one from @BotFather into TELEGRAM_BOT_TOKEN and start again';
  if (status === 429) return 'telegram: too many requests; waiting as told';
  return 'telegram: not reachable; trying again';
}

/** Ends early when told to stop. */
function pause(ms: number, clock: Pick<Clock, 'after'>, signal: AbortSignal): Promise<void> {
  if (ms === 0 || signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      cancel();
      signal.removeEventListener('abort', done);
      resolve();
    };
    const cancel = clock.after(ms, done);
    signal.addEventListener('abort', done);
  });
}
