import type { Clock } from '../../src/ports/clock.ts';
import type { PaceSettings } from './settings.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** This share of the day's budget is reserved for replies that somebody waits for. */
const RESERVED_FOR_REPLIES = 0.2;
/**
 * The first pause after WeChat has said that it is too much, and the longest, ms; each is twice the
 * last.
 */
const FIRST_PAUSE = MINUTE;
const LONGEST_PAUSE = HOUR;

/** Why nothing goes out for a while; `reserve`: nothing but replies. */
export interface Throttled {
  readonly why: 'frequency' | 'budget' | 'reserve';
  /** How long still, ms. */
  readonly left: number;
}

interface Waiting {
  readonly chat: string;
  readonly urgent: boolean;
  readonly go: (again: number) => void;
}

/**
 * One queue for the whole account: urgent messages first, otherwise first come first served, with
 * gaps that are never quite the same, at most so many a minute and a day.
 */
export class Pace {
  private readonly clock: Clock;
  private readonly settings: PaceSettings;
  private readonly random: () => number;
  private readonly onThrottled: () => void;
  private readonly waiting: Waiting[] = [];
  private sent: number[] = [];
  private last: { readonly chat: string; readonly at: number } | undefined;
  private pausedUntil = Number.NEGATIVE_INFINITY;
  private pause = 0;
  private wasThrottled = false;
  private cancelTimer: (() => void) | undefined;
  /** How much of the gap is left to chance, drawn once for each. */
  private chance: number | undefined;

  /**
   * `onThrottled` is called when something does not go out any more for longer than people wait,
   * and when it does again.
   */
  constructor(
    clock: Clock,
    settings: PaceSettings,
    onThrottled: () => void,
    random: () => number = Math.random,
  ) {
    this.clock = clock;
    this.settings = settings;
    this.onThrottled = onThrottled;
    this.random = random;
  }

  /**
   * Resolves with 0 when one message may go there; at once with the time after which to ask again,
   * ms, when that is long.
   */
  acquireSlot(chat: string, urgent: boolean): Promise<number> {
    return new Promise((go) => {
      const behind = urgent ? this.waiting.findIndex((one) => !one.urgent) : -1;
      this.waiting.splice(behind < 0 ? this.waiting.length : behind, 0, { chat, urgent, go });
      this.pump();
    });
  }

  /** How long ago each message of the last day was sent, ms, the oldest first. */
  get sentAgo(): readonly number[] {
    const now = this.clock.elapsed();
    return this.sent.map((at) => now - at);
  }

  /** Counts what was sent before this process began, as `sentAgo` told then. */
  countBefore(ago: readonly number[]): void {
    const now = this.clock.elapsed();
    const before = ago.filter((ms) => ms >= 0 && ms < DAY).map((ms) => now - ms);
    this.sent = [...before, ...this.sent].sort((one, other) => one - other);
  }

  /**
   * Nobody waits any longer: what they send from now on finds out by itself that it cannot be sent.
   */
  release(): void {
    this.cancelTimer?.();
    for (const { go } of this.waiting.splice(0)) go(0);
  }

  /** WeChat has said that it is too much. @returns how long nothing is sent now, ms. */
  tooMuch(): number {
    const now = this.clock.elapsed();
    const recent = now - this.pausedUntil < 30 * MINUTE;
    this.pause = recent ? Math.min(LONGEST_PAUSE, this.pause * 2) : FIRST_PAUSE;
    this.pausedUntil = now + this.pause;
    this.pump();
    return this.pause;
  }

  /** Why not everything is sent now, if it is not. */
  get throttled(): Throttled | undefined {
    const now = this.clock.elapsed();
    if (now < this.pausedUntil) return { why: 'frequency', left: this.pausedUntil - now };
    const [all, lowPriority] = [this.overBudget(true, now), this.overBudget(false, now)];
    if (all > 0) return { why: 'budget', left: all };
    return lowPriority > 0 ? { why: 'reserve', left: lowPriority } : undefined;
  }

  private pump(): void {
    this.cancelTimer?.();
    this.cancelTimer = undefined;
    const now = this.clock.elapsed();
    this.sent = this.sent.filter((at) => at > now - DAY);
    if (this.wasThrottled !== (this.throttled !== undefined)) {
      this.wasThrottled = !this.wasThrottled;
      this.onThrottled();
    }
    this.sendAway(now);
    const next = this.waiting[0];
    if (next === undefined && this.wasThrottled) this.lookAgain(this.throttled?.left ?? 0);
    if (next === undefined) return;
    const wait = this.spaced(next, now);
    if (wait > 0) {
      this.lookAgain(wait);
      return;
    }
    this.waiting.shift();
    this.sent.push(now);
    this.last = { chat: next.chat, at: now };
    next.go(0);
    this.pump();
  }

  /**
   * Those who would wait for long, because of a pause or because the day's messages are used up.
   */
  private sendAway(now: number): void {
    for (const one of [...this.waiting]) {
      const long = Math.max(this.pausedUntil - now, this.overBudget(one.urgent, now));
      if (long <= 0) continue;
      this.waiting.splice(this.waiting.indexOf(one), 1);
      one.go(Math.min(MINUTE, long));
    }
  }

  /** How long until there is room in the last minute and the last day, ms. */
  private overBudget(urgent: boolean, now: number): number {
    const { perDay } = this.settings;
    const most = urgent ? perDay : Math.max(1, Math.floor(perDay * (1 - RESERVED_FOR_REPLIES)));
    const oldest = this.sent.length < most ? undefined : this.sent[this.sent.length - most];
    return oldest === undefined ? 0 : oldest + DAY - now;
  }

  private spaced({ chat, urgent }: Waiting, now: number): number {
    const { gap, groupGap, perMinute } = this.settings;
    const first = this.sent[this.sent.length - perMinute];
    const full = first === undefined ? 0 : first + MINUTE - now;
    if (this.last === undefined) return full;
    const apart = !urgent && chat !== this.last.chat ? groupGap : gap;
    this.chance ??= this.random();
    const wait = this.last.at + apart * (1 + this.chance) - now;
    if (wait <= 0) this.chance = undefined;
    return Math.max(full, wait);
  }

  private lookAgain(ms: number): void {
    this.cancelTimer = this.clock.after(Math.min(MINUTE, Math.max(1, ms)), () => this.pump());
  }
}
