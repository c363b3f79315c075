import { addressKey, broadcasts, cards, deliveries, photos } from '../../core/records.ts';
import { DAY } from '../../core/time.ts';
import type { Address } from '../../ports/chat.ts';
import type { Partition } from '../partition.ts';
import { planFetch } from '../photos/fetch.ts';
import { photosQueue, sweep } from '../photos/sweep.ts';
import { planAnswer } from './answer.ts';
import { planBroadcast } from './broadcast.ts';
import { planCard } from './card.ts';
import type { OutboxContext, Planned } from './context.ts';
import { KeyedQueue, type Tried } from './keyed-queue.ts';
import { post } from './post.ts';
import { AnswerShares } from './shares.ts';

type Plan = (context: OutboxContext, partition: Partition, id: string) => Planned | undefined;

/** How what is remembered is sent or fetched, by its collection. */
const PLANS: ReadonlyMap<string, Plan> = new Map([
  [deliveries.name, planAnswer],
  [cards.name, planCard],
  [broadcasts.name, planBroadcast],
  [photos.name, planFetch],
]);

/**
 * Sends what is remembered as still to be sent, one after another in each chat, and marks it as
 * done; fetches photos that are wanted, one after another in each alliance. What the process does
 * not live to mark is found again at the next start.
 */
export class Outbox {
  private readonly context: OutboxContext;
  private readonly queue: KeyedQueue;

  constructor(context: Omit<OutboxContext, 'marking' | 'arriving' | 'shares'>) {
    const shares = new AnswerShares(context.clock);
    this.context = { ...context, marking: new Set(), arriving: new Map(), shares };
    this.queue = new KeyedQueue(context.clock, context.log);
  }

  /**
   * Takes on a durable record, if it is one to be sent or fetched. One that is queued already stays
   * where it is.
   */
  offer(partition: Partition, collection: string, id: string): void {
    const plan = PLANS.get(collection);
    if (plan === undefined) return;
    const key = `${partition.name}\n${collection}\n${id}`;
    if (this.queue.keys.has(key)) return;
    const planned = plan(this.context, partition, id);
    if (planned !== undefined) this.queue.add(planned.queue, { ...planned, key });
  }

  /** How many jobs are to be done, or run. */
  get waiting(): number {
    return this.queue.keys.size;
  }

  /**
   * Once a day for each alliance: nothing is kept of photos that no record names, those apart that
   * are younger than `atLeast`, ms.
   */
  sweep(partition: string, atLeast = DAY): void {
    const run = async (): Promise<Tried> => {
      await sweep(this.context, partition, atLeast);
      return 'done';
    };
    const at = this.context.clock.now();
    const key = `sweep\n${partition}`;
    this.queue.add(photosQueue(partition), { key, lowPriority: true, at, run });
  }

  /** Says at once something that is not remembered: that nothing could be remembered. */
  sayNow(
    to: Address,
    text: string,
    {
      isOfStore = false,
      ...more
    }: {
      readonly answers?: string;
      readonly choices?: readonly string[];
      /** It tells how the store is, which nobody else knows of this process. */
      readonly isOfStore?: boolean;
    },
  ): void {
    const run = async (): Promise<Tried> => {
      const later = (await this.context.chats.of(to)?.acquireSlot?.(to, true)) ?? 0;
      // Nobody waits for it when it cannot be said at once.
      const outgoing = { to, text, choices: [], silent: false, ...more };
      if (later === 0) await post(this.context, outgoing, undefined, isOfStore);
      return 'done';
    };
    const at = this.context.clock.now();
    const key = `now\n${addressKey(to)}\n${more.answers}\n${text}`;
    this.queue.add(addressKey(to), { key, lowPriority: false, at, run });
  }

  /** Resolves when nothing is being sent, and what was sent is marked as done. */
  async idle(): Promise<void> {
    do {
      await this.queue.idle();
      await Promise.all([...this.context.marking]);
      const { partitions, log } = this.context;
      await partitions.flush().catch((error: unknown) => log.error('not marked as done', error));
    } while (this.queue.busy || this.context.marking.size > 0);
  }

  /** Looks again at what waits; the wall clock may have moved. */
  wake(): void {
    this.queue.wake();
  }

  /** A platform takes messages again: what waits for it goes. */
  ready({ platform, account }: { readonly platform: string; readonly account?: string }): void {
    const own = account === undefined ? [platform] : [platform, account];
    const start = `${JSON.stringify(own).slice(0, -1)},`;
    this.queue.hasten((queue) => queue.startsWith(start));
  }

  /** Forgets when what waits was to be tried again; it has to be offered anew. */
  forget(): void {
    this.queue.forget();
  }

  /** Begins nothing any more; what is not sent is kept. */
  stop(): void {
    this.queue.stop();
  }
}
