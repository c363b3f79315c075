import { backoff } from '../../core/backoff.ts';
import { put, type Remember } from '../../core/collection.ts';
import { addressKey, type CardRecord, cards } from '../../core/records.ts';
import { inLanguage } from '../../core/text.ts';
import { MINUTE } from '../../core/time.ts';
import { languageAt } from '../../identity/people/index.ts';
import type { Address, Outgoing } from '../../ports/chat.ts';
import { cardDueAt, cardSent, perhapsAgain } from '../delivery-due-rules.ts';
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
import { marked, type Posted, post } from './post.ts';
import { unsaidCard } from './unsaid.ts';

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
  const run = cardJob(context, partition.name, id, to);
  return { queue: addressKey(to), lowPriority: true, at: due, run };
}

/**
 * Sends the latest text of a card, where it can by editing its message. A new message of which
 * nobody knows whether it arrived is sent again, marked.
 */
function cardJob(context: OutboxContext, name: string, id: string, to: Address): Job['run'] {
  const { chats, partitions } = context;
  let tries = 0;
  return async (letPass) => {
    const hasSlots = chats.of(to)?.acquireSlot !== undefined;
    const wait = hasSlots ? await untilSlot(context, name, id, letPass) : undefined;
    if (wait !== undefined) return wait;
    const ready = await partitions.transact(name, (partition) => prepare(context, partition, id));
    if ('tried' in ready) return ready.tried;
    const { card, outgoing, kept } = ready;
    if (outgoing === undefined) return markSent(context, name, card, ready.ended);
    await kept;
    tries += 1;
    return after(context, name, ready, await post(context, outgoing), tries);
  };
}

/** What follows from what the platform said. */
async function after(
  context: OutboxContext,
  name: string,
  { card, outgoing }: Begun,
  posted: Posted,
  tries: number,
): Promise<Tried> {
  const now = context.clock.now();
  const pause = backoff(tries);
  switch (posted.outcome) {
    case 'sent':
      return markSent(context, name, card, [], posted.messageId);
    case 'refused':
      if (card.begun === undefined) markNotBegun(context, name, card.id);
      return { again: now + Math.max(posted.wait, pause), blocks: 'all', waitsForLine: true };
    case 'uncertain':
      return { again: now + pause, waitsForLine: tries === 1 };
    default: {
      const { outcome: why } = posted;
      if (why === 'gone') markUnreachable(context, name, outgoing.to);
      const told = (partition: Partition) =>
        why === 'unfit' ? [unsaidCard(card, outgoing.to, outgoing.text, why, now, partition)] : [];
      return markSent(context, name, card, await context.partitions.transact(name, told));
    }
  }
}

/** What changed while it was being sent is offered to the outbox again by this. */
function markSent(
  context: OutboxContext,
  name: string,
  sent: CardRecord,
  unsaid: readonly Remember[] = [],
  messageId?: string,
): Tried {
  const marked = ({ records }: Partition) => {
    const now = records.get(cards, sent.id);
    if (now === undefined) return unsaid;
    return [put(cards, cardSent(now, sent, messageId, context.clock.now())), ...unsaid];
  };
  markDone(context, name, marked, 'riding');
  return 'done';
}

/** The platform has certainly not taken the message that was begun. */
function markNotBegun(context: OutboxContext, name: string, id: string): void {
  markDone(
    context,
    name,
    ({ records }) => {
      const card = records.get(cards, id);
      if (card?.begun === undefined) return [];
      const { begun: _, ...rest } = card;
      return [put(cards, rest)];
    },
    'written',
  );
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
  const slot = chats.of(place.to)?.acquireSlot?.(place.to, false);
  const later = slot === undefined ? 0 : await letPass(slot);
  return later > 0
    ? { again: clock.now() + later, blocks: 'lowPriority', waitsForLine: true }
    : undefined;
}

/** Where a card is to be sent, and when; undefined where nothing of it is to be sent. */
function placeOf(context: OutboxContext, { records }: Partition, id: string) {
  const card = records.get(cards, id);
  if (card === undefined || card.version <= card.sent) return undefined;
  const to = groupAddress(records, card.group);
  const traits = to && context.chats.of(to)?.traits;
  return to && traits && { card, to, traits, due: cardDueAt(card, traits, context.clock.now()) };
}

interface Begun {
  readonly card: CardRecord;
  readonly outgoing: Outgoing;
  /** Resolves when all that the text has seen is kept, and that the message is begun. */
  readonly kept: Promise<unknown>;
}

type Ready =
  | Begun
  /** Nothing is to be sent of it. */
  | {
      readonly card: CardRecord;
      readonly outgoing?: undefined;
      readonly kept?: undefined;
      readonly ended: readonly Remember[];
    }
  | { readonly tried: Tried };

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
  const { messageId, anew, topic, begun } = card;
  const canEdit = traits.edits && messageId !== undefined;
  const isNew = messageId === undefined || anew === true;
  const isOld = now - Math.max(card.last, card.notBefore) > CHANGE_WITHIN;
  const shown = cardText(context, partition, card.card, traits.edits ? [] : card.changes, to);
  if (shown === undefined) return { card, ended: [] };
  if (isOld && !isNew && !traits.edits)
    return { card, ended: [unsaidCard(card, to, shown.text, 'late', now, partition)] };
  const inTopic = topic === undefined ? {} : { topic };
  const outgoing: Outgoing = { to, ...shown, ...inTopic, silent: false };
  if (canEdit && !anew) {
    const kept = context.partitions.durable(partition.name);
    return { card, outgoing: { ...outgoing, replaces: messageId }, kept };
  }
  const noted = put(cards, { ...card, begun: now });
  const kept = context.partitions.remember(partition, [noted], [], 'written');
  const mark = inLanguage(perhapsAgain, languageAt(to, partition.records));
  return { card, outgoing: begun === undefined ? outgoing : marked(outgoing, mark), kept };
}
