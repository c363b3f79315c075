import { put } from '../../core/collection.ts';
import { addressKey, type CardRecord, cards } from '../../core/records.ts';
import { MINUTE } from '../../core/time.ts';
import type { Outgoing } from '../../ports/chat.ts';
import { cardDueAt, cardSent } from '../delivery-due-rules.ts';
import type { Partition } from '../partition.ts';
import {
  cardText,
  groupAddress,
  markDone,
  markUnreachable,
  type OutboxContext,
  type Planned,
} from './context.ts';
import type { LetPass, Tried } from './keyed-queue.ts';
import { backoff, post } from './post.ts';

/** Changes of a card that could not be sent by then are not sent by themselves any more, ms. */
const CHANGE_WITHIN = 30 * MINUTE;

/** A card that has changed is to be sent: its latest text, where it can by an edit. */
export function planCard(
  context: OutboxContext,
  partition: Partition,
  id: string,
): Planned | undefined {
  const { chats, clock, partitions } = context;
  const { name } = partition;
  const planned = placeOf(context, partition, id);
  if (planned === undefined) return undefined;
  let tries = 0;
  const run = async (letPass: LetPass): Promise<Tried> => {
    if (chats.get(planned.to.platform)?.acquireSlot !== undefined) {
      const wait = await untilSlot(context, name, id, letPass);
      if (wait !== undefined) return wait;
    }
    const ready = await partitions.transact(name, (now) => prepare(context, now, id));
    if (ready === undefined || 'again' in ready) return ready ?? 'done';
    const { card, outgoing } = ready;
    let messageId: string | undefined;
    if (outgoing !== undefined) {
      await partitions.durable();
      const posted = await post(context, outgoing);
      tries += 1;
      if (posted.outcome === 'refused')
        return { again: clock.now() + Math.max(posted.wait, backoff(tries)), blocks: 'all' };
      if (posted.outcome === 'gone') markUnreachable(context, name, outgoing.to);
      if (posted.outcome === 'sent') messageId = posted.messageId;
    }
    // What changed while it was being sent is offered to the outbox again by this.
    markDone(context, name, ({ records }) => {
      const now = records.get(cards, id);
      return now === undefined ? [] : [put(cards, cardSent(now, card, messageId, clock.now()))];
    });
    return 'done';
  };
  return { queue: addressKey(planned.to), lowPriority: true, at: planned.due, run };
}

/** @returns what to do instead where the card is not due, or the platform has no room now. */
async function untilSlot(
  context: OutboxContext,
  name: string,
  id: string,
  letPass: LetPass,
): Promise<Tried | undefined> {
  const { chats, clock, partitions } = context;
  const place = await partitions.transact(name, (now) => placeOf(context, now, id));
  if (place === undefined) return 'done';
  if (place.due > clock.now()) return { again: place.due };
  const slot = chats.get(place.to.platform)?.acquireSlot?.(place.to, false);
  const later = slot === undefined ? 0 : await letPass(slot);
  return later > 0 ? { again: clock.now() + later, blocks: 'lowPriority' } : undefined;
}

/** Where a card is to be sent, and when; undefined where nothing of it is to be sent. */
function placeOf(context: OutboxContext, { records }: Partition, id: string) {
  const card = records.get(cards, id);
  if (card === undefined || card.version <= card.sent) return undefined;
  const to = groupAddress(records, card.group);
  const traits = to && context.chats.get(to.platform)?.traits;
  return to && traits && { card, to, traits, due: cardDueAt(card, traits) };
}

/**
 * What is to be sent now. What has changed is told no more when nobody waits for it any longer; a
 * new card, or an edit, is as good as ever.
 */
function prepare(
  context: OutboxContext,
  partition: Partition,
  id: string,
):
  | { readonly card: CardRecord; readonly outgoing?: Outgoing }
  | { readonly again: number }
  | undefined {
  const place = placeOf(context, partition, id);
  if (place === undefined) return undefined;
  const { card, to, traits, due } = place;
  const now = context.clock.now();
  if (due > now) return { again: due };
  const { messageId, anew, topic } = card;
  const canEdit = traits.edits && messageId !== undefined;
  const isNew = messageId === undefined || anew === true;
  const isOld = now - Math.max(card.last, card.notBefore) > CHANGE_WITHIN;
  const shown = cardText(context, partition, card.card, traits.edits ? [] : card.changes, to);
  if (shown === undefined || (isOld && !isNew && !traits.edits)) return { card };
  const replaces = canEdit && !anew ? { replaces: messageId } : {};
  const inTopic = topic === undefined ? {} : { topic };
  return { card, outgoing: { to, ...shown, ...replaces, ...inTopic, silent: false } };
}
