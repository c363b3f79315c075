import { say, together } from '../core/outcome.ts';
import { addressKey } from '../core/records.ts';
import { inLanguage } from '../core/text.ts';
import { convenorsOf, languageAt } from '../identity/people/index.ts';
import type { Incoming } from '../ports/chat.ts';
import { deliveryTexts } from './delivery-texts.ts';
import type { Decision } from './execute.ts';
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
  private readonly isBehind: () => boolean;

  constructor(parts: ClockDoubt['parts'], isBehind: () => boolean) {
    this.parts = parts;
    this.isBehind = isBehind;
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

  /** A decision, with a word before it where something is noted there for the first time. */
  warned(decision: Decision, { address }: Incoming): Decision {
    const { outcome } = decision;
    const chat = addressKey(address);
    const isNew = outcome.remember.length > 0 && !this.told.has(chat);
    if (!isNew || !this.isBehind()) return decision;
    this.told.add(chat);
    return { ...decision, outcome: together(say(deliveryTexts.clockBehindHere), outcome) };
  }
}
