import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { loadSettings } from '../../adapters/text-file.ts';
import { explained } from '../../src/admin/index.ts';
import { operatorLanguage } from '../../src/config.ts';
import type { Text } from '../../src/core/text.ts';
import { UserError } from '../../src/core/user-error.ts';

/** How a tool is called, and what it does. */
interface Tool<O extends ParseArgsOptionsConfig> {
  /** What it is for; `--help` shows it. */
  readonly summary: Text;
  /** How it is called, line by line. */
  readonly usage: readonly string[];
  readonly options?: O;
  /** How many words may stand behind it, 0 when left out. */
  readonly words?: number;
  /** What it exits with when it could not do what it was told; 1 when left out. */
  readonly failure?: number;
}

type Given<O extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: O; allowPositionals: true; strict: true }>
>;

/**
 * Runs a tool of the operator: reads `.env` and the command line, and says what its user can mend
 * in their language.
 */
export async function runTool<const O extends ParseArgsOptionsConfig>(
  tool: Tool<O>,
  run: (given: Given<O>, say: (text: Text) => void) => Promise<void>,
): Promise<void> {
  try {
    loadSettings();
    const say = (text: Text) => void process.stdout.write(`${text[language()]}\n`);
    const { help, ...given } = argumentsOf(tool);
    if (help) say(usageText(tool));
    else await run(given as Given<O>, say);
  } catch (error) {
    process.stderr.write(`${explained(error, language())}\n`);
    process.exitCode = tool.failure ?? 1;
  }
}

/** In which the tools speak. */
export function language(): 'zh' | 'en' {
  return operatorLanguage(process.env);
}

/** The command line cannot be understood. */
export function misused({ usage }: Pick<Tool<never>, 'usage'>, why?: Text): UserError {
  const how = usage.map((line) => `  ${line}`).join('\n');
  return new UserError({
    zh: `${why === undefined ? '' : `${why.zh}\n`}用法：\n${how}`,
    en: `${why === undefined ? '' : `${why.en}\n`}usage:\n${how}`,
  });
}

function usageText({ summary, usage }: Pick<Tool<never>, 'summary' | 'usage'>): Text {
  const how = usage.map((line) => `  ${line}`).join('\n');
  return { zh: `${summary.zh}\n用法：\n${how}`, en: `${summary.en}\nusage:\n${how}` };
}

function argumentsOf<O extends ParseArgsOptionsConfig>(tool: Tool<O>) {
  const options = { ...tool.options, help: { type: 'boolean', short: 'h' } } as const;
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const { help } = values as { help?: boolean };
    const word = positionals[tool.words ?? 0];
    if (word === undefined) return { help, values, positionals };
    throw misused(tool, { zh: `不认识「${word}」`, en: `“${word}” is not known here` });
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!code.startsWith('ERR_PARSE_ARGS')) throw error;
    throw misused(tool);
  }
}
