import type { Clock } from '../../src/ports/clock.ts';
import { GroupShare } from './group-share.ts';

export interface Limits {
  /** Messages a second to all chats together. */
  readonly perSecond: number;
  /** Messages a minute to one group. */
  readonly perGroupMinute: number;
}

/** What Telegram documents; the overall rate with a margin for what is on its way. */
export const documented: Limits = { perSecond: 28.5, perGroupMinute: 20 };

interface Waiting {
  readonly chat: string;
  readonly group: boolean;
  readonly urgent: boolean;
  /** Told how long it is to wait, ms, 0 for not at all. */
  readonly go: (later: number) => void;
}

/** No timer is set further ahead, ms. */
const LONGEST_LOOK = 60_000;
/** Whoever waits for a slot when the bot stops is to ask again after, ms. */
const RELEASED = 1_000;
/** Two chats that are held within so long of each other tell that it is about all of them, ms. */
const TOGETHER = 1_000;

/**
 * The budget of one bot. Each message waits for a slot: urgent ones first, otherwise first come
 * first served; a chat that Telegram has told to wait, or a group that has had its share, lets the
 * others pass. A slot is spent when Telegram has taken the message; one that it refuses is given
 * back.
 */
export class Pace {
  private readonly clock: Clock;
  private readonly limits: Limits;
  private readonly urgent: Waiting[] = [];
  private readonly lowPriority: Waiting[] = [];
  private readonly throttledUntil = new Map<string, number>();
  private allThrottledUntil = Number.NEGATIVE_INFINITY;
  private lastThrottled: { readonly chat: string; readonly at: number } | undefined;
  private readonly shares = new Map<string, GroupShare>();
  /** When the next message would be due at an even pace; one may go that much early. */
  private nextDue = Number.NEGATIVE_INFINITY;
  private cancelTimer: (() => void) | undefined;

  constructor(clock: Clock, limits: Limits = documented) {
    this.clock = clock;
    this.limits = limits;
  }

  /** Resolves with 0 when one message may go there; else with when to ask again, ms. */
  acquireSlot(chat: string, group: boolean, urgent: boolean): Promise<number> {
    return new Promise((go) => {
      (urgent ? this.urgent : this.lowPriority).push({ chat, group, urgent, go });
      this.pump();
    });
  }

  /** Telegram has taken the message that a slot was for, or may have. */
  taken(chat: string): void {
    this.shares.get(chat)?.taken(this.clock.elapsed());
  }

  /** Telegram has not taken it. */
  givenBack(chat: string): void {
    this.shares.get(chat)?.givenBack();
    this.pump();
  }

  /** How many answers more a group takes within this minute. */
  roomIn(chat: string): number {
    const share = this.shares.get(chat);
    return share === undefined
      ? GroupShare.mostUrgent(this.limits.perGroupMinute)
      : share.room(this.clock.elapsed());
  }

  /** Telegram wants nothing in this chat for `ms`. */
  throttle(chat: string, ms: number): void {
    const at = this.clock.elapsed();
    const last = this.lastThrottled;
    this.throttledUntil.set(chat, Math.max(this.throttledUntil.get(chat) ?? 0, at + ms));
    // It is not about one chat.
    if (last !== undefined && last.chat !== chat && at - last.at <= TOGETHER)
      this.allThrottledUntil = Math.max(this.allThrottledUntil, at + ms);
    this.lastThrottled = { chat, at };
  }

  /** How long a chat is still to be left alone, ms. */
  throttled(chat: string): number {
    const now = this.clock.elapsed();
    const left = (this.throttledUntil.get(chat) ?? 0) - now;
    if (left <= 0) this.throttledUntil.delete(chat);
    return Math.max(0, left, this.allThrottledUntil - now);
  }

  /** Nobody waits any longer: whoever does is to ask again. */
  release(): void {
    this.cancelTimer?.();
    for (const { go } of [...this.urgent.splice(0), ...this.lowPriority.splice(0)]) go(RELEASED);
  }

  private pump(): void {
    const apart = 1_000 / this.limits.perSecond;
    for (;;) {
      const now = this.clock.elapsed();
      const early = this.nextDue - now - apart;
      if (early > 0) {
        this.lookAgain(early);
        return;
      }
      const next = this.take(this.urgent) ?? this.take(this.lowPriority);
      if (next === undefined) {
        this.lookAgain(this.soonest());
        return;
      }
      this.nextDue = Math.max(this.nextDue, now) + apart;
      if (next.group) this.shareOf(next.chat).give(next.urgent, now);
      next.go(0);
    }
  }

  private take(queue: Waiting[]): Waiting | undefined {
    const index = queue.findIndex((one) => this.closed(one) === 0);
    return index < 0 ? undefined : queue.splice(index, 1)[0];
  }

  /** How long nothing may go there, ms. */
  private closed({ chat, group, urgent }: Waiting): number {
    const full = group ? this.shareOf(chat).closed(urgent, this.clock.elapsed()) : 0;
    return Math.max(this.throttled(chat), full);
  }

  private shareOf(chat: string): GroupShare {
    const known = this.shares.get(chat);
    if (known !== undefined) return known;
    this.forgetIdle();
    const made = new GroupShare(this.limits.perGroupMinute);
    this.shares.set(chat, made);
    return made;
  }

  /** Groups in which nothing was said for a minute have their whole share. */
  private forgetIdle(): void {
    const now = this.clock.elapsed();
    for (const [chat, share] of this.shares) if (share.isWhole(now)) this.shares.delete(chat);
  }

  private soonest(): number {
    return Math.min(...[...this.urgent, ...this.lowPriority].map((one) => this.closed(one)));
  }

  private lookAgain(ms: number): void {
    this.cancelTimer?.();
    this.cancelTimer = Number.isFinite(ms)
      ? this.clock.after(Math.min(Math.ceil(ms), LONGEST_LOOK), () => this.pump())
      : undefined;
  }
}
