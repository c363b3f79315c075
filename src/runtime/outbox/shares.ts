import { MINUTE } from '../../core/time.ts';
import type { Clock } from '../../ports/clock.ts';
import { Lately } from '../lately.ts';

/** So many answers a minute to one person in one group go out singly. */
const SINGLY = 5;
/** What is more is collected for so long, and summed in one message, ms. */
const COLLECTED = 10_000;

interface Share {
  /** When answers went out singly within the last minute, by `Clock.elapsed`. */
  readonly sent: number[];
  /** When what has been collected since then is summed. */
  sumAt?: number;
}

/** How much of a group's attention each person has had. A restart gives everybody a new share. */
export class AnswerShares {
  private readonly clock: Pick<Clock, 'elapsed'>;
  private readonly shares: Lately<Share>;

  constructor(clock: Pick<Clock, 'elapsed'>) {
    this.clock = clock;
    this.shares = new Lately(MINUTE, clock);
  }

  /**
   * Whether the next answer to somebody goes out singly, is summed with the others that wait, or is
   * collected for so many ms more.
   */
  next(key: string): 'singly' | 'summed' | number {
    const now = this.clock.elapsed();
    const share = this.shareOf(key, now);
    if (share.sent.length < SINGLY) return 'singly';
    share.sumAt ??= now + COLLECTED;
    return share.sumAt <= now ? 'summed' : share.sumAt - now;
  }

  /** One was sent. */
  note(key: string): void {
    const now = this.clock.elapsed();
    const share = this.shareOf(key, now);
    share.sent.push(now);
    if (share.sumAt === undefined) return;
    // The next sum is not before the minute is over.
    if (share.sumAt <= now) share.sumAt = now + MINUTE;
  }

  private shareOf(key: string, now: number): Share {
    const known = this.shares.get(key);
    const sent = (known?.sent ?? []).filter((at) => at > now - MINUTE);
    const isWaiting = known?.sumAt !== undefined && sent.length >= SINGLY;
    const share: Share = { sent, ...(isWaiting ? { sumAt: known.sumAt } : {}) };
    this.shares.set(key, share);
    return share;
  }
}
