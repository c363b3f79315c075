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
/** What is longer, or has files with it, may go in several parts; characters. */
const ONE_PART = 1_000;

/** So long is waited where another process may have taken over, ms. */
const UNTRUSTED = 1_000;

type PostParts = Pick<RuntimeParts, 'chats' | 'clock' | 'log' | 'topics' | 'partitions'>;

/** Whether a message may go in several parts. */
function hasParts({ text, attachments = [] }: Outgoing): boolean {
  return text.length > ONE_PART || attachments.length > 0;
}

/** A message that may have arrived before says so, in the part that may have. */
export function marked(outgoing: Outgoing, mark: string): Outgoing {
  return hasParts(outgoing)
    ? { ...outgoing, mark }
    : { ...outgoing, text: `${outgoing.text}\n${mark}` };
}

/**
 * Hands a message to its platform's chat. Never throws, and never waits for ever.
 * @param standing is told how many parts stand there, before the next is begun.
 * @param isOfStore it tells that the store does not answer, which is true whoever works.
 */
export async function post(
  { chats, clock, log, topics, partitions }: PostParts,
  outgoing: Outgoing,
  standing: (parts: number) => Promise<unknown> = async () => {},
  isOfStore = false,
): Promise<Posted> {
  const { platform } = outgoing.to;
  const chat = chats.of(outgoing.to);
  let { partsSent = 0 } = outgoing;
  if (chat === undefined) return { outcome: 'refused', wait: 0, partsSent };
  // Another process may have taken over, and then it says this.
  if (!isOfStore && partitions.holding?.isTrusted === false)
    return { outcome: 'refused', wait: UNTRUSTED, partsSent };
  const late = Promise.withResolvers<never>();
  const expire = () => late.reject(new SendFailed('uncertain', 'the platform did not answer'));
  let cancel = clock.after(ANSWERS_WITHIN, expire);
  const manyParts = hasParts(outgoing);
  try {
    const sent = chat.send(outgoing, async (parts) => {
      partsSent = parts;
      cancel();
      cancel = clock.after(ANSWERS_WITHIN, expire);
      // That the only part stands there is noted with the message itself.
      if (manyParts || parts > 1) await standing(parts);
    });
    const { messageId } = await Promise.race([sent, late.promise]);
    topics.said(outgoing.to, outgoing.text);
    return { outcome: 'sent', messageId };
  } catch (error) {
    const failed =
      error instanceof SendFailed ? error : new SendFailed('uncertain', 'an error of the adapter');
    const { outcome, retryAfter: wait, code } = failed;
    // That the platform wants it later is nothing to look after.
    if (outcome === 'refused') log.info('not sent yet', { platform, code, wait });
    else log.error('not sent', error, { platform, outcome });
    return outcome === 'refused' ? { outcome, wait, partsSent } : { outcome, partsSent };
  } finally {
    cancel();
  }
}
