import type { Server } from 'node:http';
import { z } from 'zod';
import { UserError } from '../../src/core/user-error.ts';
import type { HealthReport, Upkeep } from '../../src/ports/health.ts';
import type { Holder } from '../../src/ports/store.ts';
import type { Meters } from './meters.ts';
import { metricsText } from './metrics.ts';

export { Meters } from './meters.ts';

/** Whether the process answers questions about its health, as `.env.example` lists it. */
export const healthSettings = z.object({
  HEALTH_PORT: z.coerce
    .number()
    .int()
    .min(1)
    .max(65_535)
    .optional()
    .meta({
      description:
        'The port on 127.0.0.1 for /healthz, /readyz and /metrics; off when it is not set',
      examples: ['9090'],
    }),
});

/** The clock ticks twice a minute; a process that has missed so many ticks hangs, ms. */
const TICK_WITHIN = 120_000;

export interface HealthParts {
  readonly port: number;
  /** How the bot is doing; undefined until it has started. */
  readonly report: () => HealthReport | undefined;
  /** The process beside which this one waits. */
  readonly waitsFor?: () => Holder | undefined;
  readonly upkeep: () => Upkeep;
  readonly meters: Meters;
  readonly now: () => number;
}

/**
 * Answers on 127.0.0.1: `/healthz`, whether the process lives (restart it where not); `/readyz`,
 * whether it can do its work now; `/metrics`, numbers for Prometheus.
 * @returns how to end it. @throws UserError when the port is taken.
 */
export async function serveHealth(parts: HealthParts): Promise<() => void> {
  // It brings half of what Node can do on a network along, and few ask.
  const { createServer } = await import('node:http');
  const server = createServer((request, response) => {
    const { status, text } = answerTo(request.url ?? '', request.method ?? '', parts);
    response.writeHead(status, {
      'content-type': 'text/plain; version=0.0.4; charset=utf-8',
      'cache-control': 'no-store',
    });
    response.end(text);
  });
  server.headersTimeout = 5_000;
  server.requestTimeout = 5_000;
  server.maxConnections = 16;
  await listening(server, parts.port);
  return () => {
    server.close();
    server.closeAllConnections();
  };
}

function answerTo(url: string, method: string, parts: HealthParts) {
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, text: 'GET only\n' };
  switch (url.split('?')[0]) {
    case '/healthz':
      return verdict(deadly(parts));
    case '/readyz':
      return verdict([...deadly(parts), ...hindering(parts)], heldBy(parts));
    case '/metrics':
      return metrics(parts);
    default:
      return { status: 404, text: '/healthz /readyz /metrics\n' };
  }
}

function verdict(wrong: readonly string[], also = '') {
  return wrong.length === 0
    ? { status: 200, text: `ok\n${also}` }
    : { status: 503, text: wrong.map((line) => `${line}\n`).join('') };
}

/** Which of several processes works, where there are several. */
function heldBy({ report }: HealthParts): string {
  const holding = report()?.holding;
  return holding === undefined ? '' : `holder: ${inWords(holding)}\n`;
}

function inWords({ name, since }: Holder): string {
  return `${name} since ${new Date(since).toISOString()}`;
}

/** What only another process can mend. */
function deadly({ report }: HealthParts): readonly string[] {
  const now = report();
  return now !== undefined && now.sinceTick > TICK_WITHIN
    ? [`tick: the last one was ${Math.round(now.sinceTick / 1_000)} s ago`]
    : [];
}

/** What keeps the bot from its work now; it goes on by itself when it is over. */
function hindering({ report, waitsFor, now }: HealthParts): readonly string[] {
  const found = report();
  const holder = waitsFor?.();
  if (found === undefined)
    return [holder === undefined ? 'start: not finished' : `stand-by: ${inWords(holder)} works`];
  const { connections, clockBehind, refusingSince, holding } = found;
  const down = connections.filter(({ state }) => state === 'down' || state === 'login');
  return [
    ...(refusingSince === undefined
      ? []
      : [`store: keeps nothing for ${Math.round((now() - refusingSince) / 1_000)} s`]),
    ...(holding?.isTrusted === false ? ['store: the database does not answer'] : []),
    ...(clockBehind ? ['clock: stands before what was lived'] : []),
    ...down.map(({ platform, state }) => `connection: ${platform} is ${state}`),
  ];
}

function metrics({ report, upkeep, meters, now }: HealthParts) {
  const found = report();
  if (found === undefined) return { status: 503, text: 'start: not finished\n' };
  return { status: 200, text: metricsText(found, upkeep(), meters, now()) };
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' || error.code === 'EACCES' ? taken(port) : error);
    });
    server.listen(port, '127.0.0.1', resolve);
  });
}

function taken(port: number): UserError {
  return new UserError({
    zh: `HEALTH_PORT ${port} 用不了，可能被别的程序占着，请换一个`,
    en: `HEALTH_PORT ${port} cannot be used, another process may have it; choose another one`,
  });
}
