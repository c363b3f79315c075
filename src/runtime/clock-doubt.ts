import { type Outcome, say, together } from '../core/outcome.ts';
import { addressKey } from '../core/records.ts';
import { inLanguage } from '../core/text.ts';
import { languageAt } from '../identity/alliance/index.ts';
import { convenorsOf } from '../identity/people/index.ts';
import type { Address } from '../ports/chat.ts';
import { deliveryTexts } from './delivery-texts.ts';
import type { RuntimeParts } from './parts.ts';
import { privateAddressNow } from './private-address.ts';

/**
 * While the clock stands before what has been lived, nothing scheduled goes out. People are told
 * before they rely on it: the convenors at once, each chat with the first thing that is noted there.
 */
export class ClockDoubt {
  private readonly parts: Pick<RuntimeParts, 'partitions' | 'outbox' | 'chats'>;
  private readonly told = new Set<string>();
  private areConvenorsTold = false;

  constructor(parts: ClockDoubt['parts']) {
    this.parts = parts;
  }

  /** The clock is as it should be. */
  over(): void {
    this.told.clear();
    this.areConvenorsTold = false;
  }

  /** Tells the convenors of all alliances, once as long as it lasts. */
  async tellConvenors(): Promise<void> {
    if (this.areConvenorsTold) return;
    this.areConvenorsTold = true;
    const { partitions, outbox, chats } = this.parts;
    for (const alliance of partitions.alliances)
      await partitions.transact(alliance, ({ records }) => {
        for (const { id } of convenorsOf(records)) {
          const to = privateAddressNow(id, { records, cause: undefined, chats });
          if (to === undefined) continue;
          const text = inLanguage(deliveryTexts.clockBehind, languageAt(to, records));
          outbox.sayNow(to, text, { choices: ['/状态'] });
        }
      });
  }

  /** What was decided, with a word before it where something is noted there for the first time. */
  warned(outcome: Outcome, address: Address): Outcome {
    const chat = addressKey(address);
    if (outcome.remember.length === 0 || this.told.has(chat)) return outcome;
    this.told.add(chat);
    return together(say(deliveryTexts.clockBehindHere), outcome);
  }
}
