import type { Records } from '../../core/collection.ts';
import { masked } from '../../core/masking.ts';
import { lines, type Text } from '../../core/text.ts';
import type { ViewContext } from '../../core/view-context.ts';
import { partyText } from '../../identity/people/index.ts';
import { useTime } from '../requests/index.ts';
import type { Offer } from './records.ts';
import { bookedIn, waiting } from './rules/bookings.ts';
import { offerTexts, stateName } from './texts/offers.ts';

/** Bookings that one card names; the next ones. */
const BOOKED_SHOWN = 3;

/** Whose it is, as everybody may read it: the unit, else the person. */
export function ownerText({ owner }: Offer, records: Records): Text {
  return partyText(owner, records);
}

/** What it is, as everybody may read it. */
export function whatText({ text }: Offer): string {
  return masked(text);
}

function factsOf(offer: Offer, records: Records): readonly string[] {
  const { when = '', place = '', byMonth } = offer;
  const times = [when, place].filter(Boolean).join(' ');
  return [ownerText(offer, records).zh, times, byMonth ? '按月' : ''].filter(Boolean);
}

/** One line of a list: `F3 法律咨询（正言 每周二下午 社区会客厅）`. */
export function offerLine(offer: Offer, records: Records): Text {
  const facts = factsOf(offer, records);
  return offerTexts.line(offer.number, whatText(offer), masked(facts.join(' ')));
}

const TUESDAY = 2;

/** An example of when to want it. */
export function exampleFor({ byMonth, hours, capacity }: Offer): Text {
  if (byMonth) return offerTexts.exampleMonth;
  return hours === undefined && capacity === undefined
    ? offerTexts.exampleNeed
    : offerTexts.exampleDay(hours?.weekdays?.[0] ?? TUESDAY);
}

/** An offer with what is booked, and how to have it. */
export function offerText(offer: Offer, context: ViewContext): Text {
  const { records, now } = context;
  const { number, state } = offer;
  const ahead = { start: now, end: Number.MAX_SAFE_INTEGER };
  const booked = bookedIn(offer, ahead, records)
    .slice(0, BOOKED_SHOWN)
    .flatMap(({ use }) => (use && useTime(use, context)) ?? []);
  const line = waiting(offer, records).length;
  return lines(
    offerTexts.facts([
      offerTexts.headline(number, whatText(offer)).zh,
      ...factsOf(offer, records).map((fact) => masked(fact)),
    ]),
    state !== 'inUse' && stateName[state],
    booked.length > 0 && offerTexts.booked(booked),
    line > 0 && offerTexts.queue(line),
    state === 'inUse' && offerTexts.howToUse(number, exampleFor(offer)),
  );
}

/** A text of an offer, its kind of state behind it for its owner. */
export function ownLine(offer: Offer): Text {
  const state = offer.state === 'inUse' ? undefined : stateName[offer.state];
  const seen = offer.isPublic ? undefined : offerTexts.hidden;
  const facts = [offer.when, offer.place, state?.zh, seen?.zh].filter(Boolean);
  return facts.length === 0
    ? offerTexts.headline(offer.number, offer.text)
    : offerTexts.line(offer.number, offer.text, facts.join('，'));
}
