import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { type DestinationStream, destination, pino } from 'pino';
import type { Log } from '../../src/ports/log.ts';

/**
 * One JSON object a line, to a file or to standard output. Of an error its name, code and stack
 * places are written, never its message: messages of foreign errors hold addresses with tokens, and
 * what people wrote.
 */
export function pinoLog(options: {
  level: string;
  file?: string | undefined;
  /** `plain`: lines to be read, with the time of a zone. */
  format?: 'json' | 'plain';
  zone?: string;
}): Log {
  if (options.file !== undefined)
    mkdirSync(dirname(options.file), { recursive: true, mode: 0o700 });
  const where = options.file === undefined ? { dest: 1 } : { dest: options.file, mode: 0o600 };
  const out = destination({ ...where, sync: true, maxLength: MOST_KEPT });
  const written = options.format === 'plain' ? plainLines(out, options.zone) : out;
  const logger = pino({ level: options.level, base: null }, written);
  // A full disk must not end the bot: without a listener it would. Lines are kept for when there is
  // room again, up to a limit; how many were dropped beyond it is told then.
  let lost = 0;
  out.on('error', () => {});
  out.on('drop', () => {
    lost += 1;
  });
  out.on('drain', () => {
    if (lost === 0) return;
    const lines = lost;
    lost = 0;
    logger.warn({ lines }, 'log: lines were lost');
  });
  return {
    debug: (event, fields) => logger.debug({ ...fields }, event),
    info: (event, fields) => logger.info({ ...fields }, event),
    warn: (event, fields) => logger.warn({ ...fields }, event),
    error: (event, error, fields) => logger.error({ ...fields, error: described(error) }, event),
  };
}

const LEVELS: Readonly<Record<number, string>> = {
  20: 'debug',
  30: 'info',
  40: 'WARN',
  50: 'ERROR',
};

/** `2026-11-30 08:00:00 WARN  not all is well  wrong=backup` */
function plainLines(out: { write(line: string): unknown }, zone = 'UTC'): DestinationStream {
  const clock = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return {
    write: (line) => {
      const { level, time, msg, ...fields } = JSON.parse(line) as Record<string, unknown>;
      const more = Object.entries(fields).map(
        ([name, value]) => `${name}=${typeof value === 'object' ? JSON.stringify(value) : value}`,
      );
      const name = LEVELS[Number(level)] ?? String(level);
      const head = `${clock.format(Number(time))} ${name.padEnd(5)} ${msg}`;
      out.write(`${[head, ...more].join('  ')}\n`);
    },
  };
}

/** How much is kept that cannot be written now, bytes. */
const MOST_KEPT = 1024 * 1024;

/** Keeps nothing. */
export const silentLog: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** Our own errors say what happened in words of ours; their name is enough to know them by. */
const OURS = new Set(['StoreDamaged', 'StoreLocked', 'CommitFailed', 'ChatUnusable']);

function described(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = 'code' in error ? { code: String(error.code) } : {};
  const message = OURS.has(error.name) ? { message: error.message } : {};
  // Why a write failed: ENOSPC, EIO.
  const cause =
    error.cause instanceof Error && 'code' in error.cause
      ? { cause: String(error.cause.code) }
      : {};
  const places = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    ...code,
    ...message,
    ...cause,
    at: places?.slice(0, 6).map((line) => line.trim()),
  };
}
