import { z } from 'zod';
import { Mistake } from './core/mistake.ts';

/**
 * Everything that can be set from outside, read once. `.env.example` lists the same names with the same defaults;
 * `catalog.test.ts` compares them.
 */
export const settings = z.object({
  DATA_DIR: z.string().min(1).optional().describe('Where the bot keeps what it must not lose'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info').describe('How much is logged'),
  LOG_FILE: z.string().min(1).optional().describe('Where the log goes'),
});

export interface Config {
  readonly dataFolder: string;
  readonly logLevel: string;
  readonly logFile: string;
}

/** Where the bot keeps an alliance's records when it is connected to a platform. */
export function storeFolder(environment: Readonly<Record<string, string | undefined>>): string {
  return environment['DATA_DIR'] || 'data/store';
}

/**
 * Reads the environment; nothing else in the program does.
 * @throws Mistake that names each variable that cannot be used, and why.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = settings.safeParse(given);
  if (!read.success) {
    const mistakes = read.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    throw new Mistake(`these settings cannot be used:\n${mistakes.join('\n')}`);
  }
  const { DATA_DIR, LOG_LEVEL, LOG_FILE } = read.data;
  const dataFolder = DATA_DIR ?? 'data/demo';
  // In the terminal the conversation has the screen for itself.
  return Object.freeze({ dataFolder, logLevel: LOG_LEVEL, logFile: LOG_FILE ?? `${dataFolder}.log` });
}
