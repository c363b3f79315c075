import type { Speaker } from '../../../core/command.ts';
import type { Period } from '../../../core/reporting.ts';
import { plain, series, type Text } from '../../../core/text.ts';
import type { ViewContext } from '../../../core/view-context.ts';
import { type Request, requestState, requests } from '../records/index.ts';
import { isAsker, worksOn } from '../rules/permits.ts';
import { isUnfinished } from '../rules/transitions.ts';
import { shown, stateText } from './words.ts';

/** What somebody has asked for and what they have in hand, as far as it is not over, a line each. */
export function ownRequests(
  person: Speaker,
  context: ViewContext,
  place: 'group' | 'private',
): { readonly asked: readonly Text[]; readonly inHand: readonly Text[] } {
  // What was said in private no group reads.
  const isForHere = ({ kept, discreet }: Request) => place === 'private' || !(kept || discreet);
  const open = context.records.all(requests).filter((one) => isUnfinished(one) && isForHere(one));
  const line = (request: Request) =>
    series(
      [
        plain(`#${request.number} ${shown(request.text, request, context.records, 20)}`),
        stateText(request, context.records),
      ],
      plain(' '),
    );
  return {
    asked: open.filter((one) => isAsker(one, person)).map(line),
    inHand: open.filter((one) => worksOn(one, person)).map(line),
  };
}

/** What somebody resolved in a period, a line each, and how many requests of it are their own. */
export function ownRequestsIn(
  person: Speaker,
  { from, to }: Period,
  { records }: ViewContext,
): {
  readonly resolved: readonly Text[];
  readonly asked: number;
  /** Of those that they asked for. */
  readonly answered: number;
} {
  const isIn = (moment: number) => moment >= from && moment < to;
  const own = requestState.options.flatMap((state) =>
    records.slice(requests, 'ofParty', `${person.id} ${state}`),
  );
  const resolved = own.filter(
    ({ state, since, claimants }) =>
      state === 'resolved' &&
      isIn(since) &&
      claimants.some((claimant) => claimant.person === person.id),
  );
  const asked = own.filter((one) => isAsker(one, person) && isIn(one.at));
  return {
    resolved: resolved.map((request) =>
      plain(`#${request.number} ${shown(request.text, request, records, 20)}`),
    ),
    asked: asked.length,
    answered: asked.filter(({ state }) => state === 'resolved').length,
  };
}
