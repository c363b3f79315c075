import { addressKey, broadcasts, cards, deliveries } from '../../core/records.ts';
import type { Address } from '../../ports/chat.ts';
import type { Opened } from '../ledger.ts';
import { isUp } from '../sayings.ts';
import { cardDueAt } from '../sending.ts';
import { answerJob } from './answer.ts';
import { broadcastJob } from './broadcast.ts';
import { cardJob } from './card.ts';
import { type Desk, groupAddress } from './desk.ts';
import { Lanes } from './lanes.ts';
import { post } from './post.ts';

/**
 * Sends what is remembered as still to be sent, one after another in each chat, and ticks it off. What the process does
 * not live to tick off is found again at the next start.
 */
export class Outbox {
  private readonly desk: Desk;
  private readonly lanes: Lanes;

  constructor(desk: Omit<Desk, 'ticking' | 'turn'>) {
    this.desk = { ...desk, ticking: new Set(), turn: (to, urgent) => this.turn(to, urgent) };
    this.lanes = new Lanes(desk.clock, desk.log);
  }

  /** Takes on a durable record, if it is one to be sent. One that is in line already stays where it is. */
  offer({ name, records }: Opened, collection: string, id: string): void {
    const key = `${name}\n${collection}\n${id}`;
    if (collection === deliveries.name) {
      const one = records.get(deliveries, id);
      if (one) this.lanes.add(addressKey(one.to), { key, at: one.notBefore, run: answerJob(this.desk, name, id) });
    } else if (collection === cards.name) {
      const card = records.get(cards, id);
      const to = card && groupAddress(records, card.group);
      const traits = to && this.desk.chats.get(to.platform)?.traits;
      if (!card || !traits || card.version <= card.sent) return;
      this.lanes.add(addressKey(to), { key, at: cardDueAt(card, traits), run: cardJob(this.desk, name, id) });
    } else if (collection === broadcasts.name) {
      const row = records.get(broadcasts, id);
      const to = row && groupAddress(records, row.group);
      if (row?.state === 'planned' || row?.state === 'sending')
        this.lanes.add(to ? addressKey(to) : row.group, {
          key,
          at: row.notBefore,
          run: broadcastJob(this.desk, name, id),
        });
    }
  }

  /** Says at once something that is not remembered: that nothing could be remembered. */
  sayNow(to: Address, answers: string, text: string): void {
    const run = async () => {
      await this.desk.turn(to, true);
      await post(this.desk, { to, text, choices: [], answers, silent: false });
      return 'done' as const;
    };
    this.lanes.add(addressKey(to), { key: `now\n${addressKey(to)}\n${answers}`, at: this.desk.clock.now(), run });
  }

  /** What waits for a platform that is down keeps nobody waiting. */
  private async turn(to: Address, urgent: boolean): Promise<void> {
    const chat = this.desk.chats.get(to.platform);
    const turn = chat?.turn?.(to, urgent);
    if (chat !== undefined && turn !== undefined) await (isUp(chat) ? turn : this.lanes.meanwhile(turn));
  }

  /** Resolves when nothing is being sent, and what was sent is ticked off. */
  async idle(): Promise<void> {
    do {
      await this.lanes.idle();
      await Promise.all([...this.desk.ticking]);
    } while (this.lanes.busy || this.desk.ticking.size > 0);
  }

  /** Looks again at what waits; the wall clock may have moved. */
  wake(): void {
    this.lanes.wake();
  }

  /** Begins nothing any more; what is not sent is kept. */
  stop(): void {
    this.lanes.stop();
  }
}
