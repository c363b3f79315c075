import { backoff } from '../../src/core/backoff.ts';
import type { Press } from '../../src/ports/chat.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Log } from '../../src/ports/log.ts';
import { type Client, TelegramError } from './client.ts';
import { isTooLate } from './failures.ts';

/** Telegram takes an answer to a press for so long, ms. */
const TAKEN_WITHIN = 15_000;
/** Pauses between two tries, ms. */
const PAUSES = { first: 300, longest: 4_000 };
/** Telegram shows so much, characters. */
const LONGEST = 200;

/** The one answer to one press. Until it is given the button turns. */
export class PressAnswer implements Press {
  private readonly query: string;
  private readonly parts: {
    readonly client: Client;
    readonly clock: Pick<Clock, 'elapsed' | 'after'>;
    readonly log: Log;
  };
  private begun = false;

  constructor(query: string, parts: PressAnswer['parts']) {
    this.query = query;
    this.parts = parts;
  }

  async answer(text: string): Promise<boolean> {
    if (this.begun) return false;
    this.begun = true;
    const { client, clock, log } = this.parts;
    const until = clock.elapsed() + TAKEN_WITHIN;
    const shown = text === '' ? {} : { text: [...text].slice(0, LONGEST).join('') };
    for (let tries = 1; ; tries++)
      try {
        await client.call('answerCallbackQuery', { callback_query_id: this.query, ...shown });
        return true;
      } catch (error) {
        const pause = Math.max(backoff(tries, PAUSES), waitOf(error));
        if (isTooLate(error)) return false;
        if (clock.elapsed() + pause > until) {
          log.error('telegram: a press was not answered', error);
          return false;
        }
        await new Promise<void>((resolve) => {
          clock.after(pause, resolve);
        });
      }
  }

  /** Lets the button come to rest where nothing was shown. */
  rest(): void {
    if (!this.begun) void this.answer('');
  }
}

function waitOf(error: unknown): number {
  return error instanceof TelegramError ? error.retryAfter : 0;
}
