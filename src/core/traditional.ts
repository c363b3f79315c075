import { createRequire } from 'node:module';

let convert: ((text: string) => string) | undefined;

/**
 * A text in Traditional characters. Its dictionary is a megabyte and takes a fifth of a second: it
 * is read when a group first reads them, and no start waits for it.
 */
export function toTraditional(text: string): string {
  const known = convert ?? dictionary().Converter({ from: 'cn', to: 'tw' });
  convert = known;
  return known(text);
}

function dictionary(): typeof import('opencc-js/cn2t') {
  return createRequire(import.meta.url)('opencc-js/cn2t');
}
