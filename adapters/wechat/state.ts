import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/*
 * WeChat repeats nothing: what was said while the bot was away is lost. So that people can be told,
 * it is kept when it was last there; and when it sent something, because a restart gives no new
 * budget. What cannot be read counts as not known.
 */

/** Called so since version 0.1. */
const FILE = 'line.json';
const kept = z.object({
  /** When the connection was up last, ms since the epoch. */
  up: z.int(),
  /** When each message of the last day was sent, ms since the epoch. */
  sent: z.array(z.int()).default([]),
});
export type State = z.infer<typeof kept>;

/** Where the adapter keeps its state, of a data folder. */
export function stateFolder(dataFolder: string): string {
  return join(dataFolder, 'wechat');
}

export async function lastState(folder: string): Promise<State | undefined> {
  try {
    return kept.parse(JSON.parse(await readFile(join(folder, FILE), 'utf8')));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || error instanceof SyntaxError || error instanceof z.ZodError)
      return undefined;
    throw error;
  }
}

export async function keepState(folder: string, state: State): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, FILE);
  const fresh = `${path}.${randomUUID()}`;
  await writeFile(fresh, JSON.stringify(state), { mode: 0o600 });
  await rename(fresh, path);
}
