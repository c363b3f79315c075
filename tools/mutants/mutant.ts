import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A fault that somebody could put into the code, and the tests that must not let it pass. */
export interface Mutant {
  /** What the code does wrong with it. */
  readonly fault: string;
  /** What it would mean for people. */
  readonly why: string;
  /** The file of the fault, from the root of the project. */
  readonly file: string;
  /** A piece of that file, as it is there exactly once. */
  readonly before: string;
  /** What takes its place. */
  readonly after: string;
  /** Test files, from the root of the project. Each of them must fail. */
  readonly tests: readonly string[];
}

export const ROOT = join(import.meta.dirname, '../..');

/** Why a mutant does not fit the code as it is now; undefined where it fits. */
export function misfit({ file, before, after, tests }: Mutant): string | undefined {
  const gone = tests.filter((test) => contentOf(test) === undefined);
  if (gone.length > 0) return `there is no ${gone.join(', ')}`;
  if (tests.length === 0) return 'no test is named';
  if (before === after) return 'it changes nothing';
  const count = countIn(contentOf(file), before);
  if (count === 1) return undefined;
  const elsewhere = sources().filter((one) => one !== file && countIn(contentOf(one), before) > 0);
  const hint = elsewhere.length > 0 ? `; it stands in ${elsewhere.join(', ')}` : '';
  if (contentOf(file) === undefined) return `there is no ${file}${hint}`;
  return `its text is ${count} times in ${file}, not once${hint}:\n${before}`;
}

function sources(): readonly string[] {
  return globSync('{src,adapters}/**/*.ts', { cwd: ROOT });
}

function countIn(content: string | undefined, text: string): number {
  return content === undefined ? 0 : content.split(text).length - 1;
}

function contentOf(path: string): string | undefined {
  try {
    return readFileSync(join(ROOT, path), 'utf8');
  } catch {
    return undefined;
  }
}
