import { put } from '../../core/collection.ts';
import type { DecisionContext } from '../../core/command.ts';
import { feature, follow } from '../../core/feature.ts';
import { keeps } from '../../core/keeping.ts';
import { nothing, type Outcome, remember, say, together } from '../../core/outcome.ts';
import { DAY } from '../../core/time.ts';
import { offerPlace, type Request, requests } from '../requests/index.ts';
import { commands } from './commands/index.ts';
import { helpAsked, introductions, offers } from './records.ts';
import { inTheWay, waiting } from './rules/bookings.ts';
import { offersFor } from './rules/fitting.ts';
import { SURE } from './rules/matching.ts';
import { offerTexts } from './texts/offers.ts';
import { exampleFor, ownerText, whatText } from './views.ts';

export { useAgreement } from './commands/shared/agreement.ts';
export { areOfOneSubject } from './rules/matching.ts';

/**
 * What units and people can give: services, skills, rooms, places to park, teams. Wanting one is a
 * request whose owner says yes or no; liaisons see what fits an open request.
 */
export const offersFeature = feature({
  name: 'offers',
  collections: [offers, helpAsked, introductions],
  commands,
  keeps: [
    keeps({
      collection: offers,
      as: 'offers',
      since: ({ state, since, at }) => (state === 'withdrawn' ? (since ?? at) : undefined),
    }),
    keeps({ collection: helpAsked, as: 'offers', since: ({ at }) => at }),
    // One that was never answered.
    keeps({ collection: introductions, as: 'attempts', since: ({ at }) => at }),
  ],
  follows: [
    follow({
      collection: requests,
      decide: (before, after, context) =>
        together(nextInLine(before, after, context), tellOfOffer(before, after, context)),
    }),
  ],
});

const OVER = ['resolved', 'declined', 'withdrawn'];

/** A place that is free again is the first one's who waits for it. */
function nextInLine(
  before: Request | undefined,
  after: Request | undefined,
  context: DecisionContext,
): Outcome {
  const isFreed =
    before?.use !== undefined && after !== undefined && isBooked(before) && !isBooked(after);
  const offer = isFreed ? context.records.get(offers, before.use?.offer ?? '') : undefined;
  if (offer === undefined || offer.state === 'withdrawn') return nothing;
  for (const request of waiting(offer, context.records)) {
    const { use } = request;
    if (use?.start === undefined || use.end === undefined || use.end <= context.now) continue;
    const wanted = { start: use.start, end: use.end, dateOnly: use.dateOnly ?? false };
    if (inTheWay(offer, wanted, context.records).length > 0) continue;
    const { request: now, outcome } = offerPlace({ ...request, use }, context);
    return together(remember(put(requests, now)), outcome);
  }
  return nothing;
}

function isBooked({ state }: Request): boolean {
  return state !== 'open' && !OVER.includes(state);
}

/** Whoever asks for what somebody offers to everybody is told so at once. */
function tellOfOffer(
  before: Request | undefined,
  after: Request | undefined,
  context: DecisionContext,
): Outcome {
  if (before !== undefined || after?.state !== 'open' || after.use !== undefined) return nothing;
  if (after.urgent !== undefined || context.now - after.at > DAY) return nothing;
  const [best] = offersFor(after, context, { most: 1, isPublic: true });
  if (best === undefined || best.fit.score < SURE || best.one.team !== undefined) return nothing;
  const { one: offer } = best;
  const words = `要 F${offer.number} ${exampleFor(offer).zh}`;
  return say(
    offerTexts.fits(offer.number, whatText(offer), ownerText(offer, context.records), words),
    `要 F${offer.number}`,
  );
}
