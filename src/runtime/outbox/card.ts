import { backoff } from '../../core/backoff.ts';
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
import type { Job, LetPass, Tried } from './keyed-queue.ts';
import { type Posted, post } from './post.ts';

/** Changes of a card that could not be sent by then are not sent by themselves any more, ms. */
const CHANGE_WITHIN = 30 * MINUTE;

/** A card that has changed is to be sent. */
export function planCard(
  context: OutboxContext,
  partition: Partition,
  id: string,
): Planned | undefined {
  const place = placeOf(context, partition, id);
  if (place === undefined) return undefined;
  const { to, due } = place;
  const run = cardJob(context, partition.name, id, to.platform);
  return { queue: addressKey(to), lowPriority: true, at: due, run };
}

/** Sends the latest text of a card, where it can by editing its message. */
function cardJob(context: OutboxContext, name: string, id: string, platform: string): Job['run'] {
  const { chats, clock, partitions } = context;
  let tries = 0;
  return async (letPass) => {
    const hasSlots = chats.get(platform)?.acquireSlot !== undefined;
    const wait = hasSlots ? await untilSlot(context, name, id, letPass) : undefined;
    if (wait !== undefined) return wait;
    const ready = await partitions.transact(name, (partition) => prepare(context, partition, id));
    if ('tried' in ready) return ready.tried;
    const { card, outgoing } = ready;
    if (outgoing === undefined) return markSent(context, name, card);
    await partitions.durable();
    const posted = await post(context, outgoing);
    tries += 1;
    if (posted.outcome === 'refused')
      return { again: clock.now() + Math.max(posted.wait, backoff(tries)), blocks: 'all' };
    if (posted.outcome === 'gone') markUnreachable(context, name, outgoing.to);
    return markSent(context, name, card, posted);
  };
}

/** What changed while it was being sent is offered to the outbox again by this. */
function markSent(context: OutboxContext, name: string, sent: CardRecord, posted?: Posted): Tried {
  const messageId = posted?.outcome === 'sent' ? posted.messageId : undefined;
  const marked = ({ records }: Partition) => {
    const now = records.get(cards, sent.id);
    if (now === undefined) return [];
    return [put(cards, cardSent(now, sent, messageId, context.clock.now()))];
  };
  markDone(context, name, marked, true);
  return 'done';
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
  return to && traits && { card, to, traits, due: cardDueAt(card, traits, context.clock.now()) };
}

type Ready =
  /** Without a message there is nothing to be sent of it. */
  { readonly card: CardRecord; readonly outgoing?: Outgoing } | { readonly tried: Tried };

/**
 * What is to be sent now. What has changed is told no more when nobody waits for it any longer; a
 * new card, or an edit, is as good as ever.
 */
function prepare(context: OutboxContext, partition: Partition, id: string): Ready {
  const place = placeOf(context, partition, id);
  if (place === undefined) return { tried: 'done' };
  const { card, to, traits, due } = place;
  const now = context.clock.now();
  if (due > now) return { tried: { again: due } };
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
