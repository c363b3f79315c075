import type { Bot } from '../bot.ts';
import type { ByHand } from '../ports/by-hand.ts';
import type { Clock, Random } from '../ports/clock.ts';

/** What a command of the machine's own user works with. */
export interface AdminContext {
  readonly app: Bot;
  readonly clock: Clock;
  readonly random: Random;
  /** The chats that people can carry by hand. */
  readonly byHand?: readonly ByHand[];
}
