import { put } from '../../core/collection.ts';
import { addressKey, type CardRecord, cards } from '../../core/records.ts';
import { MINUTE } from '../../core/time.ts';
import type { Address } from '../../ports/chat.ts';
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
import { acquireSlot, backoff, post } from './post.ts';

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
  const job = new CardJob(context, partition.name, id);
  return {
    queue: addressKey(place.to),
    lowPriority: true,
    at: place.due,
    run: (letPass) => job.attempt(letPass),
  };
}

/** Sends the latest text of a card, where it can by editing its message. */
class CardJob {
  private readonly context: OutboxContext;
  private readonly partition: string;
  private readonly id: string;
  private tries = 0;

  constructor(context: OutboxContext, partition: string, id: string) {
    this.context = context;
    this.partition = partition;
    this.id = id;
  }

  async attempt(letPass: LetPass): Promise<Tried> {
    const { partitions, clock, chats } = this.context;
    const place = await partitions.transact(this.partition, (partition) =>
      placeOf(this.context, partition, this.id),
    );
    if (place === undefined) return 'done';
    if (place.due > clock.now()) return { again: place.due };
    const slot = acquireSlot(chats, place.to, true);
    const later = slot === undefined ? 0 : await letPass(slot);
    if (later > 0) return { again: clock.now() + later, blocks: 'lowPriority' };
    const ready = await partitions.transact(this.partition, (partition) =>
      prepare(this.context, partition, this.id),
    );
    if (ready === undefined || 'again' in ready) return ready ?? 'done';
    return this.send(ready);
  }

  private async send({ card, to, edits, text, choices }: Ready): Promise<Tried> {
    const { partitions, clock } = this.context;
    if (text === undefined || isOld(card, edits, clock.now())) return this.markSent(card);
    await partitions.durable();
    const replaces =
      edits && card.messageId !== undefined && !card.anew ? { replaces: card.messageId } : {};
    const topic = card.topic === undefined ? {} : { topic: card.topic };
    const posted = await post(this.context, {
      to,
      text,
      choices,
      ...replaces,
      ...topic,
      silent: false,
    });
    this.tries += 1;
    if (posted.outcome === 'refused')
      return {
        again: clock.now() + Math.max(posted.wait, backoff(this.tries)),
        blocks: 'all',
      };
    if (posted.outcome === 'gone') markUnreachable(this.context, this.partition, to);
    return this.markSent(card, posted.outcome === 'sent' ? posted.messageId : undefined);
  }

  /** What changed while it was being sent is offered to the outbox again by this. */
  private markSent(sent: CardRecord, messageId?: string): Tried {
    const { clock } = this.context;
    markDone(this.context, this.partition, ({ records }) => {
      const now = records.get(cards, sent.id);
      return now === undefined ? [] : [put(cards, cardSent(now, sent, messageId, clock.now()))];
    });
    return 'done';
  }
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

function placeOf(context: OutboxContext, { records }: Partition, id: string) {
  const card = records.get(cards, id);
  if (card === undefined || card.version <= card.sent) return undefined;
  const to = groupAddress(records, card.group);
  const traits = to && context.chats.get(to.platform)?.traits;
  return to && traits && { card, to, traits, due: cardDueAt(card, traits) };
}

interface Ready {
  readonly card: CardRecord;
  readonly to: Address;
  readonly edits: boolean;
  readonly text: string | undefined;
  readonly choices: readonly string[];
}

function prepare(
  context: OutboxContext,
  partition: Partition,
  id: string,
): Ready | { readonly again: number } | undefined {
  const place = placeOf(context, partition, id);
  if (place === undefined) return undefined;
  const { card, to, traits, due } = place;
  if (due > context.clock.now()) return { again: due };
  const changes = traits.edits ? [] : card.changes;
  const shown = cardText(context, partition, card.card, changes, to);
  return { card, to, edits: traits.edits, text: shown?.text, choices: shown?.choices ?? [] };
}
