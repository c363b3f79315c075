import type { Update } from 'grammy/types';
import { backoff } from '../../src/core/backoff.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { chatOf } from './receive.ts';

/** The longest time for which nothing of a chat is begun after a failure, ms. */
const LONGEST_HOLD = 60_000;

/** After an update of a chat has failed nothing of it is begun for a while. */
interface Hold {
  readonly failures: number;
  /** By `Clock.elapsed`. */
  readonly until: number;
}

/**
 * Updates that Telegram has given and that are not confirmed yet. It gives them again and again
 * until they are; each is begun once, and again only when it has failed. What takes long or fails
 * holds up its own chat, and others only when Telegram has given all that it gives at once behind
 * it.
 */
export class InHand {
  private readonly handle: (update: Update) => Promise<void>;
  private readonly clock: Pick<Clock, 'elapsed'>;
  private readonly running = new Map<number, Promise<void>>();
  private readonly finished = new Set<number>();
  /**
   * To be begun when Telegram gives them again: they have failed, or one before them in their chat
   * has.
   */
  private readonly waiting = new Set<number>();
  private readonly holds = new Map<string, Hold>();
  private last: number | undefined;

  /**
   * @param handle rejects when an update is to be handled again, and with it all that follow in its
   * chat.
   */
  constructor(handle: (update: Update) => Promise<void>, clock: Pick<Clock, 'elapsed'>) {
    this.handle = handle;
    this.clock = clock;
  }

  /** Every update before it is done with; undefined when there is nothing to confirm. */
  get offset(): number | undefined {
    const open = [...this.running.keys(), ...this.waiting];
    if (open.length > 0) return Math.min(...open);
    return this.last === undefined ? undefined : this.last + 1;
  }

  /**
   * Begins what is new, or was to be begun again, of what Telegram gives from the present offset
   * on.
   * @returns how many were begun.
   */
  take(updates: readonly Update[]): number {
    // After a silence of a week ids begin anew, perhaps lower; nothing is left that an offset would
    // confirm.
    this.last = updates.at(-1)?.update_id;
    const given = new Set(updates.map((update) => update.update_id));
    for (const id of this.finished) if (!given.has(id)) this.finished.delete(id);
    this.waiting.clear();
    const now = this.clock.elapsed();
    let begun = 0;
    for (const update of updates) {
      const { update_id: id } = update;
      if (this.running.has(id) || this.finished.has(id)) continue;
      const chat = chatOf(update);
      if ((this.holds.get(chat)?.until ?? 0) > now) this.waiting.add(id);
      else {
        this.begin(update, chat);
        begun += 1;
      }
    }
    return begun;
  }

  /** Resolves when nothing is being handled. */
  async settled(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running.values());
  }

  /** Resolves when everything is done with; not at all when something is to be given again. */
  async emptied(): Promise<void> {
    await this.settled();
    if (this.waiting.size > 0) await new Promise(() => {});
  }

  private begin(update: Update, chat: string): void {
    const { update_id: id } = update;
    const done = this.handle(update).then(
      () => {
        this.running.delete(id);
        this.finished.add(id);
        this.holds.delete(chat);
      },
      () => {
        this.running.delete(id);
        this.waiting.add(id);
        this.hold(chat);
      },
    );
    this.running.set(id, done);
  }

  /** Those that fail because one before them has are one failure. */
  private hold(chat: string): void {
    const before = this.holds.get(chat);
    const now = this.clock.elapsed();
    if (before !== undefined && before.until > now) return;
    const failures = (before?.failures ?? 0) + 1;
    this.holds.set(chat, { failures, until: now + backoff(failures, { longest: LONGEST_HOLD }) });
  }
}
