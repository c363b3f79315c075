import type { Records } from '../../../core/collection.ts';
import type { Speaker } from '../../../core/command.ts';
import { mayActAs } from '../../../core/roles.ts';
import { speaksFor } from '../../../identity/people/index.ts';
import { type Offer, offers } from '../records.ts';

export function offerNumbered(records: Records, number: number): Offer | undefined {
  return records.where(offers, String(number))[0];
}

/** Whoever said that they can give it, and of a unit's offer everybody who acts for the unit. */
export function isOwner({ owner }: Offer, speaker: Speaker): boolean {
  return speaksFor(owner, speaker);
}

/** Owners, and the convenor for them. */
export function mayChange(offer: Offer, speaker: Speaker): boolean {
  return isOwner(offer, speaker) || speaker.role === 'convenor';
}

/** Skills of people are for liaisons, unless these want everybody to know. */
export function maySee(offer: Offer, speaker: Speaker): boolean {
  return offer.isPublic || isOwner(offer, speaker) || mayActAs(speaker.role, 'liaison');
}
