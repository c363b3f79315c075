import type { Records } from '../../../core/collection.ts';
import { DAY } from '../../../core/time.ts';
import { unitOf } from '../../../identity/alliance/index.ts';
import { type Request, requests } from '../../requests/index.ts';
import { helpAsked, type Offer, offers } from '../records.ts';
import { bestOf, type Fit, type Fitting, type Need } from './matching.ts';

/* What of the records a match is made of. */

/** What somebody did in this time counts as lately. */
const LATELY = 30 * DAY;

const DONE = ['claimed', 'underway', 'awaiting', 'resolved'] as const;

export interface FittingOffer {
  readonly one: Offer;
  readonly fit: Fit;
}

function needOf({ text, category, place }: Request): Need {
  return { text, category, place };
}

/** The best offers for a request, without those whose owner has said no to it. */
export function offersFor(
  request: Request,
  { records, now }: { readonly records: Records; readonly now: number },
  { most, isPublic = false }: { readonly most: number; readonly isPublic?: boolean },
): readonly FittingOffer[] {
  const no = new Set(
    records
      .where(helpAsked, request.id)
      .flatMap(({ person, declined }) => (declined === undefined ? [] : [person])),
  );
  const all = isPublic
    ? records.slice(offers, 'open', 'all')
    : records.slice(offers, 'byState', 'inUse');
  const others = all.filter(({ owner }) => !no.has(owner.person) && owner.person !== request.asker);
  return bestOf(needOf(request), others, (one) => asFitting(one, records, now), most);
}

/** The open requests that fit an offer best. */
export function requestsFor(
  offer: Offer,
  { records, now }: { readonly records: Records; readonly now: number },
  most: number,
): readonly { readonly one: Request; readonly fit: Fit }[] {
  const theirs = asFitting(offer, records, now);
  return records
    .slice(requests, 'byState', 'open')
    .flatMap((one) =>
      bestOf(needOf(one), [offer], () => theirs, 1).map(({ fit }) => ({ one, fit })),
    )
    .sort((a, b) => b.fit.score - a.fit.score)
    .slice(0, most);
}

/** The offers that speak of what is looked for. */
export function offersLike(
  what: { readonly text: string; readonly category: string },
  among: readonly Offer[],
  { records, now }: { readonly records: Records; readonly now: number },
): readonly Offer[] {
  return bestOf(what, among, (one) => asFitting(one, records, now), among.length).map(
    ({ one }) => one,
  );
}

function asFitting(offer: Offer, records: Records, now: number): Fitting {
  const { text, category, place, hours, owner } = offer;
  const area = unitOf(records, owner.unit)?.area;
  const areas = [place, area].filter((one) => one !== undefined);
  return { text, category, areas, hours, lately: lately(offer, records, now) };
}

/** How many requests its owner took on lately, and did not give back. */
export function lately({ owner }: Offer, records: Records, now: number): number {
  const party = owner.unit ?? owner.person;
  const counted = DONE.map((state) => {
    const key = `${party} ${state}`;
    const all = records.count(requests, 'ofParty', key);
    return all - records.countBefore(requests, 'ofParty', key, now - LATELY);
  });
  return counted.reduce((sum, count) => sum + count, 0);
}
