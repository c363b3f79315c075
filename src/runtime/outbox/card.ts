import { put } from '../../core/collection.ts';
import { type CardRecord, cards } from '../../core/records.ts';
import { MINUTE } from '../../core/time.ts';
import type { Address } from '../../ports/chat.ts';
import { cardDueAt, cardSent } from '../delivery-due-rules.ts';
import type { Partition } from '../partition.ts';
import { cardText, gone, groupAddress, markDone, type OutboxContext } from './context.ts';
import type { Job, Tried } from './keyed-queue.ts';
import { acquireSlot, backoff, post } from './post.ts';

/** Changes of a card that could not be sent by then are not sent by themselves any more, ms. */
const CHANGE_WITHIN = 30 * MINUTE;

/** Sends the latest text of a card, where it can by editing its message. */
export function cardJob(context: OutboxContext, partition: string, id: string): Job['run'] {
  let tries = 0;
  return async (inLine) => {
    const place = await context.partitions.transact(partition, (opened) =>
      placeOf(context, opened, id),
    );
    if (place === undefined) return 'done';
    if (place.due > context.clock.now()) return { again: place.due };
    const later = await inLine(acquireSlot(context.chats, place.to, false));
    if (later > 0) return { again: context.clock.now() + later, blocks: 'unhurried' };
    const ready = await context.partitions.transact(partition, (opened) =>
      prepare(context, opened, id),
    );
    if (ready === undefined || 'again' in ready) return ready ?? 'done';
    const { card, to, edits, text, choices } = ready;
    if (text === undefined || isOld(card, edits, context.clock.now()))
      return seen(context, partition, card, undefined);
    await context.partitions.durable();
    const replaces =
      edits && card.messageId !== undefined && !card.anew ? { replaces: card.messageId } : {};
    const topic = card.topic === undefined ? {} : { topic: card.topic };
    const posted = await post(context, { to, text, choices, ...replaces, ...topic, silent: false });
    tries += 1;
    if (posted.outcome === 'refused')
      return { again: context.clock.now() + Math.max(posted.wait, backoff(tries)), blocks: 'all' };
    if (posted.outcome === 'gone') gone(context, partition, to);
    return seen(context, partition, card, posted.outcome === 'sent' ? posted.messageId : undefined);
  };
}

/**
 * What has changed is told no more when nobody waits for it any longer; a new card, or an edit, is
 * as good as ever.
 */
function isOld(card: CardRecord, edits: boolean, now: number): boolean {
  return (
    !edits &&
    !card.anew &&
    card.messageId !== undefined &&
    now - Math.max(card.last, card.notBefore) > CHANGE_WITHIN
  );
}

function placeOf(context: OutboxContext, opened: Partition, id: string) {
  const card = opened.records.get(cards, id);
  const to = card && groupAddress(opened.records, card.group);
  const traits = to && context.chats.get(to.platform)?.traits;
  if (card === undefined || to === undefined || traits === undefined || card.version <= card.sent)
    return undefined;
  return { card, to, traits, due: cardDueAt(card, traits) };
}

function prepare(
  context: OutboxContext,
  opened: Partition,
  id: string,
): Ready | { readonly again: number } | undefined {
  const place = placeOf(context, opened, id);
  if (place === undefined) return undefined;
  const { card, to, traits, due } = place;
  if (due > context.clock.now()) return { again: due };
  const changes = traits.edits ? [] : card.changes;
  const shown = cardText(context, opened, card.card, changes, to);
  return { card, to, edits: traits.edits, text: shown?.text, choices: shown?.choices ?? [] };
}

interface Ready {
  readonly card: CardRecord;
  readonly to: Address;
  readonly edits: boolean;
  readonly text: string | undefined;
  readonly choices: readonly string[];
}

/**
 * What changed while it was being sent is still to be sent; the outbox finds it when this is ticked
 * off.
 */
function seen(
  context: OutboxContext,
  partition: string,
  sent: CardRecord,
  messageId: string | undefined,
): Tried {
  markDone(context, partition, (opened) => {
    const now = opened.records.get(cards, sent.id);
    return now === undefined
      ? []
      : [put(cards, cardSent(now, sent, messageId, context.clock.now()))];
  });
  return 'done';
}
