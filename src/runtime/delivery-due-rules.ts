import { backoff } from '../core/backoff.ts';
import { put, type Records, type Remember, remove } from '../core/collection.ts';
import { dueRule } from '../core/feature.ts';
import { nothing } from '../core/outcome.ts';
import {
  type BroadcastRow,
  broadcasts,
  type CardRecord,
  cards,
  type Delivery,
  deliveries,
  isVoid,
  type Photo,
  photos,
} from '../core/records.ts';
import { inLanguage, type Language, type Text } from '../core/text.ts';
import { MINUTE } from '../core/time.ts';
import type { ChatTraits } from '../ports/chat.ts';

/*
 * Pure rules of what is to be sent or fetched: when, with which marks, and what becomes of it.
 */

/** A broadcast that comes more than this after its time says so. */
const LATE = 5 * MINUTE;

/** They keep a partition awake while something is to be sent or fetched; the outbox does that. */
export const deliveryDueRules = [
  dueRule({
    name: 'a photo is to be fetched',
    collection: photos,
    at: (photo: Photo) => (photo.state === 'wanted' ? photo.since : undefined),
    fire: () => nothing,
  }),
  dueRule({
    name: 'an answer is to be sent',
    collection: deliveries,
    at: (one: Delivery) => one.notBefore,
    fire: () => nothing,
  }),
  dueRule({
    name: 'a card is to be sent',
    collection: cards,
    at: (card: CardRecord) =>
      card.version > card.sent ? Math.max(card.notBefore, card.last) : undefined,
    fire: () => nothing,
  }),
  dueRule({
    name: 'a broadcast is to be sent',
    collection: broadcasts,
    at: (row: BroadcastRow) =>
      row.state === 'planned' || row.state === 'sending' ? row.notBefore : undefined,
    fire: () => nothing,
  }),
];

/**
 * When a card's latest text should go out on a platform. What a clock that stood ahead noted is
 * still to come; no pause is counted from it.
 */
export function cardDueAt(card: CardRecord, { cardPause }: ChatTraits, now: number): number {
  const { quiet, longest, apart = 0 } = cardPause;
  const { first, last, notBefore, sentAt = Number.NEGATIVE_INFINITY } = card;
  const after = (moment: number, pause: number) => (moment > now ? now : moment + pause);
  const collected = Math.min(after(last, quiet), after(first, longest));
  // A card that need not wait has the moment of its change here.
  const held = notBefore > last ? notBefore : Math.min(notBefore, now);
  return Math.max(held, collected, after(sentAt, apart));
}

/** A card after a version of it was sent; changes that came meanwhile are still to be sent. */
export function cardSent(
  now: CardRecord,
  sent: CardRecord,
  messageId: string | undefined,
  at: number,
): CardRecord {
  const { anew, begun: _, ...rest } = now;
  return {
    ...rest,
    ...(anew && now.version > sent.version ? { anew } : {}),
    sentAt: at,
    sent: sent.version,
    changes: now.changes.slice(sent.changes.length),
    first: now.last,
    ...(messageId === undefined ? {} : { messageId }),
  };
}

/**
 * When a broadcast that was begun, and of which nobody knows whether it arrived, is tried again:
 * after a crash at once, and from then on with growing pauses.
 */
function againAt({ at, attempts }: BroadcastRow): number {
  return attempts < 2 ? at : at + backoff(attempts - 1);
}

/**
 * What to do with a broadcast that is due. Of a row found `sending` nobody knows whether it
 * arrived: it is tried again with growing pauses, and left to people when nobody waits any more.
 * @returns a moment to wait for, or the row as it ends.
 */
export function broadcastStep(
  row: BroadcastRow,
  now: number,
): 'done' | 'send' | number | BroadcastRow {
  if (row.state !== 'planned' && row.state !== 'sending') return 'done';
  // Begun and not seen to the end in time: nobody knows whether it was sent.
  if (row.state === 'sending' && now > row.deadline)
    return { ...row, state: 'uncertain', why: 'crashed', at: now };
  if (now > row.deadline) return { ...row, state: 'skipped', why: 'stale', at: now };
  const from = row.state === 'sending' ? againAt(row) : row.notBefore;
  return now < from ? from : 'send';
}

/** The text of a broadcast as it goes out at a moment. */
export function broadcastText(
  row: BroadcastRow,
  now: number,
  plannedFor: Text,
  language: Language,
): string {
  const late: Text = {
    zh: `【补发】原定 ${plannedFor.zh}\n`,
    en: `[Late] planned for ${plannedFor.en}\n`,
  };
  const isLate = now > row.planned + LATE;
  return `${isLate ? inLanguage(late, language) : ''}${row.text}`;
}

/**
 * What has to change in the deliveries when the clock stood ahead: a broadcast that was given up for
 * a moment still to come may be sent at that moment; answers and cards that were put off to a moment
 * by that clock go now.
 */
export function correctedDeliveries(records: Records, now: number): readonly Remember[] {
  const given = records.all(broadcasts).filter((row) => isVoid(row, now));
  const late = records.all(deliveries).filter(({ at }) => at > now);
  const shown = records
    .all(cards)
    .filter(({ last, sentAt = last }) => Math.max(last, sentAt) > now);
  return [
    ...given.map(({ id }) => remove(broadcasts, id)),
    ...late.map((one) =>
      put(deliveries, { ...one, at: now, notBefore: now, deadline: now + one.deadline - one.at }),
    ),
    ...shown.map(({ sentAt = now, ...card }) =>
      put(cards, {
        ...card,
        first: Math.min(card.first, now),
        last: Math.min(card.last, now),
        notBefore: Math.min(card.notBefore, now),
        sentAt: Math.min(sentAt, now),
      }),
    ),
  ];
}

/** Said where a message may have arrived before. */
export const perhapsAgain: Text = {
  zh: '（如已收到请忽略）',
  en: '(Please ignore this if you have it already)',
};
