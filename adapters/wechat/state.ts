import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/*
 * WeChat repeats nothing: what was said while the bot was away is lost. So that people can be told, it is kept when it
 * was last there. Nothing depends on it, so what cannot be read counts as not known.
 */

const FILE = 'line.json';
const kept = z.object({ up: z.int() });

/** Where the adapter keeps its state, of a data folder. */
export function stateFolder(dataFolder: string): string {
  return join(dataFolder, 'wechat');
}

/** When the line was up last, ms since the epoch, as far as is known. */
export async function lastUp(folder: string): Promise<number | undefined> {
  try {
    return kept.parse(JSON.parse(await readFile(join(folder, FILE), 'utf8'))).up;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || error instanceof SyntaxError || error instanceof z.ZodError) return undefined;
    throw error;
  }
}

export async function keepUp(folder: string, now: number): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, FILE);
  const fresh = `${path}.${randomUUID()}`;
  await writeFile(fresh, JSON.stringify({ up: now }), { mode: 0o600 });
  await rename(fresh, path);
}
