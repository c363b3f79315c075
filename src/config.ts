import { z } from 'zod';
import { UserError } from './core/user-error.ts';

/**
 * Everything that can be set from outside, read once. `.env.example` lists the same names with the
 * same defaults;
 * `catalog.test.ts` compares them.
 */
export const settings = z.object({
  DATA_DIR: z.string().min(1).optional().describe('Where the bot keeps what it must not lose'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('How much is logged'),
  LOG_FILE: z.string().min(1).optional().describe('Where the log goes'),
});

export interface Config {
  readonly dataFolder: string;
  readonly logLevel: string;
  /** Standard output when it is missing. */
  readonly logFile: string | undefined;
}

/** Where the bot keeps an alliance's records when it is connected to a platform. */
export function storeFolder(environment: Environment): string {
  return environment['DATA_DIR'] || 'data/store';
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What the process itself is set to. `demo`: no platform is connected; `terminal`: somebody talks
 * in it. @throws UserError
 */
export function readConfig(environment: Environment, demo: boolean, terminal: boolean): Config {
  const { DATA_DIR, LOG_LEVEL, LOG_FILE } = readSettings(settings, environment);
  const dataFolder = DATA_DIR ?? (demo ? 'data/demo' : 'data/store');
  // In the terminal the conversation has the screen for itself; elsewhere the log goes to standard
  // output.
  const logFile = LOG_FILE ?? (terminal ? `${dataFolder}.log` : undefined);
  return Object.freeze({ dataFolder, logLevel: LOG_LEVEL, logFile });
}

/** Reads settings by their schema; what is empty counts as not set. @throws UserError */
export function readSettings<T>(schema: z.ZodType<T>, environment: Environment): T {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  const mistakes = read.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new UserError(`these settings cannot be used:\n${mistakes.join('\n')}`);
}
