import { MINUTE } from '../../core/time.ts';
import { type Address, type ChatAdapter, type Outgoing, SendFailed } from '../../ports/chat.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';

export { backoff } from '../../core/backoff.ts';

/** What sending needs. */
export interface Sender {
  readonly chats: ReadonlyMap<string, ChatAdapter>;
  readonly clock: Clock;
  readonly log: Log;
}

/** What became of one call of a platform. `partsSent`: so many parts of the message are there. */
export type Posted =
  | { readonly outcome: 'sent'; readonly messageId: string }
  /** Certainly not sent; may be tried again after `wait` ms, 0 when the platform named no time. */
  | { readonly outcome: 'refused'; readonly wait: number; readonly partsSent: number }
  | { readonly outcome: 'uncertain' | 'gone' | 'unfit'; readonly partsSent: number };

/**
 * Waits until the platform has room there; `urgent` goes before what is not.
 * @returns 0, or the time after which to ask again, ms.
 */
export async function acquireSlot(
  chats: ReadonlyMap<string, ChatAdapter>,
  to: Address,
  urgent: boolean,
): Promise<number> {
  return (await chats.get(to.platform)?.acquireSlot?.(to, urgent)) ?? 0;
}

/**
 * A platform that has not answered by then may or may not have sent the message, or the next part
 * of it, ms.
 */
const ANSWERS_WITHIN = MINUTE;

/** Hands a message to its platform's chat. Never throws, and never waits for ever. */
export async function post({ chats, clock, log }: Sender, outgoing: Outgoing): Promise<Posted> {
  const { platform } = outgoing.to;
  const chat = chats.get(platform);
  let { partsSent = 0 } = outgoing;
  if (chat === undefined) return { outcome: 'refused', wait: 0, partsSent };
  const patience = patienceOf(clock);
  const onPartSent = (parts: number) => {
    partsSent = parts;
    patience.renew();
  };
  try {
    const { messageId } = await Promise.race([chat.send(outgoing, onPartSent), patience.over]);
    return { outcome: 'sent', messageId };
  } catch (error) {
    const failed =
      error instanceof SendFailed ? error : new SendFailed('uncertain', 'an error of the adapter');
    const { outcome, retryAfter: wait } = failed;
    log.error('not sent', error, { platform, outcome });
    return outcome === 'refused' ? { outcome, wait, partsSent } : { outcome, partsSent };
  } finally {
    patience.end();
  }
}

/** Fails where nothing has happened for so long. */
function patienceOf(clock: Clock) {
  const { promise: over, reject } = Promise.withResolvers<never>();
  let end = () => {};
  const renew = () => {
    end();
    end = clock.after(ANSWERS_WITHIN, () =>
      reject(new SendFailed('uncertain', 'the platform did not answer')),
    );
  };
  renew();
  return { over, renew, end: () => end() };
}
