import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Update } from 'grammy/types';
import { ChatUnusable } from '../../src/ports/chat.ts';
import type { Log } from '../../src/ports/log.ts';

export interface WebhookParts {
  /** Where Telegram posts to; only its path matters here. */
  readonly url: string;
  readonly secret: string;
  /** 0: one that is free. */
  readonly port: number;
  readonly handle: (update: Update) => Promise<void>;
  readonly log: Log;
}

/** No update is as large. */
const LARGEST = 1_000_000;

/**
 * Takes updates that Telegram posts. Each is acknowledged when its effect is durable; anything else
 * than 2xx makes Telegram deliver it again.
 */
export async function webhook({ url, secret, port, handle, log }: WebhookParts): Promise<Server> {
  const { pathname } = new URL(url);
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<number> => {
    if (request.method !== 'POST' || new URL(request.url ?? '/', url).pathname !== pathname)
      return 404;
    if (!same(String(request.headers['x-telegram-bot-api-secret-token'] ?? ''), secret)) return 401;
    const body = await bodyOf(request);
    if (body === undefined) return 413;
    const update = updateOf(body);
    if (update === undefined) return 400;
    await handle(update);
    return response.headersSent ? response.statusCode : 200;
  };
  const server = createServer((request, response) => {
    take(request, response).then(
      (status) => response.writeHead(status).end(),
      (error: unknown) => {
        log.error('telegram: an update was not acknowledged', error);
        response.writeHead(500).end();
      },
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new ChatUnusable({
              zh: `TELEGRAM_WEBHOOK_PORT ${port} 被别的程序占着，请换一个`,
              en: `TELEGRAM_WEBHOOK_PORT ${port} is in use by another process; choose another one`,
            })
          : error,
      ),
    );
    server.listen(port, resolve);
  });
  return server;
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Read to its end also when it is too large, or the connection would be cut before the answer.
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= LARGEST) chunks.push(chunk);
  }
  return size > LARGEST ? undefined : Buffer.concat(chunks).toString('utf8');
}

function updateOf(body: string): Update | undefined {
  try {
    const update = JSON.parse(body) as Update;
    return typeof update?.update_id === 'number' ? update : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** In a time that does not tell how much of it is right. */
function same(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
