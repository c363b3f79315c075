import { backoff } from '../../src/core/backoff.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Client } from './client.ts';
import type { Timing } from './later.ts';

/** The longest pause between two questions whether Telegram answers, ms. */
const LONGEST_PAUSE = 15_000;

/** How long the question whether Telegram answers waits, ms. */
const ASK_WITHIN = 10_000;

interface Parts {
  readonly clock: Pick<Clock, 'after'>;
  /** Asks something that changes nothing; whatever comes of it is told to the line. */
  readonly ask: () => Promise<unknown>;
  /** Messages can go again. */
  readonly ready: () => void;
}

/**
 * Whether Telegram answers. After a call without an answer nothing is sent until it has answered
 * something: what is uncertain is tried again only then, and nothing more becomes uncertain.
 */
export class Line {
  private readonly parts: Parts;
  private asks = 0;
  private cancel: (() => void) | undefined;
  private stopped = false;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** A call was not answered, and nobody knows since when. */
  get inDoubt(): boolean {
    return this.asks > 0;
  }

  /** Telegram has answered, if only with a refusal. */
  heard(): void {
    if (!this.inDoubt) return;
    this.asks = 0;
    this.cancel?.();
    this.cancel = undefined;
    this.parts.ready();
  }

  /** A call was not answered in a way that tells what became of it. */
  lost(): void {
    if (this.inDoubt || this.stopped) return;
    this.asks = 1;
    // Most of what fails once works the next moment.
    this.ask();
  }

  /** Asks nothing any more. */
  stop(): void {
    this.stopped = true;
    this.cancel?.();
  }

  private ask(): void {
    const again = () => {
      if (!this.inDoubt || this.stopped) return;
      const pause = backoff(this.asks, { longest: LONGEST_PAUSE });
      this.asks += 1;
      this.cancel = this.parts.clock.after(pause, () => this.ask());
    };
    this.parts.ask().then(again, again);
  }
}

/** The line of a client: what becomes of its calls tells whether Telegram answers. */
export function lineOf(client: Client, { clock, signal }: Timing, ready: () => void): Line {
  const ask = () => {
    const late = new AbortController();
    const cancel = clock.after(ASK_WITHIN, () => late.abort());
    const until = AbortSignal.any([signal, late.signal]);
    return client.call('getMe', undefined, until).finally(cancel);
  };
  const line = new Line({ clock, ask, ready });
  client.onEnd = (answered) => (answered ? line.heard() : line.lost());
  return line;
}
