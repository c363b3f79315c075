import { setImmediate as turn } from 'node:timers/promises';

/**
 * Lets everything happen that waits for nothing but its turn: what the bot does over a store in
 * memory with a chat in this process. Afterwards only a clock, a disk or a network can go on.
 */
export async function allTurns(): Promise<void> {
  for (let turns = 0; turns < 40; turns++) await turn();
}
