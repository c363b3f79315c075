import { addressKey } from '../core/records.ts';
import { MINUTE } from '../core/time.ts';
import type { Address } from '../ports/chat.ts';
import type { Clock } from '../ports/clock.ts';
import { NO_REFERENCES, type References, referencesOf } from '../understanding/references.ts';

/** What the bot said longer ago is not what people go on from, ms. */
const FRESH = 10 * MINUTE;

/**
 * What the bot has just spoken of in each chat, as long as nobody has talked of other things since.
 * It stands in memory only: after a restart people name what they mean.
 */
export class RecentTopics {
  private readonly chats = new Map<
    string,
    { readonly references: References; readonly at: number }
  >();
  private readonly clock: Pick<Clock, 'now'>;

  constructor(clock: Pick<Clock, 'now'>) {
    this.clock = clock;
  }

  /** The bot has said this there. */
  said(to: Address, text: string): void {
    const references = referencesOf(text);
    if (references.size > 0) this.chats.set(addressKey(to), { references, at: this.clock.now() });
  }

  /** People talk of other things. */
  talked(address: Address): void {
    this.chats.delete(addressKey(address));
  }

  of(address: Address): References {
    const last = this.chats.get(addressKey(address));
    return last === undefined || this.clock.now() - last.at > FRESH
      ? NO_REFERENCES
      : last.references;
  }
}
