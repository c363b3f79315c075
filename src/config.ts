import { z } from 'zod';
import { pathText, readOrMistakes } from './core/mistakes.ts';
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
  LOG_FORMAT: z
    .enum(['json', 'plain'])
    .default('json')
    .describe('How the log is written: for machines, or a line to be read'),
  LIANLUO_LANG: z
    .enum(['zh', 'en'])
    .default('zh')
    .describe('The language in which the program speaks to whoever runs it'),
});

export interface Config {
  readonly dataFolder: string;
  readonly logLevel: string;
  /** Standard output when it is missing. */
  readonly logFile: string | undefined;
  readonly logFormat: 'json' | 'plain';
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
  const { DATA_DIR, LOG_LEVEL, LOG_FILE, LOG_FORMAT } = readSettings(settings, environment);
  const dataFolder = DATA_DIR ?? (demo ? 'data/demo' : 'data/store');
  // In the terminal the conversation has the screen for itself; elsewhere the log goes to standard
  // output.
  const logFile = LOG_FILE ?? (terminal ? `${dataFolder}.log` : undefined);
  return Object.freeze({ dataFolder, logLevel: LOG_LEVEL, logFile, logFormat: LOG_FORMAT });
}

/** Reads settings by their schema; what is empty counts as not set. @throws UserError */
export function readSettings<T>(schema: z.ZodType<T>, environment: Environment): T {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = readOrMistakes(schema, given);
  if ('read' in result) return result.read;
  const list = (language: OperatorLanguage) =>
    result.mistakes.map(({ path, text }) => `\n  ${pathText(path)}: ${text[language]}`).join('');
  throw new UserError({
    zh: `这些设置用不了：${list('zh')}`,
    en: `these settings cannot be used:${list('en')}`,
  });
}

/** In which the program speaks to whoever runs it. */
export type OperatorLanguage = 'zh' | 'en';

/** Known before the settings are read, so that a mistake in them can be said in it. */
export function operatorLanguage(environment: Environment): OperatorLanguage {
  return environment['LIANLUO_LANG'] === 'en' ? 'en' : 'zh';
}
