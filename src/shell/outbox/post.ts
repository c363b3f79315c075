import { MINUTE } from '../../core/time.ts';
import { type Address, type Chat, type Outgoing, SendFailed } from '../../ports/chat.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import { inTime } from '../in-time.ts';

/** What sending needs. */
export interface Sender {
  readonly chats: ReadonlyMap<string, Chat>;
  readonly clock: Clock;
  readonly log: Log;
}

/** What became of one call of a platform. */
export type Posted =
  | { readonly outcome: 'sent'; readonly messageId: string }
  /** Certainly not sent; may be tried again after `wait` ms, 0 when the platform named no time. */
  | { readonly outcome: 'refused'; readonly wait: number; readonly sent: number }
  /** `sent`: so many of its parts stand there. */
  | { readonly outcome: 'uncertain' | 'gone' | 'unfit'; readonly sent: number };

/**
 * Waits until the platform has room there; `urgent` goes before what is not.
 * @returns 0, or the time after which to ask again, ms.
 */
export async function turn(chats: ReadonlyMap<string, Chat>, to: Address, urgent: boolean): Promise<number> {
  return (await chats.get(to.platform)?.turn?.(to, urgent)) ?? 0;
}

/** A platform that has not answered by then may or may not have sent the message, ms. */
const ANSWERS_WITHIN = MINUTE;

/** Hands a message to its platform's chat. Never throws, and never waits for ever. */
export async function post({ chats, clock, log }: Sender, outgoing: Outgoing): Promise<Posted> {
  const { platform } = outgoing.to;
  const chat = chats.get(platform);
  if (chat === undefined) return { outcome: 'refused', wait: 0, sent: 0 };
  try {
    const { messageId } = await inTime(chat.send(outgoing), ANSWERS_WITHIN, clock, () => {
      throw new SendFailed('uncertain', 'the platform did not answer');
    });
    return { outcome: 'sent', messageId };
  } catch (error) {
    const failed = error instanceof SendFailed ? error : new SendFailed('uncertain', 'an error of the adapter');
    const { outcome, retryAfter: wait, sent } = failed;
    log.error('not sent', error, { platform, outcome });
    return outcome === 'refused' ? { outcome, wait, sent } : { outcome, sent };
  }
}

/** The pause before the next try, ms: 1 s after the first, doubled each time, at most 5 min. */
export function backoff(tries: number): number {
  return Math.min(5 * 60_000, 1_000 * 2 ** Math.min(tries - 1, 20));
}
