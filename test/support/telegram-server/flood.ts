import { Refusal } from './world.ts';

export interface Rates {
  readonly perSecond: number;
  readonly perGroupMinute: number;
  /** Messages within a second to one group; any number where it is left out. */
  readonly perGroupSecond?: number;
  /** Ms that only grow. */
  readonly elapsed: () => number;
}

/** Refuses what is too much, and counts who does not listen to it. */
export class FloodGate {
  /** Requests to a chat before its `retry_after` was over. */
  ignored = 0;
  refused = 0;
  private readonly rates: Rates;
  private all: number[] = [];
  private readonly byChat = new Map<string, number[]>();
  private readonly until = new Map<string, number>();

  constructor(rates: Rates) {
    this.rates = rates;
  }

  /** @throws Refusal 429 */
  pass(chat: string, group: boolean): void {
    const now = this.rates.elapsed();
    if (now < (this.until.get(chat) ?? 0)) this.ignored += 1;
    this.all = this.all.filter((at) => at > now - 1_000);
    const own = (this.byChat.get(chat) ?? []).filter((at) => at > now - 60_000);
    const { perSecond, perGroupMinute, perGroupSecond = perGroupMinute } = this.rates;
    const justNow = own.filter((at) => at > now - 1_000).length;
    const isFull = group && (own.length >= perGroupMinute || justNow >= perGroupSecond);
    if (this.all.length >= perSecond || isFull) this.refuse(chat, 3);
    this.all.push(now);
    this.byChat.set(chat, [...own, now]);
  }

  /** @throws Refusal 429, always. */
  refuse(chat: string, seconds: number): never {
    this.refused += 1;
    this.until.set(chat, this.rates.elapsed() + seconds * 1_000);
    throw new Refusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
  }
}
