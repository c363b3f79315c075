import type { Clock } from '../../src/ports/clock.ts';

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
  readonly go: () => void;
}

const MINUTE = 60_000;
/**
 * Of a group's messages so many are reserved for replies; a busy card alone would take them all.
 */
const RESERVED_FOR_REPLIES = 5;

/**
 * The budget of one bot. Each message waits for a slot: urgent ones first, otherwise first come
 * first served; a chat that Telegram has told to wait, or a group that has had its share, lets the
 * others pass.
 */
export class Pace {
  private readonly clock: Clock;
  private readonly limits: Limits;
  private readonly urgent: Waiting[] = [];
  private readonly lowPriority: Waiting[] = [];
  private readonly throttledUntil = new Map<string, number>();
  private readonly sentTo = new Map<string, number[]>();
  /** When the next message would be due at an even pace; one may go that much early. */
  private nextDue = Number.NEGATIVE_INFINITY;
  private cancelTimer: (() => void) | undefined;

  constructor(clock: Clock, limits: Limits = documented) {
    this.clock = clock;
    this.limits = limits;
  }

  /** Resolves when one message may go there. */
  acquireSlot(chat: string, group: boolean, urgent: boolean): Promise<void> {
    return new Promise((go) => {
      (urgent ? this.urgent : this.lowPriority).push({ chat, group, urgent, go });
      this.pump();
    });
  }

  /** Telegram wants nothing in this chat for `ms`. */
  throttle(chat: string, ms: number): void {
    this.throttledUntil.set(
      chat,
      Math.max(this.throttledUntil.get(chat) ?? 0, this.clock.elapsed() + ms),
    );
  }

  /** How long a chat is still to be left alone, ms. */
  throttled(chat: string): number {
    const left = (this.throttledUntil.get(chat) ?? 0) - this.clock.elapsed();
    if (left <= 0) this.throttledUntil.delete(chat);
    return Math.max(0, left);
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
      if (next.group) this.sentTo.set(next.chat, [...this.recent(next.chat), now]);
      next.go();
    }
  }

  private take(queue: Waiting[]): Waiting | undefined {
    const index = queue.findIndex((one) => this.closed(one) === 0);
    return index < 0 ? undefined : queue.splice(index, 1)[0];
  }

  /** How long nothing may go there, ms. */
  private closed({ chat, group, urgent }: Waiting): number {
    const recent = group ? this.recent(chat) : [];
    const { perGroupMinute } = this.limits;
    const most = urgent ? perGroupMinute : Math.max(1, perGroupMinute - RESERVED_FOR_REPLIES);
    const first = recent[recent.length - most];
    const full = first === undefined ? 0 : first + MINUTE - this.clock.elapsed();
    return Math.max(this.throttled(chat), full);
  }

  private recent(chat: string): number[] {
    const since = this.clock.elapsed() - MINUTE;
    const recent = (this.sentTo.get(chat) ?? []).filter((at) => at > since);
    if (recent.length === 0) this.sentTo.delete(chat);
    return recent;
  }

  private soonest(): number {
    return Math.min(...[...this.urgent, ...this.lowPriority].map((one) => this.closed(one)));
  }

  private lookAgain(ms: number): void {
    this.cancelTimer?.();
    this.cancelTimer = Number.isFinite(ms)
      ? this.clock.after(Math.min(Math.ceil(ms), MINUTE), () => this.pump())
      : undefined;
  }
}
