import type { ConnectionStatus } from '../../src/ports/chat.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { troubles } from './texts.ts';

/** An outage shorter than this is not announced, ms. */
const ANNOUNCED_AFTER = 60_000;
/**
 * It is back when nothing has failed for so long, ms: of two that poll with one token each succeeds
 * every half minute.
 */
const CALM = 45_000;
/** Telegram keeps what was not fetched for so long, ms. */
const KEPT = 24 * 3_600_000;

interface Parts {
  readonly clock: Pick<Clock, 'now' | 'elapsed' | 'after'>;
  /** It has changed in a way that somebody should know; told again as long as it goes on. */
  readonly tell: (status: ConnectionStatus) => void;
}

/** Failures that are not far apart. */
interface Failing {
  /** The status at the last of them. */
  readonly status: ConnectionStatus;
  /** When that was, by `Clock.elapsed`. */
  readonly at: number;
  readonly cancelLook: () => void;
  readonly told: boolean;
}

/**
 * Whether Telegram answers, as told by whoever asks it; somebody hears of it when there has been
 * trouble for a minute.
 */
export class ConnectionTracker {
  private readonly parts: Parts;
  private current: ConnectionStatus;
  private failing: Failing | undefined;
  private stopped = false;

  constructor(parts: Parts) {
    this.parts = parts;
    this.current = { state: 'down', since: parts.clock.now(), why: troubles.unreachable };
  }

  get status(): ConnectionStatus {
    return this.current;
  }

  /** It has not answered, or not as it should. */
  fails(trouble: keyof typeof troubles): void {
    if (this.stopped) return;
    const { clock } = this.parts;
    const { missed } = this.current;
    const why = troubles[trouble];
    const since =
      this.failing?.status.since ??
      (this.current.state === 'up' ? clock.now() : this.current.since);
    this.current = { state: 'down', since, why, ...(missed === undefined ? {} : { missed }) };
    const at = clock.elapsed();
    const { cancelLook = this.lookLater(), told = false } = this.failing ?? {};
    this.failing = { status: this.current, at, cancelLook, told };
  }

  works(): void {
    if (this.current.state === 'up') return;
    const now = this.parts.clock.now();
    const { since } = this.current;
    const missed = now - since > KEPT ? { missed: { from: since, to: now - KEPT } } : {};
    this.current = { state: 'up', since: now, ...missed };
  }

  /** Nobody is told any more. */
  stop(): void {
    this.stopped = true;
    this.failing?.cancelLook();
  }

  private lookLater(): () => void {
    return this.parts.clock.after(ANNOUNCED_AFTER, () => this.look());
  }

  private look(): void {
    const { failing } = this;
    if (failing === undefined) return;
    const isOver = this.current.state === 'up' && this.parts.clock.elapsed() - failing.at >= CALM;
    this.failing = isOver ? undefined : { ...failing, told: true, cancelLook: this.lookLater() };
    // It was up for a moment, and will be down again.
    if (!isOver) this.parts.tell(failing.status);
    else if (failing.told) this.parts.tell(this.current);
  }
}
