import { type CardRecord, cards } from '../core/records.ts';
import { groups } from '../identity/alliance/index.ts';
import type { EffectContext } from './effects.ts';

/** The most changes that one text of a card names; the totals in it count all. */
const CHANGES_NAMED = 60;

/** The groups in which the card's message stands and can be edited. */
export function editedIn(card: string, { records, chats }: EffectContext): readonly string[] {
  return records.where(cards, card).flatMap(({ group, messageId }) => {
    const platform = records.get(groups, group)?.address.platform;
    const canEdit = platform !== undefined && chats.get(platform)?.traits.edits === true;
    return messageId !== undefined && canEdit ? [group] : [];
  });
}

/** What is to be sent of a card in a group; changes that wait there already go with it. */
export function changedCard(
  card: string,
  group: string,
  change: {
    readonly named: readonly string[];
    readonly resend: boolean;
    readonly direct: boolean;
    readonly notBefore: number;
    readonly topic: string | undefined;
  },
  { records, now }: EffectContext,
): CardRecord {
  const id = `${card}@${group}`;
  const before = records.get(cards, id);
  const { version = 0, sent = 0, changes = [], topic = change.topic } = before ?? {};
  const waiting = before !== undefined && version > sent ? before : undefined;
  return {
    ...before,
    id,
    card,
    group,
    sent,
    version: version + 1,
    changes: [...changes, ...change.named].slice(0, CHANGES_NAMED),
    ...(change.resend ? { anew: true } : {}),
    ...(change.direct ? { direct: true } : {}),
    first: waiting?.first ?? now,
    last: now,
    notBefore: Math.min(waiting?.notBefore ?? change.notBefore, change.notBefore),
    ...(topic === undefined ? {} : { topic }),
  };
}
