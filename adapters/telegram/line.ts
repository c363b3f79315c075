import type { Line } from '../../src/ports/chat.ts';
import type { Clock } from '../../src/ports/clock.ts';

/** A line that is back by then is not worth a word, ms. */
const WORTH_A_WORD = 60_000;
/** Telegram keeps what was not fetched for so long, ms. */
const KEPT = 24 * 3_600_000;

interface Parts {
  readonly clock: Pick<Clock, 'now' | 'after'>;
  /** It has changed in a way that somebody should know. */
  readonly tell: (line: Line) => void;
}

/** Whether Telegram answers, as told by whoever asks it; somebody hears of it when it has not for a minute. */
export class TelegramLine {
  private readonly parts: Parts;
  private state: Line;
  private told = false;
  private cancelWord: (() => void) | undefined;

  constructor(parts: Parts) {
    this.parts = parts;
    this.state = { state: 'down', since: parts.clock.now(), why: 'unreachable' };
  }

  get line(): Line {
    return this.state;
  }

  /** It has not answered, or not as it should. */
  fails(why: 'unreachable' | 'refused' | 'taken'): void {
    const { clock, tell } = this.parts;
    const since = this.state.state === 'up' ? clock.now() : this.state.since;
    this.state = { state: 'down', since, why };
    this.cancelWord ??= clock.after(WORTH_A_WORD, () => {
      this.told = true;
      tell(this.state);
    });
  }

  works(): void {
    if (this.state.state === 'up') return;
    const now = this.parts.clock.now();
    const { since } = this.state;
    const missed = now - since > KEPT ? { missed: { from: since, to: now - KEPT } } : {};
    this.state = { state: 'up', since: now, ...missed };
    this.forget();
    if (this.told) this.parts.tell(this.state);
    this.told = false;
  }

  /** Nobody is told any more. */
  forget(): void {
    this.cancelWord?.();
    this.cancelWord = undefined;
  }
}
