import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';

const root = join(import.meta.dirname, '../../..');

/** A pattern of the program, and where it is written first: `src/core/code.ts:39`. */
interface Pattern {
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

/** What a file says about patterns. */
interface Written {
  readonly patterns: readonly Pattern[];
  /** Where patterns are put together, so that only the running program knows them. */
  readonly made: readonly string[];
}

interface Tree {
  readonly type?: unknown;
  readonly start?: number;
  readonly regex?: { readonly pattern: string; readonly flags: string };
  readonly callee?: { readonly name?: string };
}

export function writtenIn(path: string, text: string): Written {
  const patterns: Pattern[] = [];
  const made: string[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, start = 0, regex, callee } = node as Tree;
    const where = () => `${path}:${text.slice(0, start).split('\n').length}`;
    if (regex !== undefined)
      patterns.push({ where: where(), source: regex.pattern, flags: regex.flags });
    else if (callee?.name === 'RegExp' && (type === 'NewExpression' || type === 'CallExpression'))
      made.push(where());
    Object.values(node).forEach(walk);
  };
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed`);
  walk(program);
  return { patterns, made };
}

/** Every pattern in the files of these folders, and those that are put together as they run. */
export function allPatterns(folders: readonly string[]): Written {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => `${folder}/${path}`),
  );
  const written = files.map((path) => writtenIn(path, readFileSync(join(root, path), 'utf8')));
  const child = join(import.meta.dirname, 'made.child.ts');
  const running = JSON.parse(
    execFileSync(process.execPath, [child], { encoding: 'utf8', maxBuffer: 1e8 }),
  ) as readonly Pattern[];
  const known = new Set(running.map(({ where }) => where));
  const all = [...written.flatMap(({ patterns }) => patterns), ...running];
  const first = new Map(all.toReversed().map((one) => [`/${one.source}/${one.flags}`, one]));
  return {
    patterns: [...first.values()],
    made: written.flatMap(({ made }) => made).filter((where) => !known.has(where)),
  };
}
