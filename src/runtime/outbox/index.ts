import { addressKey, broadcasts, cards, deliveries, photos } from '../../core/records.ts';
import type { Address } from '../../ports/chat.ts';
import { cardDueAt } from '../delivery-due-rules.ts';
import type { Partition } from '../partition.ts';
import { photoKey } from '../photos/attach.ts';
import { fetchJob } from '../photos/fetch.ts';
import { sweep } from '../photos/sweep.ts';
import { answerJob } from './answer.ts';
import { broadcastJob } from './broadcast.ts';
import { cardJob } from './card.ts';
import { groupAddress, type OutboxContext } from './context.ts';
import { KeyedQueue } from './keyed-queue.ts';
import { acquireSlot, post } from './post.ts';

/**
 * Sends what is remembered as still to be sent, one after another in each chat, and ticks it off;
 * fetches photos that are wanted, one after another in each alliance. What the process does not
 * live to tick off is found again at the next start.
 */
export class Outbox {
  private readonly context: OutboxContext;
  private readonly lanes: KeyedQueue;

  constructor(context: Omit<OutboxContext, 'ticking' | 'arriving'>) {
    this.context = { ...context, ticking: new Set(), arriving: new Map() };
    this.lanes = new KeyedQueue(context.clock, context.log);
  }

  /**
   * Takes on a durable record, if it is one to be sent or fetched. One that is in line already
   * stays where it is.
   */
  offer({ name, records }: Partition, collection: string, id: string): void {
    const key = `${name}\n${collection}\n${id}`;
    if (collection === deliveries.name) {
      const one = records.get(deliveries, id);
      if (one)
        this.lanes.add(addressKey(one.to), {
          key,
          urgent: true,
          at: one.notBefore,
          run: answerJob(this.context, name, id),
        });
    } else if (collection === cards.name) {
      const card = records.get(cards, id);
      const to = card && groupAddress(records, card.group);
      const traits = to && this.context.chats.get(to.platform)?.traits;
      if (!card || !traits || card.version <= card.sent) return;
      this.lanes.add(addressKey(to), {
        key,
        urgent: false,
        at: cardDueAt(card, traits),
        run: cardJob(this.context, name, id),
      });
    } else if (collection === broadcasts.name) {
      const row = records.get(broadcasts, id);
      const to = row && groupAddress(records, row.group);
      if (row?.state === 'planned' || row?.state === 'sending')
        this.lanes.add(to ? addressKey(to) : row.group, {
          key,
          urgent: false,
          at: row.notBefore,
          run: broadcastJob(this.context, name, id),
        });
    } else if (collection === photos.name && records.get(photos, id)?.state === 'wanted')
      this.fetch(name, id);
  }

  /** Once a day for each alliance: nothing is kept of photos that no record names. */
  sweep(partition: string): void {
    const run = async () => {
      await sweep(this.context, partition);
      return 'done' as const;
    };
    this.lanes.add(photosLane(partition), {
      key: `sweep\n${partition}`,
      urgent: false,
      at: this.context.clock.now(),
      run,
    });
  }

  private fetch(partition: string, id: string): void {
    const { arriving, clock } = this.context;
    const key = photoKey(partition, id);
    if (arriving.has(key)) return;
    const first = Promise.withResolvers<void>();
    arriving.set(key, first.promise);
    const job = fetchJob(this.context, partition, id);
    const run = async () => {
      const tried = await job();
      first.resolve();
      if (tried === 'done') arriving.delete(key);
      return tried;
    };
    this.lanes.add(photosLane(partition), { key, urgent: false, at: clock.now(), run });
  }

  /** Says at once something that is not remembered: that nothing could be remembered. */
  sayNow(to: Address, answers: string, text: string): void {
    const run = async () => {
      const later = await acquireSlot(this.context.chats, to, true);
      // Nobody waits for it when it cannot be said at once.
      if (later === 0) await post(this.context, { to, text, choices: [], answers, silent: false });
      return 'done' as const;
    };
    this.lanes.add(addressKey(to), {
      key: `now\n${addressKey(to)}\n${answers}`,
      urgent: true,
      at: this.context.clock.now(),
      run,
    });
  }

  /** Resolves when nothing is being sent, and what was sent is ticked off. */
  async idle(): Promise<void> {
    do {
      await this.lanes.idle();
      await Promise.all([...this.context.ticking]);
    } while (this.lanes.busy || this.context.ticking.size > 0);
  }

  /** Looks again at what waits; the wall clock may have moved. */
  wake(): void {
    this.lanes.wake();
  }

  /** Forgets when what waits was to be tried again; it has to be offered anew. */
  forget(): void {
    this.lanes.forget();
  }

  /** Begins nothing any more; what is not sent is kept. */
  stop(): void {
    this.lanes.stop();
  }
}

function photosLane(partition: string): string {
  return `photos\n${partition}`;
}
