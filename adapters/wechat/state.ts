import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Clock } from '../../src/ports/clock.ts';
import type { Log } from '../../src/ports/log.ts';

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

async function keepState(folder: string, state: State): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, FILE);
  const fresh = `${path}.${randomUUID()}`;
  await writeFile(fresh, JSON.stringify(state), { mode: 0o600 });
  await rename(fresh, path);
}

/** How often it is written down that the connection is up, ms. */
const WRITTEN_EVERY = 60_000;

/**
 * Writes down now and then that the connection is up, so that after a restart it is known what was
 * missed.
 */
export class StateWriter {
  private readonly parts: { readonly folder: string; readonly clock: Clock; readonly log: Log };
  private readonly state: () => State | undefined;
  private cancel = () => {};

  /** @param state is undefined while there is no connection. */
  constructor(parts: StateWriter['parts'], state: () => State | undefined) {
    this.parts = parts;
    this.state = state;
  }

  /** Writes now, and from now on every minute. */
  write(): void {
    const { clock, log } = this.parts;
    this.cancel();
    this.keep().catch((error: unknown) => log.error('wechat: its state was not written', error));
    this.cancel = clock.after(WRITTEN_EVERY, () => this.write());
  }

  /** Writes for the last time. */
  stop(): Promise<void> {
    this.cancel();
    return this.keep();
  }

  private async keep(): Promise<void> {
    const state = this.state();
    if (state !== undefined) await keepState(this.parts.folder, state);
  }
}
