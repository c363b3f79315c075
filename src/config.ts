import { z } from 'zod';
import { type Mistake, pathText, readOrMistakes } from './core/mistakes.ts';
import { UserError } from './core/user-error.ts';

/**
 * Everything that can be set from outside, read once. `.env.example` lists the same names with the
 * same defaults;
 * `catalog.test.ts` compares them.
 */
export const settings = z.object({
  DATA_DIR: z
    .string()
    .min(1)
    .optional()
    .meta({ description: 'Where the bot keeps what it must not lose', examples: ['data/store'] }),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .meta({ description: 'How much is logged', examples: ['info'] }),
  LOG_FILE: z
    .string()
    .min(1)
    .optional()
    .meta({ description: 'Where the log goes', examples: ['data/bot.log'] }),
  LOG_FORMAT: z
    .enum(['json', 'plain'])
    .default('json')
    .meta({
      description: 'How the log is written: for machines, or a line to be read',
      examples: ['json'],
    }),
  LIANLUO_LANG: z
    .enum(['zh', 'en'])
    .default('zh')
    .meta({
      description: 'The language in which the program speaks to whoever runs it',
      examples: ['zh'],
    }),
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
  const result = readOrMistakes(schema, given(environment));
  if ('read' in result) return result.read;
  throw unusable(result.mistakes.map((one) => lineOf(one, schema)));
}

/** What is looked at before a start. */
interface ToCheck {
  readonly schemas: readonly z.ZodType[];
  /** Names that look like ours; one that no schema has is misspelt. */
  readonly ours: RegExp;
}

/**
 * Looks at everything that is set, before anything begins: at the settings of the process and by
 * these schemas. @throws UserError that names every mistake, with an example
 */
export function checkSettings({ schemas, ours }: ToCheck, environment: Environment): void {
  const all = [settings, ...schemas];
  const values = given(environment);
  const found = all.flatMap((schema) =>
    mistakesIn(schema, values).map((one) => lineOf(one, schema)),
  );
  const known = new Set(all.flatMap((schema) => Object.keys(shapeOf(schema))));
  // A misspelt one would be passed over in silence.
  const strange = Object.keys(values).filter((name) => ours.test(name) && !known.has(name));
  const lines = [...found, ...strange.map(strangeLine)];
  if (lines.length > 0) throw unusable(lines);
}

function strangeLine(name: string): Mistake['text'] {
  return {
    zh: `${name}: 没有这个设置。写错了吗？名字都在 .env.example 里`,
    en: `${name}: there is no such setting. Misspelt? .env.example lists all names`,
  };
}

/** A text without what is secret among the settings: tokens, passphrases, the password of an address. */
export function withoutSecrets(text: string, { schemas }: ToCheck, environment: Environment) {
  const values = schemas
    .flatMap((schema) => Object.entries(shapeOf(schema)))
    .filter(([, field]) => saidOf(field, 'secret') === true)
    .flatMap(([name]) => secretsIn(environment[name] ?? ''))
    // The longest first: one may be a part of another.
    .toSorted((a, b) => b.length - a.length);
  return values.reduce((left, value) => left.replaceAll(value, '***'), text);
}

/** What nobody may read of a secret setting: all of it, its parts, and a password as it is sent. */
function secretsIn(value: string): readonly string[] {
  const password = URL.canParse(value) ? new URL(value).password : '';
  const parts = [value, ...value.split(/[\s,，、]+/), password, decodeURIComponent(password)];
  return [...new Set(parts)].filter((part) => part.length >= SHORTEST_SECRET);
}

/** Less is no secret, and would tear words apart. */
const SHORTEST_SECRET = 4;

/** What one mistake hides counts, too: settings that have to fit each other are looked at last. */
function mistakesIn(schema: z.ZodType, values: Environment): readonly Mistake[] {
  const first = readOrMistakes(schema, values);
  if ('read' in first) return [];
  const names = new Set(first.mistakes.map(({ path }) => String(path[0])));
  const others = Object.fromEntries(Object.entries(values).filter(([name]) => !names.has(name)));
  const second = readOrMistakes(schema, others);
  const more = 'read' in second ? [] : second.mistakes;
  return [...first.mistakes, ...more.filter(({ path }) => !names.has(String(path[0])))];
}

function given(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
}

/** `LOG_LEVEL: … 例：LOG_LEVEL=info`. What was written is not repeated: it may be a secret. */
function lineOf({ path, text }: Mistake, schema: z.ZodType): Mistake['text'] {
  const name = String(path[0]);
  const examples = saidOf(shapeOf(schema)[name], 'examples');
  const first = Array.isArray(examples) ? `${name}=${examples[0]}` : undefined;
  return {
    zh: `${pathText(path)}: ${text.zh}${first === undefined ? '' : `。例：${first}`}`,
    en: `${pathText(path)}: ${text.en}${first === undefined ? '' : `. For example ${first}`}`,
  };
}

/** What a setting says of itself, also where it may be missing. */
function saidOf(field: z.ZodType | undefined, name: string): unknown {
  const said = field?.meta()?.[name];
  const isWrapped = said === undefined && field instanceof z.ZodOptional;
  return isWrapped ? saidOf(field.unwrap() as z.ZodType, name) : said;
}

/** The fields of a schema, also of one that goes on with what it has read. */
function shapeOf(schema: z.ZodType): Readonly<Record<string, z.ZodType>> {
  if (schema instanceof z.ZodPipe) return shapeOf(schema.in as z.ZodType);
  return schema instanceof z.ZodObject ? schema.shape : {};
}

function unusable(lines: readonly Mistake['text'][]): UserError {
  const list = (language: OperatorLanguage) => lines.map((one) => `\n  ${one[language]}`).join('');
  return new UserError({
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
