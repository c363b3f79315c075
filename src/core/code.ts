import { fold } from './line.ts';

/*
 * One-time codes as people read, say and type them: eight symbols, 40 bits, shown as `K7M2-9QXT`.
 * `I`, `L`, `O` and `U` do not occur; typed, they are taken for what they look like.
 */

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 8;

/** A new code, not written down anywhere yet. */
export function newCode(random: (below: number) => number): string {
  return Array.from({ length: LENGTH }, () => SYMBOLS[random(SYMBOLS.length)]).join('');
}

/** As it is shown to people. */
export function writtenCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/**
 * The code that was typed, whatever its width, letter size, blanks and dashes; undefined when it
 * cannot be one.
 */
export function readCode(typed: string): string | undefined {
  const symbols = fold(typed)
    .replace(/[\s\-_.·]/g, '')
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/U/g, 'V');
  return symbols.length === LENGTH && [...symbols].every((symbol) => SYMBOLS.includes(symbol))
    ? symbols
    : undefined;
}

/** Everything in a text that has the shape of a code, at most three. */
export function codesIn(text: string): readonly string[] {
  const shapes = fold(text).matchAll(/(?<![0-9a-z])[0-9a-z]{4}[\s-]?[0-9a-z]{4}(?![0-9a-z])/g);
  return [...shapes].flatMap(([shape]) => readCode(shape) ?? []).slice(0, 3);
}
