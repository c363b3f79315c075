import type { Update } from 'grammy/types';
import type { Clock } from '../../src/ports/clock.ts';
import type { Log } from '../../src/ports/log.ts';
import { type Client, TelegramError } from './client.ts';
import { ALLOWED } from './receive.ts';

export interface PollParts {
  readonly client: Client;
  readonly handle: (update: Update) => Promise<void>;
  readonly clock: Pick<Clock, 'after'>;
  readonly log: Log;
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
 * Asks for updates until told to stop. Telegram forgets an update when one with a higher offset is asked for, so the
 * offset moves only when every update before it is durable.
 */
export async function poll(
  { client, handle, clock, log, timeout = 30 }: PollParts,
  signal: AbortSignal,
): Promise<void> {
  let offset: number | undefined;
  let failures = 0;
  let told = '';
  const ask = (wait: number, limit: number) =>
    client.call(
      'getUpdates',
      { ...(offset === undefined ? {} : { offset }), timeout: wait, limit, allowed_updates: ALLOWED },
      wait === 0 ? AbortSignal.timeout(CONFIRMED_WITHIN) : signal,
    );
  while (!signal.aborted) {
    let wait = 0;
    try {
      const updates = await ask(timeout, 100);
      const done = await Promise.allSettled(updates.map(handle));
      const failed = done.findIndex(({ status }) => status === 'rejected');
      const last = updates.at(failed < 0 ? -1 : failed - 1);
      if (failed !== 0 && last !== undefined) offset = last.update_id + 1;
      // After a silence of a week ids begin anew, perhaps lower; nothing is left that an offset would confirm.
      if (updates.length === 0) offset = undefined;
      failures = failed < 0 ? 0 : failures + 1;
      told = failed < 0 ? '' : told;
    } catch (error) {
      if (signal.aborted) break;
      failures += 1;
      // Also an answer that makes no sense, from a proxy or a server in trouble, ends nothing.
      const known = error instanceof TelegramError ? error : undefined;
      if (known !== undefined) wait = known.status === 409 || known.status === 401 ? LONG_PAUSE : known.retryAfter;
      const line = known === undefined ? ODD : lineFor(known);
      if (line !== told) log.warn(line, { code: known?.code ?? (error instanceof Error ? error.name : typeof error) });
      told = line;
    }
    if (failures > 0) wait = Math.max(wait, Math.min(LONGEST_PAUSE, 1_000 * 2 ** Math.min(failures - 1, 6)));
    await pause(wait, clock, signal);
  }
  // What is durable is confirmed before leaving, so that it need not be delivered again.
  if (offset !== undefined)
    await ask(0, 1).catch((error: unknown) => log.debug('telegram: not confirmed', { error: String(error) }));
}

const ODD = 'telegram: an answer could not be understood; trying again';

/** One line for whoever runs the bot: what is wrong, and what to do. */
function lineFor({ status, description }: TelegramError): string {
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
