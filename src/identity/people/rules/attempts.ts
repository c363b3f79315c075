import { audited } from '../../../core/acts.ts';
import { put, type Records, remove } from '../../../core/collection.ts';
import { shownName } from '../../../core/names.ts';
import { nothing, type Outcome, remember, together } from '../../../core/outcome.ts';
import { HOUR } from '../../../core/time.ts';
import type { Incoming } from '../../../ports/chat.ts';
import { type Attempts, attempts } from '../records.ts';
import { accountKey } from './accounts.ts';

/** How many attempts of an account are kept, and of how many accounts. */
const ATTEMPTS_KEPT = 10;

const ACCOUNTS_KEPT = 200;

/**
 * Remembers that an account tried what it may not; of many the oldest are forgotten. The log of
 * acts gets it too, where it was not logged within the hour and the account tries only now and
 * then: nobody fills the log by trying.
 */
export function attempted(
  { address, sender }: Pick<Incoming, 'address' | 'sender'>,
  command: string,
  records: Records,
  now: number,
): Outcome {
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
  const ofLate = (before?.last ?? []).filter(({ at }) => now - at < HOUR);
  const isLogged = ofLate.length === ATTEMPTS_KEPT || ofLate.some((one) => one.command === command);
  return together(
    remember(...(oldest === undefined ? [] : [remove(attempts, oldest.id)]), kept),
    isLogged ? nothing : audited({ kind: 'refused', about: command }),
  );
}

function leastRecent(all: readonly Attempts[]): Attempts | undefined {
  const newest = (one: Attempts) => one.last.at(-1)?.at ?? 0;
  return all.reduce<Attempts | undefined>(
    (old, one) => (old && newest(old) <= newest(one) ? old : one),
    undefined,
  );
}

/** What an account called itself when it tried what it may not. */
export function triedAs(records: Records, account: string): string | undefined {
  return records.get(attempts, account)?.name;
}
