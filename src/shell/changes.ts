import { put, type Records, type Remember, remove } from '../core/collection.ts';
import type { AnyCommand } from '../core/command.ts';
import type { Outcome } from '../core/outcome.ts';
import { addressKey, lastChanges } from '../core/records.ts';
import { MINUTE } from '../core/time.ts';
import type { Address } from '../ports/chat.ts';

/** How long after a change photos without words still belong to it, ms. */
const PHOTOS_WITHIN = 3 * MINUTE;

/**
 * Keeps what somebody changed last; a change that cannot be taken back takes the place of one that could. Words that come
 * late are not the last ones.
 */
export function lastChange(
  { change, remember }: Outcome,
  of: { readonly person: string; readonly command: AnyCommand; readonly at: number; readonly address: Address },
  records: Records,
): readonly Remember[] {
  const { person, command, at, address } = of;
  if ((records.get(lastChanges, person)?.at ?? at) > at) return [];
  if (change !== undefined)
    return [put(lastChanges, { id: person, command: command.latin, change, place: addressKey(address), at })];
  return remember.length > 0 && records.get(lastChanges, person) ? [remove(lastChanges, person)] : [];
}

/** The change to which photos that somebody sends now, without words, belong. */
export function changeWithPhotos(person: string, address: Address, now: number, records: Records) {
  const last = records.get(lastChanges, person);
  if (last === undefined || now - last.at > PHOTOS_WITHIN || last.place !== addressKey(address)) return undefined;
  return last;
}
