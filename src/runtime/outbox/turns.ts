import { addressKey, type Delivery, deliveries } from '../../core/records.ts';
import type { OutboxContext } from './context.ts';
import { join, joinable } from './join.ts';

/** How an answer goes out: by itself, or summed with the others that wait for its person. */
type Turn = 'singly' | 'summed';

/** How an answer goes out, or how long it is collected with others, ms. */
export function turnOf({ shares, clock }: OutboxContext, one: Delivery): Turn | number {
  const key = shareKey(one);
  const next = key === undefined ? 'singly' : shares.next(key);
  if (typeof next !== 'number') return next;
  return Math.min(next, Math.max(0, one.deadline - clock.now()));
}

/** One was sent. */
export function noteTurn({ shares }: OutboxContext, one: Delivery): void {
  const key = shareKey(one);
  if (key !== undefined) shares.note(key);
}

/** What is more than one person's share, or than a group's minute holds, goes in one message. */
export async function joinOthers(
  { partitions, chats, clock }: OutboxContext,
  partition: string,
  { id, to, answers }: Delivery,
  turn: Turn,
): Promise<void> {
  if (to.kind !== 'group' || answers === undefined) return;
  const isLast = chats.of(to)?.roomLeft?.(to) === 0;
  if (turn === 'singly' && !isLast) return;
  await partitions.transact(partition, (now) => {
    const one = now.records.get(deliveries, id);
    if (one === undefined) return undefined;
    const whose = isLast ? 'all' : 'same';
    const [first = one, ...others] = joinable(one, whose, now.records, clock.now());
    if (others.length === 0) return undefined;
    return partitions.remember(now, join([first, ...others], now.records), [], 'written');
  });
}

/** By which a person's share of a group is known. */
function shareKey({ to, answers, choosers }: Delivery): string | undefined {
  const isShared = to.kind === 'group' && answers !== undefined && choosers !== undefined;
  return isShared ? `${addressKey(to)}\n${choosers}` : undefined;
}
