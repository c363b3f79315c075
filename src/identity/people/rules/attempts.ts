import { put, type Records, type Remember, remove } from '../../../core/collection.ts';
import { shownName } from '../../../core/names.ts';
import type { Incoming } from '../../../ports/chat.ts';
import { type Attempts, attempts } from '../records.ts';
import { accountKey } from './accounts.ts';

/** How many attempts of an account are kept, and of how many accounts. */
const ATTEMPTS_KEPT = 10;

const ACCOUNTS_KEPT = 200;

/** Remembers that an account tried what it may not; of many the oldest are forgotten. */
export function attempted(
  { address, sender }: Pick<Incoming, 'address' | 'sender'>,
  command: string,
  records: Records,
  now: number,
): readonly Remember[] {
  const id = accountKey(address, sender.id);
  const before = records.get(attempts, id);
  const last = [...(before?.last ?? []), { command, at: now, where: address.kind }].slice(
    -ATTEMPTS_KEPT,
  );
  const all = records.all(attempts);
  const oldest = before === undefined && all.length >= ACCOUNTS_KEPT ? leastRecent(all) : undefined;
  const kept = put(attempts, {
    id,
    name: shownName(sender.name),
    count: (before?.count ?? 0) + 1,
    last,
  });
  return oldest === undefined ? [kept] : [remove(attempts, oldest.id), kept];
}

function leastRecent(all: readonly Attempts[]): Attempts | undefined {
  const newest = (one: Attempts) => one.last.at(-1)?.at ?? 0;
  return all.reduce<Attempts | undefined>(
    (old, one) => (old && newest(old) <= newest(one) ? old : one),
    undefined,
  );
}
