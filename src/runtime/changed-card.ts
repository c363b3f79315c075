import type { Records } from '../core/collection.ts';
import { type CardRecord, cards } from '../core/records.ts';

/** The most changes that one text of a card names; the totals in it count all. */
const CHANGES_NAMED = 60;

/** What is to be sent of a card in a group; changes that wait there already go with it. */
export function changedCard(
  card: string,
  group: string,
  change: {
    readonly named: readonly string[];
    readonly resend: boolean;
    readonly notBefore: number;
    readonly topic: string | undefined;
  },
  { records, now }: { readonly records: Records; readonly now: number },
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
    first: waiting?.first ?? now,
    last: now,
    notBefore: Math.min(waiting?.notBefore ?? change.notBefore, change.notBefore),
    ...(topic === undefined ? {} : { topic }),
  };
}
