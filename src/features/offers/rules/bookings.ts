import type { Records } from '../../../core/collection.ts';
import { type Request, requests } from '../../requests/index.ts';
import type { Offer } from '../records.ts';
import type { Wanted } from './hours.ts';

/*
 * Who has an offer when. A use of an offer is a request with its owner as the one who is asked; what
 * its owner has agreed to is booked.
 */

const BOOKED = ['claimed', 'underway', 'awaiting'] as const;

/** What is booked in a span of time, in the order of its beginnings. */
export function bookedIn(
  offer: Offer,
  { start, end }: Pick<Wanted, 'start' | 'end'>,
  records: Records,
): readonly Request[] {
  return BOOKED.flatMap((state) => records.slice(requests, 'ofOffer', `${offer.id} ${state}`))
    .filter(({ use }) => (use?.start ?? 0) < end && (use?.end ?? 0) > start)
    .sort((a, b) => (a.use?.start ?? 0) - (b.use?.start ?? 0));
}

/** Those who stand in the way: everything booked then, where there is room for no more. */
export function inTheWay(offer: Offer, wanted: Wanted, records: Records): readonly Request[] {
  if (offer.capacity === undefined) return [];
  const booked = bookedIn(offer, wanted, records);
  return mostAtOnce(booked) >= offer.capacity ? booked : [];
}

/** So many of some bookings lie over each other at the worst moment. */
function mostAtOnce(booked: readonly Request[]): number {
  const starts = booked.map(({ use }) => use?.start ?? 0);
  return Math.max(
    0,
    ...starts.map(
      (moment) =>
        booked.filter(({ use }) => (use?.start ?? 0) <= moment && (use?.end ?? 0) > moment).length,
    ),
  );
}

/** Uses that are waiting, or not yet agreed to, in the order in which they were asked. */
export function asked(offer: Pick<Offer, 'id'>, records: Records): readonly Request[] {
  return records.slice(requests, 'ofOffer', `${offer.id} open`).toSorted((a, b) => a.at - b.at);
}

/** Those who wait for a place, the first one first. */
export function waiting(offer: Pick<Offer, 'id'>, records: Records): readonly Request[] {
  return asked(offer, records).filter(({ use }) => use?.isWaiting);
}

/** Everything of an offer that is not over. */
export function usesOf(offer: Pick<Offer, 'id'>, records: Records): readonly Request[] {
  return [
    ...asked(offer, records),
    ...BOOKED.flatMap((state) => records.slice(requests, 'ofOffer', `${offer.id} ${state}`)),
  ];
}
