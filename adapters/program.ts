import { readFileSync } from 'node:fs';

/** The version of the program, `0.3.0`, as its package says. */
export function programVersion(): string {
  const file = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  const { version } = JSON.parse(file) as { readonly version: string };
  return version;
}
