import { put } from '../../core/collection.ts';
import { type CardRecord, cards } from '../../core/records.ts';
import { MINUTE } from '../../core/time.ts';
import type { Address } from '../../ports/chat.ts';
import type { Partition } from '../partitions.ts';
import { cardDueAt, cardSent } from '../delivery-due-rules.ts';
import { cardText, type OutboxContext, gone, groupAddress, markDone } from './context.ts';
import type { Job, Tried } from './keyed-queue.ts';
import { backoff, post, acquireSlot } from './post.ts';

/** Changes of a card that could not be sent by then are not sent by themselves any more, ms. */
const CHANGE_WITHIN = 30 * MINUTE;

/** Sends the latest text of a card, where it can by editing its message. */
export function cardJob(desk: OutboxContext, partition: string, id: string): Job['run'] {
  let tries = 0;
  return async (inLine) => {
    const place = await desk.partitions.transact(partition, (opened) => placeOf(desk, opened, id));
    if (place === undefined) return 'done';
    if (place.due > desk.clock.now()) return { again: place.due };
    const later = await inLine(acquireSlot(desk.chats, place.to, false));
    if (later > 0) return { again: desk.clock.now() + later, holds: 'unhurried' };
    const ready = await desk.partitions.transact(partition, (opened) => prepare(desk, opened, id));
    if (ready === undefined || 'again' in ready) return ready ?? 'done';
    const { card, to, edits, text, choices } = ready;
    if (text === undefined || isOld(card, edits, desk.clock.now())) return seen(desk, partition, card, undefined);
    await desk.partitions.durable();
    const replaces = edits && card.messageId !== undefined && !card.anew ? { replaces: card.messageId } : {};
    const topic = card.topic === undefined ? {} : { topic: card.topic };
    const posted = await post(desk, { to, text, choices, ...replaces, ...topic, silent: false });
    tries += 1;
    if (posted.outcome === 'refused')
      return { again: desk.clock.now() + Math.max(posted.wait, backoff(tries)), holds: 'all' };
    if (posted.outcome === 'gone') gone(desk, partition, to);
    return seen(desk, partition, card, posted.outcome === 'sent' ? posted.messageId : undefined);
  };
}

/** What has changed is told no more when nobody waits for it any longer; a new card, or an edit, is as good as ever. */
function isOld(card: CardRecord, edits: boolean, now: number): boolean {
  return (
    !edits && !card.anew && card.messageId !== undefined && now - Math.max(card.last, card.notBefore) > CHANGE_WITHIN
  );
}

function placeOf(desk: OutboxContext, opened: Partition, id: string) {
  const card = opened.records.get(cards, id);
  const to = card && groupAddress(opened.records, card.group);
  const traits = to && desk.chats.get(to.platform)?.traits;
  if (card === undefined || to === undefined || traits === undefined || card.version <= card.sent) return undefined;
  return { card, to, traits, due: cardDueAt(card, traits) };
}

function prepare(desk: OutboxContext, opened: Partition, id: string): Ready | { readonly again: number } | undefined {
  const place = placeOf(desk, opened, id);
  if (place === undefined) return undefined;
  const { card, to, traits, due } = place;
  if (due > desk.clock.now()) return { again: due };
  const changes = traits.edits ? [] : card.changes;
  const shown = cardText(desk, opened, card.card, changes, to);
  return { card, to, edits: traits.edits, text: shown?.text, choices: shown?.choices ?? [] };
}

interface Ready {
  readonly card: CardRecord;
  readonly to: Address;
  readonly edits: boolean;
  readonly text: string | undefined;
  readonly choices: readonly string[];
}

/** What changed while it was being sent is still to be sent; the outbox finds it when this is ticked off. */
function seen(desk: OutboxContext, partition: string, sent: CardRecord, messageId: string | undefined): Tried {
  markDone(desk, partition, (opened) => {
    const now = opened.records.get(cards, sent.id);
    return now === undefined ? [] : [put(cards, cardSent(now, sent, messageId, desk.clock.now()))];
  });
  return 'done';
}
