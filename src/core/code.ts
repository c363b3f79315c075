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
  const symbols = meant(fold(typed).replace(/[\s\-_.·]/g, ''));
  return symbols.length === LENGTH && [...symbols].every((symbol) => SYMBOLS.includes(symbol))
    ? symbols
    : undefined;
}

/**
 * Every code that somebody could read in a text, and much that is none: any eight letters and digits
 * that follow each other, whatever stands between them.
 */
export function codesIn(text: string): ReadonlySet<string> {
  const symbols = meant(fold(text.normalize('NFKC')).replace(/[^0-9a-z]/g, ''));
  const codes = new Set<string>();
  for (let at = 0; at + LENGTH <= symbols.length; at += 1)
    codes.add(symbols.slice(at, at + LENGTH));
  return codes;
}

/** What has the very shape of a code, standing alone. */
export function shapesIn(text: string): readonly string[] {
  const shapes = fold(text).matchAll(/(?<![0-9a-z])[0-9a-z]{4}[\s-]?[0-9a-z]{4}(?![0-9a-z])/g);
  return [...shapes].flatMap(([shape]) => readCode(shape) ?? []);
}

/** Letters and digits as the symbols that they are taken for. */
function meant(typed: string): string {
  return typed.toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1').replace(/U/g, 'V');
}
