import { put, type Records, type Remember, remove } from '../core/collection.ts';
import type { AnyCommand, CommandContext } from '../core/command.ts';
import { lastChanges } from '../core/last-changes.ts';
import type { Outcome } from '../core/outcome.ts';
import { addressKey } from '../core/records.ts';
import { MINUTE } from '../core/time.ts';
import type { Address } from '../ports/chat.ts';

/** How long after a change photos without words still belong to it, ms. */
const PHOTOS_WITHIN = 3 * MINUTE;

/**
 * Keeps what somebody changed last, also where it cannot be taken back and they can only be told
 * so. A change without a name takes the place of one that had one. Words that come late are not the
 * last ones.
 */
export function lastChange(
  { change, remember, edits = [] }: Outcome,
  command: AnyCommand,
  { account, now, message, person }: CommandContext,
  address: Address,
  records: Records,
): readonly Remember[] {
  const before = records.get(lastChanges, account);
  if (before !== undefined && before.at > now) return [];
  const canUndo = typeof command.undo === 'function';
  const isNamed = change !== undefined || edits.length > 0;
  if (isNamed || (remember.length > 0 && command.undo !== undefined && !canUndo)) {
    const noted = canUndo && edits.length > 0 ? { edits: [...edits] } : {};
    const what = { command: command.name, change: change ?? '', ...noted };
    const when = { place: addressKey(address), at: now, message, role: person.role };
    return [put(lastChanges, { id: account, ...what, ...when })];
  }
  return remember.length > 0 && before !== undefined ? [remove(lastChanges, account)] : [];
}

/** The change to which photos that an account sends now, without words, belong. */
export function changeWithPhotos(account: string, address: Address, now: number, records: Records) {
  const last = records.get(lastChanges, account);
  if (last === undefined || now - last.at > PHOTOS_WITHIN || last.place !== addressKey(address))
    return undefined;
  return last;
}
