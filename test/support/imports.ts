import { posix } from 'node:path';

/** A module that a file takes something from. */
export interface Import {
  readonly line: number;
  /** As it is written. */
  readonly written: string;
  /**
   * Where it lies, from the project's folder: `src/core/line.ts`, `node/fs`, `npm/zod`,
   * `computed/settings.puppet`.
   */
  readonly from: string;
  /** Only types are taken: nothing of it is left when the program runs. */
  readonly isType: boolean;
}

const STATEMENT =
  /^(?:import|export) (type )?(?:[\w ,]*(?:\{[^{}]*\}|\*(?: as \w+)?)? from )?'([^']+)'/gm;
/** Also the type of a module, `typeof import('…')`, which is rare enough to count as the module. */
const CALL = /\bimport\(\s*(?:'([^']+)'|([^'),]+))/g;

/**
 * What a file imports, by its path from the project's folder. It is read as Biome formats it, not
 * parsed.
 */
export function importsOf(file: string, source: string): readonly Import[] {
  const lineAt = (index: number) => source.slice(0, index).split('\n').length;
  const statements = [...source.matchAll(STATEMENT)].map(({ 1: type, 2: written = '', index }) => ({
    line: lineAt(index),
    written,
    from: placeOf(file, written),
    isType: type !== undefined,
  }));
  const calls = [...source.matchAll(CALL)].map(({ 1: written, 2: computed = '', index }) => ({
    line: lineAt(index),
    written: written ?? computed,
    from: written === undefined ? `computed/${computed}` : placeOf(file, written),
    isType: false,
  }));
  return [...statements, ...calls];
}

function placeOf(file: string, written: string): string {
  if (written.startsWith('.')) return posix.join(posix.dirname(file), written);
  return written.startsWith('node:') ? written.replace(':', '/') : `npm/${written}`;
}
