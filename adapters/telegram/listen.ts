import type { Server } from 'node:http';
import type { Update } from 'grammy/types';
import type { Clock } from '../../src/ports/clock.ts';
import type { Log } from '../../src/ports/log.ts';
import type { Client } from './client.ts';
import type { ConnectionTracker } from './connection.ts';
import { poll } from './poll.ts';
import { ALLOWED } from './receive.ts';
import type { TelegramSettings } from './settings.ts';

export interface ListenParts {
  readonly client: Client;
  readonly handle: (update: Update) => Promise<void>;
  readonly webhook: TelegramSettings['webhook'];
  readonly clock: Clock;
  readonly log: Log;
  readonly connection: ConnectionTracker;
  /** How long a poll waits for updates, s. */
  readonly pollTimeout: number | undefined;
}

/** Takes updates that Telegram posts to us; the server may listen already. */
export async function listenToWebhook(
  { client, handle, log }: ListenParts,
  given: NonNullable<TelegramSettings['webhook']>,
  listening: Server | undefined,
): Promise<Server> {
  const { webhook } = await import('./webhook.ts');
  const server = listening ?? (await webhook({ ...given, handle, log }));
  const { url, secret } = given;
  await client.call('setWebhook', { url, secret_token: secret, allowed_updates: ALLOWED });
  return server;
}

/** Begins to ask for updates. @returns what resolves when polling has ended. */
export async function listenByPolling(
  { client, handle, clock, log, connection, pollTimeout: timeout }: ListenParts,
  signal: AbortSignal,
): Promise<{ readonly ended: Promise<void> }> {
  const { url } = await client.call('getWebhookInfo', undefined);
  if (url !== undefined && url !== '') {
    log.warn(
      'telegram: a webhook was left behind and is removed, as this process polls; for a webhook set TELEGRAM_WEBHOOK_URL',
      { host: new URL(url).host },
    );
    await client.call('deleteWebhook', {});
  }
  const waits = timeout === undefined ? {} : { timeout };
  const ended = poll({ client, handle, clock, log, connection, ...waits }, signal).catch(
    (error: unknown) => log.error('telegram: polling ended', error),
  );
  return { ended };
}
