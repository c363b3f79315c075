import type { ConnectionStatus } from '../../src/ports/chat.ts';
import type { Clock } from '../../src/ports/clock.ts';

/** A line that is back by then is not worth a word, ms. */
const WORTH_A_WORD = 60_000;
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
  readonly tell: (line: ConnectionStatus) => void;
}

/** Failures that are not far apart. */
interface Trouble {
  /** As the line was at the last of them. */
  readonly line: ConnectionStatus;
  /** When that was, by `Clock.elapsed`. */
  readonly at: number;
  readonly cancelLook: () => void;
  readonly told: boolean;
}

/**
 * Whether Telegram answers, as told by whoever asks it; somebody hears of it when there has been
 * trouble for a minute.
 */
export class TelegramLine {
  private readonly parts: Parts;
  private state: ConnectionStatus;
  private trouble: Trouble | undefined;
  private stopped = false;

  constructor(parts: Parts) {
    this.parts = parts;
    this.state = { state: 'down', since: parts.clock.now(), why: 'unreachable' };
  }

  get line(): ConnectionStatus {
    return this.state;
  }

  /** It has not answered, or not as it should. */
  fails(why: 'unreachable' | 'refused' | 'taken'): void {
    if (this.stopped) return;
    const { clock } = this.parts;
    const { missed } = this.state;
    const since =
      this.trouble?.line.since ?? (this.state.state === 'up' ? clock.now() : this.state.since);
    this.state = { state: 'down', since, why, ...(missed === undefined ? {} : { missed }) };
    const at = clock.elapsed();
    const { cancelLook = this.lookLater(), told = false } = this.trouble ?? {};
    this.trouble = { line: this.state, at, cancelLook, told };
  }

  works(): void {
    if (this.state.state === 'up') return;
    const now = this.parts.clock.now();
    const { since } = this.state;
    const missed = now - since > KEPT ? { missed: { from: since, to: now - KEPT } } : {};
    this.state = { state: 'up', since: now, ...missed };
  }

  /** Nobody is told any more. */
  stop(): void {
    this.stopped = true;
    this.trouble?.cancelLook();
  }

  private lookLater(): () => void {
    return this.parts.clock.after(WORTH_A_WORD, () => this.look());
  }

  private look(): void {
    const { trouble } = this;
    if (trouble === undefined) return;
    const isOver = this.state.state === 'up' && this.parts.clock.elapsed() - trouble.at >= CALM;
    this.trouble = isOver ? undefined : { ...trouble, told: true, cancelLook: this.lookLater() };
    // It was up for a moment, and will be down again.
    if (!isOver) this.parts.tell(trouble.line);
    else if (trouble.told) this.parts.tell(this.state);
  }
}
