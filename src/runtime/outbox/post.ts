import { MINUTE } from '../../core/time.ts';
import { type Outgoing, SendFailed } from '../../ports/chat.ts';
import type { RuntimeParts } from '../parts.ts';

/** What became of one call of a platform. `partsSent`: so many parts of the message are there. */
export type Posted =
  | { readonly outcome: 'sent'; readonly messageId: string }
  /** Certainly not sent; may be tried again after `wait` ms, 0 when the platform named no time. */
  | { readonly outcome: 'refused'; readonly wait: number; readonly partsSent: number }
  | { readonly outcome: 'uncertain' | 'gone' | 'unfit'; readonly partsSent: number };

/**
 * A platform that has not answered by then may or may not have sent the message, or the next part
 * of it, ms.
 */
const ANSWERS_WITHIN = MINUTE;

/** Hands a message to its platform's chat. Never throws, and never waits for ever. */
export async function post(
  { chats, clock, log, topics }: Pick<RuntimeParts, 'chats' | 'clock' | 'log' | 'topics'>,
  outgoing: Outgoing,
): Promise<Posted> {
  const { platform } = outgoing.to;
  const chat = chats.get(platform);
  let { partsSent = 0 } = outgoing;
  if (chat === undefined) return { outcome: 'refused', wait: 0, partsSent };
  const late = Promise.withResolvers<never>();
  const expire = () => late.reject(new SendFailed('uncertain', 'the platform did not answer'));
  let cancel = clock.after(ANSWERS_WITHIN, expire);
  try {
    const sent = chat.send(outgoing, (parts) => {
      partsSent = parts;
      cancel();
      cancel = clock.after(ANSWERS_WITHIN, expire);
    });
    const { messageId } = await Promise.race([sent, late.promise]);
    topics.said(outgoing.to, outgoing.text);
    return { outcome: 'sent', messageId };
  } catch (error) {
    const failed =
      error instanceof SendFailed ? error : new SendFailed('uncertain', 'an error of the adapter');
    const { outcome, retryAfter: wait } = failed;
    log.error('not sent', error, { platform, outcome });
    return outcome === 'refused' ? { outcome, wait, partsSent } : { outcome, partsSent };
  } finally {
    cancel();
  }
}
