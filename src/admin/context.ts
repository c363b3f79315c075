import type { App } from '../bot.ts';
import type { ByHand } from '../ports/by-hand.ts';
import type { Chance, Clock } from '../ports/clock.ts';

/** With what an order from the machine that the bot runs on is carried out. */
export interface Office {
  readonly app: App;
  readonly clock: Clock;
  readonly chance: Chance;
  /** The chats that people can carry by hand. */
  readonly byHand?: readonly ByHand[];
}
